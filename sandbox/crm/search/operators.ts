import type { CoqlField } from "../coql/catalog";
import { compareKeys, type Key, plainText, valueTypeOf } from "../coql/evaluate/valueTypes";
import { Fault } from "../coql/fault";
import type { SearchCondition } from "./criteria";
import { indexed } from "./words";

/** Whether a field's value meets a condition. */
export type Match = (value: unknown) => boolean;

/** What a condition's values are read with. */
interface Reading {
  field: CoqlField;
  values: readonly string[];
  /** The offset of the organisation's time zone, for dates where times are compared. */
  zone: string;
}

type Operators = Readonly<Record<string, (reading: Reading) => Match>>;

const maximumValues = 100;

const invalidValue = ({ apiName, dataType }: CoqlField, value: string): Fault =>
  new Fault("INVALID_QUERY", "Invalid query formed", {
    expected_data_type: dataType,
    reason: "invalid value for search",
    api_name: apiName,
    value,
  });

const not =
  (operator: (reading: Reading) => Match) =>
  (reading: Reading): Match => {
    const match = operator(reading);
    return (value) => !match(value);
  };

/** A test of a text against each of the values; one is enough. */
const anyTerm =
  (
    term: (field: CoqlField, value: string) => string,
    parts: (value: unknown) => string[],
    meets: (part: string, term: string) => boolean,
  ) =>
  ({ field, values }: Reading): Match => {
    const terms = values.map((value) => term(field, value));
    return (value) => parts(value).some((part) => terms.some((wanted) => meets(part, wanted)));
  };

function words(field: CoqlField, value: string): string {
  const term = indexed(value);
  if (term !== "") return term;
  const reason = "special characters are not allowed";
  throw new Fault("INVALID_QUERY", "Invalid query formed", { reason, api_name: field.apiName });
}
const wordParts = (value: unknown): string[] => [indexed(plainText(value))];
const containsWords = anyTerm(words, wordParts, (text, term) => text.includes(term));
const startsWithWords = anyTerm(words, wordParts, (text, term) => text.startsWith(term));
const texts: Operators = {
  equals: containsWords,
  not_equal: not(containsWords),
  starts_with: startsWithWords,
};

const option = (_: CoqlField, value: string): string => value.toLowerCase();
const options = (value: unknown): string[] => [value].flat().map((part) => plainText(part).toLowerCase());
const isOption = anyTerm(option, options, (part, term) => part === term);
const startsOption = anyTerm(option, options, (part, term) => part.startsWith(term));
const choices: Operators = { equals: isOption, not_equal: not(isOption), in: isOption };

/** A comparison of keys: of a value's with those of the condition. */
const keyed =
  (meets: (key: Key, keys: readonly Key[]) => boolean) =>
  ({ field, values, zone }: Reading): Match => {
    const type = valueTypeOf(field);
    const keys = values.map((value) => {
      const key = type.parse(value) ?? type.parse(`${value}T00:00:00${zone}`);
      if (key === undefined) throw invalidValue(field, value);
      return key;
    });
    return (value) => {
      const key = type.key(value);
      return key !== undefined && meets(key, keys);
    };
  };
const order = (accept: (comparison: number) => boolean) =>
  keyed((key, [bound]) => accept(compareKeys(key, bound)));
const equals = keyed((key, keys) => keys.includes(key));
const identities: Operators = { equals, not_equal: not(equals) };
const ordered: Operators = {
  ...identities,
  in: equals,
  greater_than: order((comparison) => comparison > 0),
  greater_equal: order((comparison) => comparison >= 0),
  less_than: order((comparison) => comparison < 0),
  less_equal: order((comparison) => comparison <= 0),
  between: keyed((key, [low, high]) => compareKeys(key, low) >= 0 && compareKeys(key, high) <= 0),
};

const shortTexts: Operators = { ...texts, in: containsWords };
const references: Operators = { ...identities, in: equals };

/**
 * The operators of each data type, after the note on Zoho's page "Search Records"; a type that is not here
 * cannot be searched.
 */
const operatorsOf: Readonly<Record<string, Operators>> = {
  text: shortTexts,
  email: shortTexts,
  phone: shortTexts,
  website: shortTexts,
  textarea: texts,
  picklist: choices,
  autonumber: choices,
  multiselectpicklist: { ...choices, starts_with: startsOption },
  boolean: identities,
  date: ordered,
  datetime: ordered,
  integer: ordered,
  currency: ordered,
  double: ordered,
  percent: ordered,
  bigint: ordered,
  lookup: references,
  ownerlookup: references,
  userlookup: references,
};

function operatorsOfField(field: CoqlField | undefined): Operators | undefined {
  const dataType = field?.dataType === "formula" ? field.returnType : field?.dataType;
  const operators = operatorsOf[dataType ?? ""];
  const encrypted = field && "crypt" in field.metadata && field.metadata.crypt;
  return encrypted && operators?.equals ? { equals: operators.equals } : operators;
}

/**
 * Compiles a condition on a field.
 * @throws Fault INVALID_QUERY for a field that cannot be searched, an operator its type does not have, or a
 * value that is none of it.
 */
export function compileCondition(
  { field: name, operator: given, values }: SearchCondition,
  field: CoqlField | undefined,
  zone: string,
): Match {
  const operators = operatorsOfField(field);
  if (!field || !operators) {
    const reason = "the field is not available for search";
    throw new Fault("INVALID_QUERY", "Invalid query formed", { reason, api_name: name });
  }
  const operator = Object.hasOwn(operators, given) ? operators[given] : undefined;
  if (!operator) {
    const details = { operator: given, reason: "invalid operator found", api_name: name };
    throw new Fault("INVALID_QUERY", "Invalid query formed", details);
  }
  if (given === "in" && values.length > maximumValues) {
    throw new Fault("INVALID_QUERY", `Only ${maximumValues} values are allowed in "IN" criteria`, {
      api_name: name,
    });
  }
  const wanted = given === "between" ? 2 : 1;
  if (given !== "in" && values.length !== wanted) throw invalidValue(field, values.join(","));
  return operator({ field, values, zone });
}
