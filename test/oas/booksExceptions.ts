import type { Exception } from "./exception";

/** Where the files of Books are wrong: its documentation or recorded answers say otherwise. */
export const booksExceptions: readonly Exception[] = [
  {
    page: "books/money",
    file: "invoices.yml",
    part: "answer 20",
    problem: /\/(shipping_charge|total|balance) must be string/,
    reason: "Recorded answers have numbers for all amounts.",
  },
  {
    page: "books/records/read",
    file: "invoices.yml",
    call: "GET /invoices",
    part: "answer 200",
    problem: /^\/page_context must be array/,
    reason: "Recorded lists have one object here.",
  },
  {
    page: "books/records/write",
    file: "invoices.yml",
    call: "GET /invoices",
    part: "query",
    problem: /^sort_order is sent/,
    reason: "Recorded lists tell a sort_order in their page context, and other files have the parameter.",
  },
  {
    page: "books/records/many",
    file: "invoices.yml",
    call: "PUT /invoices/{invoice_id}",
    part: "body",
    problem: /required property '(customer_id|line_items)'/,
    reason: "A live update of an estimate with some fields kept the others.",
  },
  {
    page: "books/records/write",
    file: "invoices.yml",
    call: "POST /invoices",
    part: "answer 201",
    problem: /customfield_id must be integer/,
    reason: "Ids are texts in every recorded answer, because they pass what a number holds.",
  },
  {
    page: "books/documents",
    file: "invoices.yml",
    part: "status",
    problem: /^201 is not described/,
    reason: "What is made is answered with 201, as live creates were; an upsert makes too.",
  },
  {
    page: "books/money",
    file: "invoices.yml",
    call: "POST /invoices/{invoice_id}/credits",
    part: "body",
    problem: /required property 'apply_creditnotes'/,
    reason: "The page has payments and credit notes as alternatives.",
  },
  {
    page: "books/money",
    file: "customer-payments.yml",
    call: "POST /customerpayments",
    part: "body",
    problem: /required property '(invoice_id|amount_applied)'/,
    reason:
      "Both are keys of the list of invoices, which the sample has; the file asks for them above it too.",
  },
  {
    page: "books/crmImport",
    file: "organizations.yml",
    call: "GET /organizations",
    part: "query",
    problem: /^organization_id is missing/,
    reason: "The list of organizations is how their ids are found: the page asks without one.",
  },
  {
    page: "books/crmImport",
    file: "organizations.yml",
    call: "GET /organizations",
    part: "answer 200",
    problem: /fiscal_year_start_month must be number/,
    reason: "The recorded answer has a text.",
  },
];
