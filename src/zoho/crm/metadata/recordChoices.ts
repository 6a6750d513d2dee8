import { type Choice, type Listed, MAX_CHOICES, MAX_READING_MS, tellApart, withCut } from "../../core/choice";
import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { column, literal } from "../query/coql";
import { select } from "../query/select";
import { pageSize } from "../query/walk";
import { getFields, nameFieldOf, nameOf } from "./modules";

/** What tells records of one name apart, where their module has it: two of these, in this order. */
const telling = [
  "Email",
  "Company",
  "Due_Date",
  "Start_DateTime",
  "Call_Start_Time",
  "Closing_Date",
  "Phone",
  "Status",
  "Created_Time",
];

export interface Listing {
  readonly searchText?: string;
  readonly max?: number;
}

/**
 * Records of a module by name, the most recently changed first: up to 5,000, as far as 15 seconds reach. Of
 * records that have one name, labels tell more.
 * @param listing `searchText` narrows them to names that contain it.
 */
export async function listRecords(
  crm: Crm,
  recordType: string,
  { searchText, max = MAX_CHOICES }: Listing = {},
): Promise<Listed> {
  const until = crm.now() + MAX_READING_MS;
  const name = await nameFieldOf(crm, recordType);
  const own = new Set((await getFields(crm, recordType)).map(nameOf));
  const details = telling.filter((field) => own.has(field) && field !== name).slice(0, 2);
  const asked = {
    module: recordType,
    names: [name, ...details],
    optional: true,
    where: searchText ? `${column(name)} like ${literal(`%${searchText}%`)}` : undefined,
    order: "Modified_Time desc",
  };
  const rows = new Map<string, JsonObject>();
  // The first page is what most modules need, for one credit; the others are as long as Zoho's can be.
  for (let offset = 0, limit = Math.min(200, max), more = true; ; ) {
    const page = await select(crm, { ...asked, limit, offset });
    for (const row of page.rows) rows.set(textAt(row, "id") ?? "", row);
    more = page.more;
    offset += page.rows.length;
    limit = Math.min(pageSize(crm), max - offset);
    const isOver = page.rows.length === 0 || limit <= 0 || crm.now() >= until;
    if (!more || isOver) return { choices: labelled([...rows.values()], name, details), isCut: more };
  }
}

const shown = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).replace("T", " ").slice(0, 60) : "";

/** Names, and for those that several records have what else is known, down to the ID. */
function labelled(rows: readonly JsonObject[], name: string, details: readonly string[]): Choice[] {
  let choices = rows.map((row) => {
    const key = textAt(row, "id") ?? "";
    return { key, label: textAt(row, name) || key };
  });
  const told = rows.map((row) =>
    details
      .map((field) => shown(row[field]))
      .filter(Boolean)
      .join(", "),
  );
  choices = tellApart(choices, (index) => told[index]);
  return tellApart(choices, (index) => choices[index]?.key);
}

/**
 * The records that a picker offers. Where the module has more, the last entry says so, and stands for none of
 * them.
 */
export const recordChoices = async (crm: Crm, recordType: string, searchText?: string): Promise<Choice[]> =>
  withCut(await listRecords(crm, recordType, { searchText }));
