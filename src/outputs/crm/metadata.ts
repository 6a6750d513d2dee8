export const modulesExample = {
  modules: [
    {
      id: "5725767000000002175",
      api_name: "Leads",
      module_name: "Leads",
      singular_label: "Lead",
      plural_label: "Leads",
      generated_type: "default",
      api_supported: true,
      creatable: true,
      editable: true,
      deletable: true,
      viewable: true,
      convertable: true,
      status: "visible",
    },
  ],
};

export const fieldsExample = {
  fields: [
    {
      id: "5725767000000002595",
      api_name: "Last_Name",
      field_label: "Last Name",
      data_type: "text",
      json_type: "string",
      length: 80,
      system_mandatory: true,
      read_only: false,
      field_read_only: false,
      custom_field: false,
      operation_type: { web_update: true, api_create: true, web_create: true, api_update: true },
    },
  ],
};
