import { byLabel, type Choice } from "../../core/choice";
import { textAt } from "../../core/json";
import type { Crm } from "../crm";
import { labelOfField } from "../metadata/choices";
import { getFields, nameOf } from "../metadata/modules";
import { fieldOf } from "../values/fields";

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
  return byLabel(fields.map((field) => ({ key: nameOf(field), label: labelOfField(fieldOf(field)) })));
}
