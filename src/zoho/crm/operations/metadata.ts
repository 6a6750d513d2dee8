/** Modules, fields, layouts and what else describes an organisation. */
export const metadataOperations = {
  getModules: {
    method: "GET",
    path: "/crm/{version}/settings/modules",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.settings.modules.READ",
    credits: 1,
    success: [200, 204],
  },
  getFields: {
    method: "GET",
    path: "/crm/{version}/settings/fields",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.settings.fields.READ",
    credits: 1,
    success: [200, 204],
  },
  getLayouts: {
    method: "GET",
    path: "/crm/{version}/settings/layouts",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.settings.layouts.READ",
    credits: 1,
    success: [200, 204],
  },
} as const;
