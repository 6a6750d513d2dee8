/** Queries, searches and counts. */
export const findOperations = {
  runQuery: {
    method: "POST",
    path: "/crm/{version}/coql",
    safety: "safe",
    class: "sub",
    scope: "ZohoCRM.coql.READ",
    credits: "byRows",
    success: [200, 204],
    answers: "data",
    spurious: "SYNTAX_ERROR",
  },
  searchRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/search",
    safety: "safe",
    class: "sub",
    scope: "ZohoCRM.modules.{module}.READ and ZohoSearch.securesearch.READ",
    credits: 1,
    success: [200, 204],
  },
  countRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/count",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ and ZohoSearch.securesearch.READ",
    credits: 1,
    success: [200],
  },
} as const;
