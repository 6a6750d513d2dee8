import type { Module } from "../../metadata/types";
import type { CrmOrganization } from "../../organization";
import { personOf } from "../../people/staff";

const visibilityOf = { default: 1, custom: 1, subform: 2, linking: 2 } as const;

/** A module as `GET /settings/modules` gives it. */
export function moduleJson({ staff }: CrmOrganization, module: Module): Record<string, unknown> {
  const { flags, kind } = module;
  const shown = kind === "default" || kind === "custom";
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
    visibility: visibilityOf[kind],
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
    track_current_data: false,
    has_more_profiles: false,
    profile_count: profiles.length,
    profiles: profiles.map(personOf),
    private_profile: null,
    parent_module: {},
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

/** What `GET /settings/modules/{module}` adds to it. */
export function moduleDetailJson(organization: CrmOrganization, module: Module): object {
  const parent = organization.schema.get(module.parent ?? "");
  const [all] = organization.customViews.get(module.apiName) ?? [];
  return {
    ...moduleJson(organization, module),
    parent_module: parent ? { api_name: parent.apiName, id: parent.id } : {},
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
