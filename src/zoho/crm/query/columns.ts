import { isObject, textAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { forgetFields, getFields, isVisible, nameOf } from "../metadata/modules";

/** Types of which queries refuse every column; the same are refused in production connectors. */
const refusedTypes = [
  "subform",
  "multiselectlookup",
  "multiuserlookup",
  "fileupload",
  "imageupload",
  "profileimage",
];

/** Columns that queries refuse though their type would do, by module. */
const refusedFields: Readonly<Record<string, readonly string[]>> = {
  Calls: ["CTI_Entry"],
  Cases: ["Comments"],
  Deals: ["Stage_Modified_Time"],
  Events: ["Participants"],
  Price_Books: ["Pricing_Details"],
  Solutions: ["Comments"],
};

/** The API names of a module's fields that a COQL query can select, as far as is known. */
export async function selectableFields(crm: Crm, module: string): Promise<string[]> {
  const fields = await getFields(crm, module);
  const refused = Object.hasOwn(refusedFields, module) ? refusedFields[module] : undefined;
  return fields
    .filter((field) => isVisible(field, ...refusedTypes))
    .map(nameOf)
    .filter((name) => !refused?.includes(name));
}

/**
 * The fields that are read where all are to be read: kept by the change feed, so that a poll without news
 * asks for no metadata.
 */
export interface Columns {
  readonly names: readonly string[];
  /** Fields that Zoho describes but lets no query select. */
  readonly refused: readonly string[];
}

/** All fields that COQL can select, as far as is known, and others that are asked for. */
export async function allColumns(
  crm: Crm,
  module: string,
  others: readonly string[] = [],
  refused: readonly string[] = [],
): Promise<Columns> {
  const described = [...new Set([...(await selectableFields(crm, module)), ...others])];
  return { names: described.filter((name) => !refused.includes(name)), refused };
}

/** Reads with these columns, leaving out those that Zoho refuses to select. */
export async function readingColumns<T>(
  crm: Crm,
  module: string,
  columns: Columns,
  read: (names: readonly string[]) => Promise<T>,
): Promise<{ result: T; columns: Columns }> {
  try {
    return { result: await read(columns.names), columns };
  } catch (error) {
    const refused = refusedColumn(error);
    if (refused === undefined || !columns.names.includes(refused)) throw error;
    crm.log.info(`No query can select ${refused} of ${module}. It is left out.`);
    forgetFields(crm, module);
    const names = columns.names.filter((name) => name !== refused);
    return readingColumns(crm, module, { names, refused: [...columns.refused, refused] }, read);
  }
}

/** The column that a query was refused for: by its name, or as the word at which reading the query ended. */
export function refusedColumn(error: unknown): string | undefined {
  if (!(error instanceof ZohoError) || !isObject(error.details)) return undefined;
  if (error.code === "INVALID_QUERY") return textAt(error.details, "column_name");
  return error.code === "SYNTAX_ERROR" ? textAt(error.details, "near") : undefined;
}
