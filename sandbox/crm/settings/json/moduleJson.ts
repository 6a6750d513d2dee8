import { isOfRows } from "../../metadata/schema";
import type { Module } from "../../metadata/types";
import type { CrmOrganization } from "../../organization";
import { personOf } from "../../people/staff";

/** A module as `GET /settings/modules` gives it. */
export function moduleJson(organization: CrmOrganization, module: Module): Record<string, unknown> {
  const { staff, schema } = organization;
  const { flags, kind } = module;
  const shown = !isOfRows(kind);
  const parent = schema.get(parentOf(module) ?? "");
  const profiles = staff.profiles.filter(({ id }) => !module.hiddenFrom.has(id));
  return {
    ...flags,
    id: module.id,
    api_name: module.apiName,
    module_name: kind === "custom" ? `CustomModule${module.sequence}` : module.apiName,
    singular_label: module.singular,
    plural_label: module.plural,
    actual_singular_label: module.singular,
    actual_plural_label: module.plural,
    generated_type: kind,
    module_type: "ENTITIES",
    visible: shown,
    visibility: shown ? 1 : 2,
    status: shown ? "visible" : "system_hidden",
    sequence_number: module.sequence,
    recycle_bin_on_delete: shown,
    emailTemplate_support: shown,
    email_parser_supported: shown,
    filter_supported: shown,
    webform_supported: shown,
    scoring_supported: shown,
    feeds_required: false,
    public_fields_configured: false,
    business_card_field_limit: 5,
    track_current_data: kind === "field_tracker",
    has_more_profiles: false,
    profile_count: profiles.length,
    profiles: profiles.map(personOf),
    private_profile: null,
    parent_module: parent ? { api_name: parent.apiName, id: parent.id } : {},
    arguments: [],
    web_link: null,
    description: null,
    access_type: "org_based",
    modified_time: null,
    modified_by: null,
    territory: null,
    sub_menu_available: true,
    presence_sub_menu: true,
  };
}

/** The API name of the module whose records the rows of a module belong to. */
function parentOf({ kind, parent, fields }: Module): string | undefined {
  if (kind !== "field_tracker") return parent;
  return [...fields.values()].find(({ dataType }) => dataType === "lookup")?.module;
}

/** What `GET /settings/modules/{module}` adds to it. */
export function moduleDetailJson(organization: CrmOrganization, module: Module): object {
  const [all] = organization.customViews.get(module.apiName) ?? [];
  return {
    ...moduleJson(organization, module),
    display_field: module.display,
    per_page: 50,
    custom_view: all ? { id: all.id, name: all.name, system_name: all.systemName } : null,
    search_layout_fields: all?.fields.map(({ apiName }) => apiName) ?? [],
    related_list_properties: {
      sort_by: null,
      fields: all?.fields.map(({ apiName }) => apiName) ?? [],
      sort_order: null,
    },
    $properties: ["$approval_state", "$editable", "$field_states", "$sharing_permission"],
  };
}
