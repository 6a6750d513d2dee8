import { isObject, type JsonObject, objectsAt, textAt } from "../../../json";
import { inputError } from "../../http/errors";
import type { Transport } from "../../http/transport";
import { forgetFields, getFields, getLayouts } from "../metadata";
import type { Schema } from ".";
import { type FieldIndex, indexOf } from "./fields";

/**
 * What records of a module are checked against: its fields, those of its subforms, and what the named layout requires. Read once and kept, so
 * that only the first write costs a credit more.
 * @param records looked through for the subforms and layouts they use.
 */
export async function schemaFor(
  crm: Transport,
  recordType: string,
  records: readonly JsonObject[],
  layoutId?: string,
): Promise<Schema> {
  const fields = indexOf(await getFields(crm, recordType));
  const rows = new Map<string, FieldIndex>();
  for (const { type, name, label, rowsModule } of fields.byName.values()) {
    const isUsed =
      type === "subform" && rowsModule && records.some((record) => record[name] ?? record[label]);
    if (isUsed) rows.set(rowsModule, indexOf(await getFields(crm, rowsModule)));
  }
  const layoutRequired = layoutId ? await requiredBy(crm, recordType, layoutId) : [];
  return { fields, rows, recordType, layoutRequired };
}

/** The fields that a layout requires. Refuses a layout that the module does not have. */
async function requiredBy(crm: Transport, recordType: string, layoutId: string): Promise<string[]> {
  const layouts = await getLayouts(crm, recordType);
  const layout = layouts.find((candidate) => textAt(candidate, "id") === layoutId);
  if (!layout) {
    const known = layouts
      .map((candidate) => `${textAt(candidate, "name")} (${textAt(candidate, "id")})`)
      .join(", ");
    throw inputError("crm", `Layout ID: ${recordType} has no layout ${layoutId}. It has ${known}`);
  }
  const fields = objectsAt(layout, "sections").flatMap((section) => objectsAt(section, "fields"));
  return fields
    .filter((field) => field.required === true && isCreatable(field))
    .map((field) => textAt(field, "api_name") ?? "");
}

const isCreatable = (field: JsonObject): boolean =>
  field.read_only !== true && !(isObject(field.operation_type) && field.operation_type.api_create === false);

/** Zoho's answers that show the kept metadata to be outdated. */
const contradictions = new Set([
  "INVALID_DATA",
  "MANDATORY_NOT_FOUND",
  "MULTIPLE_OR_MULTI_ERRORS",
  "INVALID_MODULE",
]);

/** Forgets a module's fields when Zoho has refused what they allow. */
export function learnFrom(crm: Transport, recordType: string, codes: readonly string[]): void {
  if (codes.some((code) => contradictions.has(code))) forgetFields(crm, recordType);
}
