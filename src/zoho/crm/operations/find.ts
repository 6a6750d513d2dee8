/** Queries and searches. */
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
} as const;
