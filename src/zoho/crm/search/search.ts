import type { Choice } from "../../core/choice";
import { type JsonObject, textAt } from "../../core/json";
import { phoneOf } from "../../core/words";
import { inputError, ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { choicesOfFields } from "../metadata/choices";
import { getFields } from "../metadata/modules";
import { type PagingInput, readList } from "../paging";
import { selectableFields } from "../query/columns";
import { column, joined } from "../query/coql";
import { walkByOffset } from "../query/offset";
import { scan, select } from "../query/select";
import { fieldOf } from "../values/fields";
import { type Condition, whereOf } from "./conditions";
import { bindCriteria, withSpans } from "./criteria";

/** Searches. */
export const searchOperations = {
  searchRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/search",
    safety: "safe",
    class: "sub",
    scope: "ZohoCRM.modules.{module}.READ and ZohoSearch.securesearch.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
} as const;

/** What to look for: exactly one of `criteria`, `email`, `phone`, `word` and `conditions`. */
interface SearchInput extends Omit<PagingInput, "page_token"> {
  readonly recordType: string;
  readonly criteria?: string;
  /** Values for the `:name` places of the criteria. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly email?: string;
  readonly phone?: string;
  readonly word?: string;
  readonly conditions?: readonly Condition[];
  /** Whether all conditions must hold, which they must when it is left out, or any. */
  readonly match?: "all" | "any";
  readonly fields?: readonly string[];
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  readonly converted?: "true" | "false" | "both";
  /** The external ID field that the criteria name, where each user has values of their own in it. */
  readonly externalIdField?: string;
  /** The one state that the search index is asked for; approved records when it is left out. */
  readonly approval_state?: string;
}

interface Found {
  readonly data: JsonObject[];
  readonly info: JsonObject;
}

/** Rows that Zoho's search shows, whatever the page size. */
const WALL = 2000;
const PAGE = 200;

/**
 * Records that meet criteria, an e-mail address, a phone number or a word, by Zoho's search index; or that
 * meet conditions, by a query, which is exact and knows what was written a moment ago.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/search-records.html
 */
export async function searchRecords(crm: Crm, input: SearchInput): Promise<Found> {
  const { criteria, email, phone, word, conditions = [] } = input;
  const given = [criteria, email, phone, word, conditions.length > 0 || undefined];
  if (given.filter((way) => way !== undefined).length !== 1) {
    throw inputError(
      "crm",
      "Exactly one of Criteria, Email, Phone, Word and Conditions says what to look for",
    );
  }
  return conditions.length > 0 ? byQuery(crm, input, conditions) : byIndex(crm, input);
}

async function byIndex(crm: Crm, input: SearchInput): Promise<Found> {
  const { recordType, criteria, parameters = {}, email, phone, word } = input;
  const {
    fields,
    sort_by,
    sort_order,
    converted,
    approval_state,
    externalIdField,
    fetchAll = false,
    maxRecords,
    page = 1,
    per_page = PAGE,
  } = input;
  if (!fetchAll && page * per_page > WALL) {
    throw inputError(
      "crm",
      `Zoho's search ends at ${WALL} records. Narrow it, or use Conditions, which do not end`,
    );
  }
  if (word !== undefined && word.length < 2) throw inputError("crm", "Word: expected at least 2 characters");
  const query = {
    criteria: criteria === undefined ? undefined : bindCriteria(criteria, parameters),
    email,
    phone: phone === undefined ? undefined : searchedPhone(phone),
    word,
    fields,
    sort_by,
    sort_order,
    converted,
    approval_state,
  };
  const paging = fetchAll
    ? { fetchAll, per_page: PAGE, maxRecords: Math.min(maxRecords ?? WALL, WALL) }
    : { page: input.page, per_page: input.per_page };
  const headers = { "X-EXTERNAL": externalIdField && `${recordType}.${externalIdField}` };
  const call = { path: { module: recordType }, query, headers };
  const { rows, info } = await readList(crm, searchOperations.searchRecords, call, "data", paging);
  if (fetchAll && rows.length === WALL && info.more_records === true) {
    crm.log.warn(`Zoho's search ends at ${WALL} records, and more are found. Conditions have no such end.`);
  }
  return { data: rows, info };
}

/**
 * A phone number as Zoho's search takes it.
 * @throws ZohoError of kind `input` for one that is too short or has letters.
 */
export function searchedPhone(phone: string): string {
  const number = phoneOf(phone);
  if (number === undefined)
    throw inputError(
      "crm",
      "Phone: expected digits, a plus, and spaces and ( ) . - between them, without letters",
    );
  if (number.length >= 3) return number;
  throw inputError("crm", "Phone: expected at least 3 characters");
}

async function byQuery(crm: Crm, input: SearchInput, conditions: readonly Condition[]): Promise<Found> {
  try {
    return await queryFor(crm, input, conditions);
  } catch (error) {
    const isRefused = error instanceof ZohoError && error.code === "SYNTAX_ERROR" && input.match !== "any";
    const spans = isRefused ? await withSpans(crm, input.recordType, conditions) : undefined;
    if (!spans) throw error;
    return queryFor(crm, input, spans);
  }
}

async function queryFor(crm: Crm, input: SearchInput, conditions: readonly Condition[]): Promise<Found> {
  const { recordType, match = "all", sort_by, sort_order = "desc", fetchAll = false } = input;
  const { page = 1, per_page = PAGE, fields = [], maxRecords } = input;
  const selection = {
    module: recordType,
    names: fields.length > 0 ? fields : await selectableFields(crm, recordType),
    optional: fields.length === 0,
    where: convertedToo(input, conditions, await whereOf(crm, recordType, conditions, match)),
    order: sort_by ? `${column(sort_by)} ${sort_order}` : "id asc",
  };
  if (!fetchAll) {
    const { rows, more } = await select(crm, {
      ...selection,
      limit: per_page,
      offset: (page - 1) * per_page,
    });
    return { data: rows, info: { count: rows.length, more_records: more } };
  }
  // Without an order of its own a query is read past every wall, by id.
  const { rows, more } = sort_by
    ? await walkByOffset(crm, { start: 0, wanted: maxRecords ?? Number.POSITIVE_INFINITY }, (limit, offset) =>
        select(crm, { ...selection, limit, offset }),
      )
    : await scan(crm, { ...selection, maxRecords });
  return { data: rows, info: { count: rows.length, more_records: more } };
}

/**
 * A query leaves converted leads out, as lists and search do, unless its criteria name the field that tells
 * them.
 */
function convertedToo(
  { recordType, converted = "false" }: SearchInput,
  conditions: readonly Condition[],
  where: string,
): string {
  const isNamed = conditions.some(({ field }) => field === CONVERTED);
  if (recordType !== "Leads" || converted === "false" || isNamed) return where;
  const both = joined([`${CONVERTED} = true`, `${CONVERTED} = false`], "or");
  return joined([`(${where})`, converted === "both" ? both : `${CONVERTED} = true`], "and");
}

const CONVERTED = "Converted__s";

/** The types of field that Zoho's search and queries compare. */
const searchable = new Set([
  "autonumber",
  "bigint",
  "boolean",
  "currency",
  "date",
  "datetime",
  "double",
  "email",
  "formula",
  "integer",
  "lookup",
  "multiselectpicklist",
  "ownerlookup",
  "percent",
  "phone",
  "picklist",
  "text",
  "userlookup",
  "website",
]);

/** The fields of a module by which records can be found and sorted. */
export async function searchableFieldChoices(crm: Crm, recordType: string): Promise<Choice[]> {
  const fields = (await getFields(crm, recordType)).filter(
    (field) => field.searchable !== false && searchable.has(textAt(field, "data_type") ?? ""),
  );
  return choicesOfFields(fields.map(fieldOf));
}
