/** What a change feed reads besides queries. */
export const changesOperations = {
  getDeletedRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/deleted",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 2,
    success: [200, 204],
  },
} as const;
