import { isObject, textAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { forgetFields, selectableFields } from "../metadata";

/** The fields that a feed reads where it is to read all: kept, so that a poll without news asks for no metadata. */
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

/** The column that a query was refused for. */
function refusedColumn(error: unknown): string | undefined {
  const isRefusal = error instanceof ZohoError && error.code === "INVALID_QUERY" && isObject(error.details);
  return isRefusal ? textAt(error.details, "column_name") : undefined;
}
