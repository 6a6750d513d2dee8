/** The organisations of a login, records of CRM that come into Books, and requests of a builder's own making. */
export const otherOperations = {
  getOrganizations: {
    method: "GET",
    path: "/books/{version}/organizations",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.settings.READ",
    credits: 1,
    success: [200],
  },
  importFromCrm: {
    method: "POST",
    path: "/books/{version}/crm/{kind}/{id}/import",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
  rawRead: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "books",
    scope: "that the path needs",
    credits: 1,
    success: [200, 204],
  },
  rawWrite: {
    method: "POST",
    path: "{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "that the path needs",
    credits: 1,
    success: [200, 201, 202, 204],
  },
} as const;
