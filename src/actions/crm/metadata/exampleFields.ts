/** A value of a picklist. */
export const contacted = {
  display_value: "Contacted",
  sequence_number: 1,
  reference_value: "Contacted",
  colour_code: null,
  actual_value: "Contacted",
  id: "5725767000000002038",
  type: "used",
};

/** A field as Zoho describes it: the status of a lead. */
const field = {
  associated_module: null,
  webhook: true,
  colour_code_enabled_by_system: false,
  field_label: "Lead Status",
  tooltip: null,
  display_format_properties: null,
  type: "used",
  field_read_only: false,
  customizable_properties: null,
  display_label: "Lead Status",
  read_only: false,
  association_details: null,
  businesscard_supported: true,
  multi_module_lookup: {},
  id: "5725767000000002035",
  created_time: null,
  filterable: true,
  visible: true,
  profiles: [{ permission_type: "read_write", name: "Administrator", id: "5725767000000003713" }],
  view_type: { view: true, edit: true, quick_create: true, create: true },
  separator: false,
  searchable: true,
  history_tracking_enabled: false,
  external: null,
  api_name: "Lead_Status",
  parent_field: null,
  unique: {},
  enable_colour_code: false,
  child_fields: null,
  pick_list_values: [contacted],
  system_mandatory: false,
  private: null,
  virtual_field: false,
  json_type: "string",
  crypt: null,
  range: null,
  created_source: "default",
  display_type: -1,
  ui_type: 2,
  modified_time: null,
  public: false,
  email_parser: { fields_update_supported: false, record_operations_supported: true },
  currency: {},
  custom_field: false,
  lookup: {},
  hipaa_compliance: null,
  convert_mapping: { Contacts: null, Deals: null, Accounts: null },
  address: null,
  length: 120,
  column_name: "LEAD_STATUS",
  display_field: false,
  pick_list_values_sorted_lexically: false,
  sortable: true,
  layout_associations: [{ api_name: "Standard__s", name: "Standard", id: "5725767000000091055" }],
  global_picklist: null,
  display_format: null,
  history_tracking: null,
  data_type: "picklist",
  additional_column: null,
  hipaa_compliance_enabled: false,
  decimal_place: null,
  mass_update: true,
  quick_sequence_number: null,
  blueprint_supported: true,
  formula: {},
  rollup_summary: {},
  auto_number: {},
  multiselectlookup: {},
  multiuserlookup: {},
  operation_type: { web_update: true, api_create: true, web_create: true, api_update: true },
};

/** The same description of a field of another type. */
const fieldOf = (data_type: string, api_name: string, properties: object) => ({
  ...field,
  api_name,
  field_label: api_name.replaceAll("_", " "),
  display_label: api_name.replaceAll("_", " "),
  column_name: api_name.toUpperCase(),
  data_type,
  pick_list_values: [],
  ...properties,
});

/** The stage of a deal, whose values tell more than those of other picklists. */
export const stage = fieldOf("picklist", "Stage", {
  pick_list_values: [
    {
      display_value: "Qualification",
      sequence_number: 1,
      reference_value: "Qualification",
      colour_code: null,
      actual_value: "Qualification",
      id: "5725767000000002402",
      type: "used",
      probability: 10,
      forecast_category: { name: "Pipeline", id: "5725767000000002391" },
      forecast_type: "Open",
      deal_category: "Open",
    },
  ],
});

const ofLink = (linking: string, connected: string, list: string) => ({
  linking_details: {
    module: { visibility: 2, plural_label: linking, api_name: linking, id: "5725767000000003613" },
    lookup_field: { api_name: "Parent_Id", field_label: "Parent Id", id: "5725767000000003621" },
    connected_lookup_field: {
      api_name: list,
      field_label: list.replaceAll("_", " "),
      id: "5725767000000003615",
    },
  },
  linking_module: linking,
  lookup_apiname: "Parent_Id",
  connectedlookup_apiname: list,
  connected_module: connected,
  connectedfield_apiname: `Leads_${list}`,
});

/** Fields of leads: a picklist, and one of each type of which Zoho tells more. */
export const fields = [
  field,
  fieldOf("currency", "Annual_Revenue", { currency: { rounding_option: "normal", precision: 2 } }),
  fieldOf("textarea", "Description", { textarea: { type: "large" } }),
  fieldOf("text", "ERP_Id", {
    unique: { case_sensitive: false },
    external: { show: true, type: "org" },
  }),
  fieldOf("autonumber", "Reference_Number", {
    auto_number: { prefix: "L-", suffix: "", start_number: 1000 },
  }),
  fieldOf("formula", "Budget_Per_Seat", {
    formula: {
      return_type: "currency",
      expression: "Budget/Seats",
      dynamic: false,
      stop_compute_conditionally: false,
      assume_default: true,
    },
  }),
  fieldOf("lookup", "Converted_Account", {
    lookup: {
      display_label: "Leads",
      revalidate_filter_during_edit: false,
      api_name: "Leads",
      module: { api_name: "Accounts", crypt: false, id: "5725767000000002275" },
      id: "5725767000000002085",
      query_details: {},
    },
  }),
  fieldOf("multi_module_lookup", "Subject_Of_Interest", {
    multi_module_lookup: {
      display_label: "Subject Of Interest",
      api_name: "Subject_Of_Interest",
      modules: [{ api_name: "Products", module_name: "Products", id: "5725767000000002670" }],
    },
  }),
  fieldOf("multiselectlookup", "Interested_Products", {
    associated_module: { module: "Leads_X_Products", id: "5725767000000003613" },
    multiselectlookup: {
      ...ofLink("Leads_X_Products", "Products", "Interested_Products"),
      connected_details: {
        module: { plural_label: "Products", api_name: "Products", id: "5725767000000002670" },
        field: null,
        layouts: [{ api_name: "Standard", id: "5725767000000002747" }],
      },
    },
  }),
  fieldOf("multiuserlookup", "Support_Team", {
    multiuserlookup: { ...ofLink("Leads_X_Users", "Users", "Support_Team"), record_access: false },
  }),
  fieldOf("subform", "Site_Visits", {
    subform: { module: "Leads_Site_Visits", id: "5725767000000003594" },
  }),
];
