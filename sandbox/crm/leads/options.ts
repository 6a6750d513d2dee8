import type { Answer } from "../../core/answer";
import { failure, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { Field, Module, RecordData } from "../metadata/types";
import { matchFields } from "./mapping";

/**
 * `GET /Leads/{id}/__conversion_options`: the contacts and accounts that the lead may be the same as, and by
 * which field.
 */
export function conversionOptions({ organization, module, request }: ModuleCall): Answer {
  const lead = organization.view(module).get(request.params.id ?? "");
  const at = { resource_path_index: 1 };
  if (!lead || lead.Converted__s === true)
    return refusal(failure("INVALID_DATA", "the given id seems to be invalid", at));
  if (lead.$approval_state === "approval_pending")
    return refusal(failure("NOT_APPROVED", "record not approved", at));
  const matches = (target: "Contacts" | "Accounts") => {
    const [leadField, name] = matchFields[target];
    const targetModule = organization.schema.get(target);
    const field = targetModule?.fields.get(name);
    const value = lead[leadField];
    if (!targetModule || !field || typeof value !== "string" || value === "") return undefined;
    const store = organization.store(targetModule);
    const records = [...store.find(name, value)].flatMap((id) => store.get(id) ?? []);
    return records.length === 0 ? undefined : { records, by: matchedBy(field, value) };
  };
  const contacts = matches("Contacts");
  const accounts = matches("Accounts");
  return ok({
    __conversion_options: {
      module_preference: null,
      Contacts: contacts?.records.map(contactJson) ?? null,
      Accounts: accounts?.records.map(accountJson) ?? null,
      preference_field_matched_value:
        contacts || accounts ? { Contacts: contacts?.by ?? null, Accounts: accounts?.by ?? null } : null,
      modules_with_multiple_layouts: severalLayouts(
        ["Contacts", "Accounts", "Deals"].map((name) => organization.schema.get(name)),
      ),
    },
  });
}

const matchedBy = ({ apiName, label, id, unique }: Field, value: string) => [
  { field: { api_name: apiName, field_label: label, unique: unique ?? null, id }, matched_lead_value: value },
];

const common = (record: RecordData) => ({
  id: record.id,
  Locked__s: record.Locked__s === true,
  $editable: true,
  $approval_state: record.$approval_state ?? "approved",
});

const contactJson = (record: RecordData) => ({
  ...common(record),
  Full_Name: record.Full_Name,
  Email: record.Email ?? null,
  Layout: record.Layout ?? null,
  Account_Name: record.Account_Name ?? null,
  Data_Processing_Basis: null,
});

const accountJson = (record: RecordData) => ({
  ...common(record),
  Account_Name: record.Account_Name,
  Phone: record.Phone ?? null,
  Website: record.Website ?? null,
  Account_Type: record.Account_Type ?? null,
});

function severalLayouts(modules: readonly (Module | undefined)[]): object[] | null {
  const several = modules.filter((module) => module !== undefined && module.layouts.length > 1);
  return several.length === 0
    ? null
    : several.map((module) => ({ api_name: module?.apiName, id: module?.id }));
}
