/** What goes with a record: its print, its file and its emails. */
export const documentsOperations = {
  downloadPdf: {
    method: "GET",
    path: "/books/{version}/{anyPath}",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.{module}.READ",
    credits: 1,
    success: [200],
  },
  downloadAttachment: {
    method: "GET",
    path: "/books/{version}/{anyPath}",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.{module}.READ",
    credits: 1,
    success: [200],
  },
  addAttachment: {
    method: "POST",
    path: "/books/{version}/{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
  emailRecord: {
    method: "POST",
    path: "/books/{version}/{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
} as const;
