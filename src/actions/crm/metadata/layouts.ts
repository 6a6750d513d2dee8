import { crmAction } from "../../../define";
import { fieldName, viewableModule } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import { readFields, readLayouts } from "../../../zoho/crm/metadata/modules";
import { getCustomViews, getPicklistValues } from "../../../zoho/crm/metadata/settings";
import { time, user } from "../exampleValues";
import { contacted, fields, stage } from "./exampleFields";

const customViewsExample = {
  custom_views: [
    {
      id: "5725767000000087501",
      name: "Not Contacted Leads",
      display_value: "Not Contacted Leads",
      system_name: null,
      system_defined: false,
      default: true,
      category: "created_by_me",
      access_type: "only_to_me",
      created_by: user,
      created_time: time,
      modified_by: user,
      modified_time: time,
      last_accessed_time: time,
      locked: false,
      favorite: null,
    },
  ],
  info: {
    per_page: 200,
    default: "5725767000000087501",
    count: 1,
    translation: {
      public_views: "Public Views",
      other_users_views: "Other User's Views",
      shared_with_me: "Shared With Me",
      created_by_me: "Created By Me",
    },
    page: 1,
    more_records: false,
  },
};

export const crmGetCustomViews = crmAction({
  label: "CRM - Get Custom Views",
  description: "Returns the custom views of a module, one page or all of them.",
  inputs: { recordType: viewableModule, ...numberedPaging },
  call: getCustomViews,
  example: customViewsExample,
});

const layoutsExample = {
  layouts: [
    {
      id: "5725767000000091055",
      name: "Standard",
      api_name: "Standard__s",
      display_label: "Standard",
      has_more_profiles: false,
      created_time: null,
      modified_time: null,
      visible: true,
      status: "active",
      created_for: null,
      created_by: user,
      source: "crm",
      profiles: [
        {
          default: true,
          name: "Administrator",
          id: "5725767000000026011",
          _default_view: { name: "Standard", id: "5725767000000091055", type: "layout" },
        },
      ],
      convert_mapping: {
        Contacts: { display_label: "Standard", name: "Standard", id: "5725767000000002266" },
        Deals: { display_label: "Standard", name: "Standard", id: "5725767000000002478" },
        Accounts: { display_label: "Standard", name: "Standard", id: "5725767000000002382" },
      },
      sections: [
        {
          id: "5725767000000002166",
          name: "Lead Information",
          api_name: "Lead_Information",
          display_label: "Lead Information",
          sequence_number: 1,
          column_count: 2,
          tab_traversal: "left_to_right",
          type: "used",
          mode: "all",
          generated_type: "default",
          isSubformSection: false,
          parent_section: null,
          actions_allowed: {
            add_field: true,
            rename: true,
            change_tab_traversal: true,
            reorder: true,
            delete: false,
            remove_field: true,
            change_column_count: true,
          },
          fields: fields.map((field, index) => ({
            ...field,
            required: false,
            sequence_number: index + 1,
            section_id: 1,
            show_type: 7,
            default_value: null,
            validation_rule: null,
          })),
        },
      ],
    },
  ],
};

export const crmGetLayouts = crmAction({
  label: "CRM - Get Layouts",
  description: "Returns the layouts of a module with their sections and fields.",
  inputs: { recordType: viewableModule },
  call: async (crm, { recordType }) => ({ layouts: await readLayouts(crm, recordType) }),
  example: layoutsExample,
});

export const crmGetFields = crmAction({
  label: "CRM - Get Fields",
  description: "Returns the fields of a module with their types, limits and picklist values.",
  inputs: { recordType: viewableModule },
  call: async (crm, { recordType }) => ({ fields: await readFields(crm, recordType) }),
  example: { fields: [stage, ...fields] },
});

const picklistValuesExample = {
  pick_list_values: [
    {
      ...contacted,
      layout_associations: [{ api_name: "Standard__s", name: "Standard", id: "5725767000000091055" }],
    },
  ],
};

export const crmGetPicklistValues = crmAction({
  label: "CRM - Get Picklist Values",
  description: "Returns the values of a picklist field with their colors and layouts.",
  inputs: { recordType: viewableModule, fieldName },
  call: getPicklistValues,
  example: picklistValuesExample,
});
