import { fieldTypes, rowTypes } from "../../metadata/fieldTypes";
import { stages } from "../../metadata/picklists";
import type { Schema } from "../../metadata/schema";
import type { Field, Module, PicklistValue } from "../../metadata/types";
import type { Staff } from "../../people/staff";
import { relatedField } from "./relatedFieldJson";

/** What metadata tells of: modules, and the profiles that may see them. */
export interface Described {
  readonly schema: Schema;
  readonly staff: Staff;
}

/**
 * A field as `GET /settings/fields` gives it. v2 tells `required` where later versions tell what each
 * operation may do.
 */
export function fieldJson(organization: Described, module: Module, field: Field, version: string): object {
  const facts = fieldTypes[field.dataType];
  const writable = !field.readOnly;
  const mandatory = field.mandatory ?? false;
  const plain = !rowTypes.has(field.dataType);
  const common = {
    associated_module: field.rows ? moduleName(organization, field.rows) : null,
    webhook: plain,
    colour_code_enabled_by_system: false,
    field_label: field.label,
    tooltip: null,
    display_format_properties: null,
    type: "used",
    field_read_only: field.readOnly ?? false,
    customizable_properties: null,
    display_label: field.label,
    read_only: field.readOnly ?? false,
    association_details: null,
    businesscard_supported: plain,
    multi_module_lookup: multiModule(organization, field),
    id: field.id,
    created_time: null,
    filterable: plain && field.dataType !== "textarea",
    visible: true,
    profiles: organization.staff.profiles.map(({ name, id }) => ({
      permission_type: name === "Read Only" || field.readOnly ? "read_only" : "read_write",
      name,
      id,
    })),
    view_type: {
      view: true,
      edit: writable && !field.hidden,
      quick_create: mandatory,
      create: writable && !field.hidden,
    },
    separator: false,
    searchable: facts.searchable ?? true,
    history_tracking_enabled: false,
    external: field.external ? { show: true, type: field.external } : null,
    api_name: field.apiName,
    parent_field: null,
    unique: field.unique || field.external ? { case_sensitive: false } : {},
    enable_colour_code: false,
    child_fields: null,
    pick_list_values: pickListJson(module, field),
    system_mandatory: mandatory,
    private: null,
    virtual_field: false,
    json_type: field.json,
    crypt: null,
    range: null,
    created_source: "default",
    display_type: -1,
    ui_type: facts.uiType,
    modified_time: null,
    public: false,
    email_parser: { fields_update_supported: false, record_operations_supported: writable },
    currency:
      field.dataType === "currency" ? { rounding_option: "normal", precision: field.decimals ?? 2 } : {},
    custom_field: field.custom,
    lookup: lookupJson(organization, module, field),
    hipaa_compliance: null,
    convert_mapping: { Contacts: null, Deals: null, Accounts: null, ...field.convertsTo },
    address: null,
    length: field.length,
    column_name: field.apiName.toUpperCase(),
    display_field: field.apiName === module.display,
    pick_list_values_sorted_lexically: false,
    sortable: facts.sortable ?? true,
    layout_associations: layoutsOf(module, field),
    global_picklist: null,
    display_format: null,
    history_tracking: null,
    data_type: field.dataType,
    additional_column: null,
    hipaa_compliance_enabled: false,
    decimal_place: decimalPlace(field),
    mass_update: writable && plain,
    quick_sequence_number: null,
    blueprint_supported: plain,
    ...relatedField(organization.schema, module, field),
  };
  return version === "v2"
    ? { ...common, required: mandatory }
    : { ...common, operation_type: operations(writable) };
}

const operations = (writable: boolean) => ({
  web_update: writable,
  api_create: writable,
  web_create: writable,
  api_update: writable,
});

function decimalPlace({ dataType, decimals }: Field): number | null {
  const isDecimal =
    dataType === "currency" || dataType === "double" || dataType === "percent" || dataType === "formula";
  return isDecimal ? (decimals ?? 2) : null;
}

/** The layouts on which a field stands; one that is on none belongs to all of them. */
export function layoutsOf({ layouts }: Module, { apiName, hidden }: Field): object[] {
  return layouts
    .filter(({ fields }) => hidden || fields.has(apiName))
    .map(({ name, id }) => ({ api_name: name === "Standard" ? "Standard__s" : name, name, id }));
}

/** The values of a picklist: "-None-" first, as Zoho has it where a field need not be filled. */
export function pickListJson(module: Module, field: Field): object[] {
  const none = field.dataType === "picklist" && !field.mandatory && field.values.length > 0;
  const empty = { id: field.id, display: "-None-", actual: "-None-", reference: "-None-" };
  const values: PicklistValue[] = none ? [empty, ...field.values] : [...field.values];
  return values.map(({ id, display, actual, reference }, index) => ({
    display_value: display,
    sequence_number: index + 1,
    reference_value: reference,
    colour_code: null,
    actual_value: actual,
    id,
    type: "used",
    ...(module.apiName === "Deals" && field.apiName === "Stage" ? stageJson(module, display) : {}),
  }));
}

function stageJson({ id }: Module, value: string): object {
  const [, probability, forecastCategory, forecastType] = stages.find(([name]) => name === value) ?? [];
  return {
    probability,
    forecast_category: { name: forecastCategory, id },
    forecast_type: forecastType,
    deal_category: forecastType,
  };
}

const moduleName = (organization: Described, name: string) => ({
  module: name,
  id: organization.schema.get(name)?.id ?? null,
});

function multiModule(organization: Described, { dataType, modules = [], label, apiName }: Field): object {
  if (dataType !== "multi_module_lookup") return {};
  return {
    display_label: label,
    api_name: apiName,
    modules: modules.map((name) => ({
      api_name: name,
      module_name: name,
      id: organization.schema.get(name)?.id ?? null,
    })),
  };
}

function lookupJson(organization: Described, module: Module, field: Field): object {
  if (field.dataType !== "lookup" || !field.module) return {};
  return {
    display_label: module.plural,
    revalidate_filter_during_edit: false,
    api_name: module.apiName,
    module: { api_name: field.module, crypt: false, id: organization.schema.get(field.module)?.id ?? null },
    id: field.id,
    query_details: {},
  };
}
