import { crmAction } from "../../../define";
import { viewableModule } from "../../../inputs/modules";
import { readModules } from "../../../zoho/crm/metadata/modules";
import { getModule, readRelatedLists } from "../../../zoho/crm/metadata/settings";

/** A module as lists tell it. */
const listedModule = {
  creatable: true,
  editable: true,
  deletable: true,
  viewable: true,
  convertable: true,
  api_supported: true,
  show_as_tab: true,
  quick_create: true,
  lookupable: true,
  global_search_supported: true,
  inventory_template_supported: false,
  isBlueprintSupported: true,
  triggers_supported: true,
  id: "5725767000000002175",
  api_name: "Leads",
  module_name: "Leads",
  singular_label: "Lead",
  plural_label: "Leads",
  actual_singular_label: "Lead",
  actual_plural_label: "Leads",
  generated_type: "default",
  module_type: "ENTITIES",
  visible: true,
  visibility: 1,
  status: "visible",
  sequence_number: 1,
  recycle_bin_on_delete: true,
  emailTemplate_support: true,
  email_parser_supported: true,
  filter_supported: true,
  webform_supported: true,
  scoring_supported: true,
  feeds_required: false,
  public_fields_configured: false,
  business_card_field_limit: 5,
  track_current_data: false,
  has_more_profiles: false,
  profile_count: 1,
  profiles: [{ name: "Administrator", id: "5725767000000026011" }],
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

/** The module of a subform's rows. */
const rowModule = {
  ...listedModule,
  creatable: false,
  editable: false,
  deletable: false,
  show_as_tab: false,
  id: "5725767000000174837",
  api_name: "Quoted_Items",
  module_name: "Quoted_Items",
  singular_label: "Quoted Item",
  plural_label: "Quoted Items",
  actual_singular_label: "Quoted Item",
  actual_plural_label: "Quoted Items",
  generated_type: "subform",
  visible: false,
  visibility: 2,
  status: "system_hidden",
  sequence_number: 24,
  parent_module: { api_name: "Quotes", id: "5725767000000002325" },
};

const moduleExample = {
  modules: [
    {
      ...listedModule,
      display_field: "Full_Name",
      per_page: 50,
      custom_view: { id: "5725767000000087501", name: "All Leads", system_name: "ALLVIEWS" },
      search_layout_fields: ["Full_Name"],
      related_list_properties: { sort_by: null, fields: ["Full_Name"], sort_order: null },
      $properties: ["$approval_state"],
    },
  ],
};

export const crmGetModule = crmAction({
  label: "CRM - Get Module",
  description: "Returns a module with all that Zoho tells of it.",
  inputs: { recordType: viewableModule },
  call: getModule,
  example: moduleExample,
});

export const crmGetModules = crmAction({
  label: "CRM - Get Modules",
  description: "Returns the modules of the organization, custom modules included.",
  inputs: {},
  call: async (crm) => ({ modules: await readModules(crm) }),
  example: { modules: [listedModule, rowModule] },
});

const relatedListsExample = {
  related_lists: [
    {
      id: "5725767000000002501",
      sequence_number: "1",
      display_label: "Notes",
      api_name: "Notes",
      module: { api_name: "Notes", id: "5725767000000003405" },
      name: "Notes",
      action: null,
      href: "Leads/{ENTITYID}/Notes",
      type: "default",
      connectedmodule: null,
      linkingmodule: null,
      customize_sort: true,
      customize_fields: true,
      customize_display_label: true,
      status: "visible",
    },
  ],
};

export const crmGetRelatedLists = crmAction({
  label: "CRM - Get Related Lists",
  description: "Returns the related lists of a module.",
  inputs: { recordType: viewableModule },
  call: async (crm, { recordType }) => ({ related_lists: await readRelatedLists(crm, recordType) }),
  example: relatedListsExample,
});
