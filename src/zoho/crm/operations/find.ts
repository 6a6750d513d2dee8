/** Queries, searches and counts. */
export const findOperations = {
  runQuery: {
    method: "POST",
    path: "/crm/{version}/coql",
    effect: "none",
    class: "sub",
    scope: "ZohoCRM.coql.READ",
    credits: "byRows",
    success: [200, 204],
  },
  searchRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/search",
    effect: "none",
    class: "sub",
    scope: "ZohoCRM.modules.{module}.READ and ZohoSearch.securesearch.READ",
    credits: 1,
    success: [200, 204],
  },
  countRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/count",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200],
  },
} as const;
