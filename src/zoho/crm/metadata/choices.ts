import {
  byLabel,
  byTyping,
  type Choice,
  type Listed,
  MAX_CHOICES,
  MAX_READING_MS,
  tellApart,
  withCut,
} from "../../core/choice";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { getFromAddresses } from "../email";
import { getAttachments } from "../files/attachments";
import { getNotes } from "../notes";
import { column, literal } from "../query/coql";
import { pageSize } from "../query/keyset";
import { select } from "../query/select";
import { getTags } from "../tags";
import { getUsers } from "../users";
import { choiceOf, type Field, fieldOf } from "../values/fields";
import { getFields, getLayouts, type ModuleUse, nameFieldOf, nameOf, usableModules } from "./modules";
import { getPipelines } from "./pipelines";
import { getCustomViews, getRelatedLists, picklistOf } from "./settings";

/** The modules that can be used in the named ways. */
export async function moduleChoices(crm: Crm, ...uses: ModuleUse[]): Promise<Choice[]> {
  const modules = await usableModules(crm, uses);
  return byLabel(
    modules.map((module) => ({
      key: nameOf(module),
      label: labelOfModule(module),
    })),
  );
}

/** Its plural, with the singular and the API name where they are other words. */
export function labelOfModule(module: JsonObject): string {
  const plural = textAt(module, "plural_label") ?? nameOf(module);
  const others = [textAt(module, "singular_label"), nameOf(module).replace(/__s$/, "").replaceAll("_", " ")];
  const told = [...new Set(others)].filter((name) => name && name !== plural);
  return told.length > 0 ? `${plural} (${told.join(", ")})` : plural;
}

/** The fields of a module; with `writable`, those alone that the API may set on create or update. */
export async function fieldChoices(crm: Crm, recordType: string, writable = false): Promise<Choice[]> {
  const fields = await getFields(crm, recordType);
  const offered = writable ? fields.filter(isWritable) : fields;
  return choicesOfFields(offered.map(fieldOf));
}

/** Fields by their labels; of one label with their API names. */
export function choicesOfFields(fields: readonly Field[]): Choice[] {
  const choices = fields.map((field) => ({ key: field.name, label: labelOfField(field) }));
  return byLabel(tellApart(choices));
}

const typeNames: Readonly<Record<string, string>> = {
  textarea: "text",
  datetime: "date and time",
  bigint: "long integer",
  double: "decimal",
  boolean: "checkbox",
  multiselectpicklist: "multi-select picklist",
  ownerlookup: "user",
  userlookup: "user",
  multi_module_lookup: "lookup",
  multiselectlookup: "multi-select lookup",
  multiuserlookup: "multi-user lookup",
  imageupload: "images",
  fileupload: "files",
  profileimage: "image",
  autonumber: "auto-number",
  rollup_summary: "rollup summary",
};

/**
 * A field as a picker shows it: its label, type, and whether a new record needs it: `Last Name (text,
 * mandatory)`.
 */
export function labelOfField({ name, label, type, mandatory, creatable, updatable }: Field): string {
  const marks = [
    Object.hasOwn(typeNames, type) ? typeNames[type] : type.toLowerCase(),
    ...(mandatory ? ["mandatory"] : []),
    ...(creatable || updatable ? [] : ["read-only"]),
  ];
  return `${label || name} (${marks.join(", ")})`;
}

function isWritable(described: JsonObject): boolean {
  const { creatable, updatable } = fieldOf(described);
  return creatable || updatable;
}

/**
 * Choices of things: the value is what stands under `key`, the label what stands under the first of `labels`
 * that is there, with the value where several have one label.
 */
export function choicesOf(items: readonly JsonObject[], key: string, ...labels: string[]): Choice[] {
  const choices = items.map((item) => {
    const value = textAt(item, key) ?? "";
    const named = labels.map((label) => textAt(item, label)).find(Boolean);
    return { key: value, label: named ?? value };
  });
  return byLabel(tellApart(choices));
}

/** How many users a picker offers. */
const MAX_USERS = 3000;

/** Active users by name, of one name with their emails. */
export async function userChoices(crm: Crm): Promise<Choice[]> {
  const asked = { userType: "ActiveUsers", fetchAll: true, maxRecords: MAX_USERS };
  const { users, info } = await getUsers(crm, asked);
  const choices = users.map((user) => ({
    key: textAt(user, "id") ?? "",
    label: textAt(user, "full_name") ?? textAt(user, "email") ?? "",
  }));
  const told = tellApart(choices, (index) => textAt(users[index] ?? {}, "email"));
  return withCut({ choices: byLabel(told), isCut: info.more_records === true }, byTyping);
}

/** How many notes, attachments and custom views a picker offers. */
const MAX_LISTED = 1000;

/** What is listed below a record, by name; of one name with what else is known, down to the ID. */
function listedBelow(
  { data, info }: { data: readonly JsonObject[]; info: JsonObject },
  named: (item: JsonObject) => string | undefined,
): Choice[] {
  const choices = data.map((item) => {
    const key = textAt(item, "id") ?? "";
    return { key, label: named(item)?.replaceAll(/\s+/g, " ").slice(0, 60) || key };
  });
  const told = data.map(({ Parent_Id: parent, Size: size, Modified_Time: time }) =>
    [isObject(parent) ? parent.name : undefined, size && `${String(size)} bytes`, time]
      .map(shown)
      .filter(Boolean)
      .join(", "),
  );
  const apart = tellApart(choices, (index) => told[index]);
  const isCut = info.more_records === true;
  return withCut({ choices: tellApart(apart), isCut }, byTyping);
}

/**
 * The notes of a record, or of the whole organization, by title or first words, those that changed last
 * first.
 */
export async function noteChoices(
  crm: Crm,
  { recordType, recordId }: { readonly recordType?: string; readonly recordId?: string },
): Promise<Choice[]> {
  const below = recordType && recordId ? { recordType, recordId } : {};
  const order = { sort_by: "Modified_Time", sort_order: "desc" } as const;
  const notes = await getNotes(crm, { ...below, ...order, fetchAll: true, maxRecords: MAX_LISTED });
  return listedBelow(notes, (note) => textAt(note, "Note_Title") || textAt(note, "Note_Content"));
}

/** The attachments of a record, by the names of their files. */
export const attachmentChoices = async (
  crm: Crm,
  key: { readonly recordType: string; readonly recordId: string },
): Promise<Choice[]> =>
  listedBelow(await getAttachments(crm, { ...key, fetchAll: true, maxRecords: MAX_LISTED }), (file) =>
    textAt(file, "File_Name"),
  );

/** A module's layouts, by name. */
export const layoutChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(await getLayouts(crm, recordType), "id", "display_label", "name");

/** A module's related lists, by label, with their API names. */
export const relatedListChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(await getRelatedLists(crm, recordType), "api_name", "display_label");

/** A module's custom views, by the name that is shown. */
export async function customViewChoices(crm: Crm, recordType: string): Promise<Choice[]> {
  const whole = { fetchAll: true, maxRecords: MAX_LISTED };
  const { custom_views, info } = await getCustomViews(crm, { recordType, ...whole });
  const choices = choicesOf(custom_views, "id", "display_value", "name");
  return withCut({ choices, isCut: info.more_records === true }, byTyping);
}

/** Values of picklists, each once: records hold what people see. */
const displayed = (described: readonly JsonObject[]): Choice[] =>
  byLabel(
    [...new Set(described.map((value) => choiceOf(value).display))].map((key) => ({ key, label: key })),
  );

/** The values of a picklist field that are in use, as records hold them. */
export async function picklistChoices(crm: Crm, recordType: string, fieldName: string): Promise<Choice[]> {
  const values = objectsAt(await picklistOf(crm, recordType, fieldName), "pick_list_values");
  return displayed(values.filter(({ type }) => type !== "unused"));
}

/** A module's tags, by name. */
export const tagChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf((await getTags(crm, { recordType })).tags, "name");

/** Pipelines, as deals hold them. */
export const pipelineChoices = async (crm: Crm, recordType: string, layoutId?: string): Promise<Choice[]> =>
  displayed((await getPipelines(crm, { recordType, layoutId })).pipeline);

/** The addresses that the connected user may send emails from. */
export async function fromAddressChoices(crm: Crm): Promise<Choice[]> {
  const addresses = (await getFromAddresses(crm)).from_addresses;
  const named = addresses.map((address) => ({
    ...address,
    label: `${textAt(address, "user_name") ?? ""} <${textAt(address, "email")}>`,
  }));
  return choicesOf(named, "email", "label");
}

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

interface Listing {
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
  return tellApart(choices);
}

/**
 * The records that a picker offers. Where the module has more, the last entry says so, and stands for none of
 * them.
 */
export const recordChoices = async (crm: Crm, recordType: string, searchText?: string): Promise<Choice[]> =>
  withCut(await listRecords(crm, recordType, { searchText }));
