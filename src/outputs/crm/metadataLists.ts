import { time } from "./common";

export const relatedListsExample = {
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

export const customViewsExample = {
  custom_views: [
    {
      id: "5725767000000087501",
      name: "All Leads",
      display_value: "All Leads",
      system_name: "ALLVIEWS",
      system_defined: true,
      default: true,
      category: "public_views",
      access_type: "public",
      created_by: null,
      created_time: null,
      modified_by: null,
      modified_time: null,
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

export const pipelinesExample = {
  pipeline: [
    {
      display_value: "Sales",
      default: true,
      maps: [
        {
          display_value: "Qualification",
          sequence_number: 1,
          forecast_category: { name: "Pipeline", id: "5725767000000002391" },
          actual_value: "Qualification",
          id: "5725767000000002402",
          forecast_type: "Open",
          probability: 10,
        },
      ],
      actual_value: "Standard (Standard)",
      id: "5725767000000002399",
    },
  ],
};

export const picklistValuesExample = {
  pick_list_values: [
    {
      display_value: "Contacted",
      sequence_number: 1,
      reference_value: "Contacted",
      colour_code: null,
      actual_value: "Contacted",
      id: "5725767000000002038",
      type: "used",
      layout_associations: [{ api_name: "Standard__s", name: "Standard", id: "5725767000000091055" }],
    },
  ],
};
