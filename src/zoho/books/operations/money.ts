/** Credits on what is owed. Twice applied is twice paid, so none of these is ever sent again. */
export const moneyOperations = {
  applyInvoiceCredits: {
    method: "POST",
    path: "/books/{version}/invoices/{id}/credits",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.invoices.CREATE",
    credits: 1,
    success: [200, 201],
  },
  applyBillCredits: {
    method: "POST",
    path: "/books/{version}/bills/{id}/credits",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.bills.CREATE",
    credits: 1,
    success: [200, 201],
  },
} as const;
