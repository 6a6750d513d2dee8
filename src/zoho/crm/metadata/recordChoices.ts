import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { column, literal } from "../query/coql";
import { select } from "../query/select";
import { pageSize } from "../query/walk";
import type { Choice } from "./choices";
import { getFields, nameFieldOf, nameOf } from "./modules";

/** How many records a picker offers at most, and how long it reads on for more. */
const MAX_RECORDS = 5000;
const MAX_MS = 15_000;

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

export interface Listed {
  readonly choices: Choice[];
  /** Whether the module has more records than these. */
  readonly isCut: boolean;
}

export interface Listing {
  readonly searchText?: string;
  readonly max?: number;
}

/**
 * Records of a module by name, the most recently changed first: up to 5,000, as far as 15 seconds reach. Of records that have one name, labels tell more.
 * @param listing `searchText` narrows them to names that contain it.
 */
export async function listRecords(
  crm: Crm,
  recordType: string,
  { searchText, max = MAX_RECORDS }: Listing = {},
): Promise<Listed> {
  const until = crm.now() + MAX_MS;
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

/** Adds to labels that several choices have what is known of each. */
function tellApart(choices: readonly Choice[], more: (index: number) => string | undefined): Choice[] {
  const counts = new Map<string, number>();
  for (const { label } of choices) counts.set(label, (counts.get(label) ?? 0) + 1);
  return choices.map(({ key, label }, index) => {
    const added = (counts.get(label) ?? 0) > 1 && label !== key ? more(index) : undefined;
    return { key, label: added ? `${label} (${added})` : label };
  });
}

/** The records that a picker offers. Where the module has more, the last entry says so, and stands for none of them. */
export async function recordChoices(crm: Crm, recordType: string, searchText?: string): Promise<Choice[]> {
  const { choices, isCut } = await listRecords(crm, recordType, { searchText });
  return isCut ? [...choices, cutAfter(choices.length)] : choices;
}

/** The entry that says that a list is not whole. */
export const cutAfter = (count: number): Choice => ({
  key: "",
  label: `${count.toLocaleString("en")} are listed and there are more: Search Text narrows the list, and an ID can be typed`,
});
