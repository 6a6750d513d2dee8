import type { Component } from "../../harness/component";
import { recorded } from "../../sandbox/books/engine/show";
import { recordedPages } from "../../sandbox/books/recorded/shape";
import { recordedAnswers, recordedRecords } from "../../sandbox/crm/recorded/answers";
import { isObject } from "../../src/zoho/core/json";

/** What v2 alone tells of a record, and no later version. */
const ofV2 = new Set(
  `$approved $converted $layout_id $zia_owner_assignment Address Coordinates Latitude Longitude
  Flat_House_No_Building_Apartment_Name nearby_distance__s`.split(/\s+/),
);
const { Leads: lead, Notes: note } = recordedRecords;
/** The part of an answer that tells of pages. */
const [, pages] = /info\{([^}]*)\}/.exec(recordedAnswers.listOfV6) ?? [];
const oneUser = recordedAnswers.users.replace(/\sinfo\{[^}]*\}/, "");
const done = "code message";
const manyOf = (invoice = "") => `details{ code message invoice{ ${invoice} } }`;

/** Actions whose answers were recorded of live organizations: where in their data, and the keys there. */
export const answersRecorded: readonly [action: string, at: string, keys: string | undefined][] = [
  ["crmCreateRecord", "", recordedAnswers.written],
  ["crmUpdateRecord", "", recordedAnswers.written],
  ["crmUpsertRecord", "", recordedAnswers.upserted],
  ["crmRemoveRecord", "", recordedAnswers.removed],
  ["crmCreateRecords", "", recordedAnswers.written],
  ["crmUpdateRecords", "", recordedAnswers.written],
  ["crmUpsertRecords", "", recordedAnswers.written],
  ["crmRemoveRecords", "", recordedAnswers.removed],
  ["crmCreateNote", "", recordedAnswers.written],
  ["crmUpdateNote", "", recordedAnswers.written],
  ["crmRemoveNote", "", recordedAnswers.removed],
  // A list that names its fields tells no others.
  ["crmGetNotes", "data", note.replace(/\$\S+\s*/g, "")],
  ["crmConvertLead", "", recordedAnswers.convertedOfV8],
  ["crmGetUsers", "", recordedAnswers.users],
  ["crmGetUser", "", oneUser],
  ["crmGetCurrentUser", "", oneUser],
  ["crmGetFields", "", recordedAnswers.fields],
  ["crmGetRecord", "data", lead],
  ["crmGetRecords", "info", pages],
  ["crmRawRequest", "info", pages],
  ["booksGetRecord", "invoice", recorded.invoices?.record],
  ["booksCreateRecord", "invoice", recorded.invoices?.record],
  ["booksUpdateRecord", "invoice", recorded.invoices?.record],
  ["booksUpsertRecord", "invoice", recorded.invoices?.record],
  ["booksCreateRecords", "data", manyOf(recorded.invoices?.record)],
  ["booksUpdateRecords", "data", manyOf(recorded.invoices?.record)],
  ["booksRemoveRecords", "data", `details{ ${done} }`],
  ["booksRemoveRecord", "", done],
  ["booksRunRecordAction", "", done],
  ["booksEmailRecord", "", `${done} is_first_email`],
  ["booksRecordPayment", "payment", recorded.customerpayments?.record],
  ["booksGetRecords", "invoices", recorded.invoices?.list],
  ["booksGetRecords", "page_context", recordedPages],
  ["booksRawRequest", "contacts", recorded.contacts?.list],
  ["booksRawRequest", "page_context", recordedPages],
  ["booksGetOrganizations", "organizations", recorded.organizations?.list],
];

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** The paths of the recorded keys, those in empty lists and nulls apart, that a value has and lacks. */
function compare(value: unknown, tokens: Iterator<string>, path = "", isAbsent = false): [number, string[]] {
  let seen = 0;
  const missing: string[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value === "]" || next.value === "}") break;
    const [, name = "", mark = ""] = /^([$\w]+)(.*)$/.exec(next.value) ?? [];
    const isAsked = !isAbsent && !ofV2.has(name);
    const has = isObject(value) && name in value;
    if (isAsked) seen += 1;
    if (isAsked && !has) missing.push(path + name);
    if (mark !== "[" && mark !== "{") continue;
    const inner = firstOf(isObject(value) ? value[name] : undefined);
    const isBlank = has && !isObject(inner);
    const [below, lacking] = compare(inner, tokens, `${path}${name}.`, isAbsent || isBlank || !isAsked);
    seen += below;
    missing.push(...lacking);
  }
  return [seen, missing];
}

/** Of 100 recorded keys how many an action's example and its output schema have, and which they lack. */
export function recordedKeys(
  component: Component,
  [key, at, keys = ""]: (typeof answersRecorded)[number],
): { percent: number; missing: string[] }[] {
  const action: Record<string, unknown> = { ...component.actions[key] };
  const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
  const example = parsed(action.examplePayload);
  const output = isObject(action.outputSchema) ? parsed(action.outputSchema.schema) : undefined;
  return [isObject(example) ? example.data : undefined, exampleOf(output)].map((data) => {
    const part = firstOf(at === "" ? data : isObject(data) ? data[at] : undefined);
    const [seen, missing] = compare(part, keys.trim().split(/\s+/).values());
    return { percent: (100 * (seen - missing.length)) / seen, missing };
  });
}

/** A value with every key that a schema describes. */
function exampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return null;
  if (isObject(schema.properties))
    return Object.fromEntries(Object.entries(schema.properties).map(([name, of]) => [name, exampleOf(of)]));
  return isObject(schema.items) ? [exampleOf(schema.items)] : null;
}
