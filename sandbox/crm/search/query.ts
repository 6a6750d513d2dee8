import type { CoqlField, Row } from "../coql/catalog";
import { plainText } from "../coql/evaluate/valueTypes";
import { Fault } from "../coql/fault";
import { type Criteria, countConditions, parseCriteria } from "./criteria";
import { compileCondition } from "./operators";
import { indexed } from "./words";

/** Whether a record is found. */
export type Test = (row: Row) => boolean;

/** What a search knows of the module it goes through. */
export interface Searched {
  fields: ReadonlyMap<string, CoqlField>;
  /** The offset of the organisation's time zone, such as `+05:30`. */
  zone: string;
  /** The most conditions its criteria may have. */
  conditions: number;
}

const names = ["criteria", "email", "phone", "word"] as const;
const maximumLength = 3000;

/** The ways to search, in the order in which one is taken when several are given. */
const ways: Readonly<Record<(typeof names)[number], (text: string, searched: Searched) => Test>> = {
  criteria: byCriteria,
  email: (text, searched) =>
    inFields(searched, ["email"], text.toLowerCase(), (value) => value.toLowerCase()),
  phone: byPhone,
  word: byWord,
};

/**
 * The test that a search's parameters ask for: the first of `criteria`, `email`, `phone` and `word` that is
 * given.
 * @throws Fault EXPECTED_PARAM_MISSING when none is, or what is wrong with it.
 */
export function readQuery(params: URLSearchParams, searched: Searched): Test {
  const name = names.find((each) => params.get(each));
  if (name) return ways[name]((params.get(name) ?? "").trim(), searched);
  throw new Fault("EXPECTED_PARAM_MISSING", "one of the expected parameter is missing", {
    param_names: [...names],
  });
}

function byCriteria(text: string, searched: Searched): Test {
  if (text.length > maximumLength) throw invalidParam("criteria", { maximum_length: maximumLength });
  const criteria = parseCriteria(text);
  if (countConditions(criteria) > searched.conditions) {
    throw new Fault("CRITERIA_LIMIT_EXCEEDED", "no of criterium that can be given exceed the limit 15");
  }
  return compile(criteria, searched);
}

function compile(criteria: Criteria, searched: Searched): Test {
  if (criteria.kind === "condition") {
    const { field } = criteria;
    const match = compileCondition(criteria, searched.fields.get(field), searched.zone);
    return (row) => match(row[field]);
  }
  const parts = criteria.parts.map((part) => compile(part, searched));
  return criteria.kind === "and"
    ? (row) => parts.every((part) => part(row))
    : (row) => parts.some((part) => part(row));
}

function byPhone(text: string, searched: Searched): Test {
  if (text.length < 3 || !/^\+?[\d\s().-]+$/.test(text)) throw invalidParam("phone");
  const digits = (value: string): string => value.replace(/\D/g, "");
  return inFields(searched, ["phone"], digits(text), digits);
}

const wordTypes = [
  "text",
  "textarea",
  "email",
  "phone",
  "website",
  "picklist",
  "multiselectpicklist",
  "autonumber",
];

function byWord(text: string, searched: Searched): Test {
  if (text.length < 2)
    throw new Fault("INVALID_DATA", "provide atleast 2 letters for search", { param_name: "word" });
  const term = indexed(text);
  if (term === "") throw invalidParam("word");
  return inFields(searched, wordTypes, term, indexed);
}

/** Whether a field of these types contains a text, once both are brought into the same form. */
function inFields(
  { fields }: Searched,
  types: readonly string[],
  wanted: string,
  form: (value: string) => string,
): Test {
  const among = [...fields.values()]
    .filter((field) => types.includes(field.dataType))
    .map((field) => field.apiName);
  if (among.length === 0)
    throw new Fault("FIELD_TYPE_UNAVAILABLE", "this data type is not found in this module");
  return (row) => among.some((name) => form(plainText(row[name])).includes(wanted));
}

const invalidParam = (name: string, more: object = {}): Fault =>
  new Fault("INVALID_DATA", "invalid data", { param_name: name, ...more });
