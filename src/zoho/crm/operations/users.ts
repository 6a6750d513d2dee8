/** The organisation and its people. */
export const usersOperations = {
  getOrganization: {
    method: "GET",
    path: "/crm/{version}/org",
    effect: "none",
    class: "standard",
    scope: "ZohoCRM.org.READ",
    credits: 1,
    success: [200],
  },
} as const;
