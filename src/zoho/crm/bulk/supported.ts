import { type JsonObject, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { getFields, getModules, nameOf } from "../metadata/modules";
import { indexOf } from "../values/fields";
import { expectFields } from "../values/schema";

/** Modules whose records no bulk job reads or writes. */
const refusedModules = ["Notes", "Attachments", "Emails"];

/** Types of fields that no bulk read gives. */
const refusedTypes = ["fileupload", "multiselectlookup"];

/**
 * Refuses what no bulk job takes, before anything is sent.
 * @throws ZohoError of kind `input` that names the module.
 */
export async function expectModule(crm: Crm, recordType: string): Promise<void> {
  const module = (await getModules(crm)).find(({ api_name: name }) => name === recordType);
  const isLinking = textAt(module, "generated_type") === "linking";
  if (!refusedModules.includes(recordType) && !isLinking) return;
  const hint = "An action that lists its records reads it.";
  throw inputError("crm", `Record Type: Zoho has no bulk jobs for ${recordType}. ${hint}`, {
    module: recordType,
  });
}

/**
 * Refuses fields that no bulk read gives, and those that the module does not have.
 * @throws ZohoError of kind `input` that names the field.
 */
export async function expectReadable(crm: Crm, recordType: string, names: readonly string[]): Promise<void> {
  const described = await getFields(crm, recordType);
  const first = names.map((path) => path.split(".")[0] ?? "").filter((name) => name.toLowerCase() !== "id");
  expectFields(recordType, indexOf(described), { Fields: first });
  const refused = described.find((field) => first.includes(nameOf(field)) && isRefused(field));
  if (!refused) return;
  const name = nameOf(refused);
  const type = textAt(refused, "data_type");
  throw inputError("crm", `Fields: no bulk read gives ${name}, for it is of the type ${type}`, {
    api_name: name,
  });
}

const isRefused = (field: JsonObject): boolean => refusedTypes.includes(textAt(field, "data_type") ?? "");

/** Types of JSON that a CSV gives whole. */
const plainTypes = ["string", "integer", "double", "boolean"];

/**
 * Whether a bulk read gives these fields of a module's records in the form in which queries give them, and
 * the same records: not lookups, of which it has the ids alone, and not leads, of which it may have converted
 * ones.
 */
export async function givesAlike(crm: Crm, recordType: string, names: readonly string[]): Promise<boolean> {
  const described = await getFields(crm, recordType);
  const isPlain = (name: string): boolean => {
    const field = described.find((each) => nameOf(each) === name);
    return (
      name === "id" ||
      (field !== undefined && !isRefused(field) && plainTypes.includes(textAt(field, "json_type") ?? ""))
    );
  };
  const hasConverted = described.some((field) => nameOf(field) === "Converted__s");
  return names.length > 0 && !hasConverted && !refusedModules.includes(recordType) && names.every(isPlain);
}
