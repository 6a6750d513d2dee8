/** Example answers of the record actions, as Zoho documents them. */

export const invoice = {
  invoice_id: "982000000567114",
  invoice_number: "INV-00003",
  date: "2026-03-01",
  due_date: "2026-03-16",
  status: "draft",
  customer_id: "982000000567001",
  customer_name: "Bowman & Co",
  currency_code: "USD",
  line_items: [
    {
      line_item_id: "982000000567021",
      item_id: "982000000030049",
      name: "Hard Drive",
      rate: 120,
      quantity: 1,
      item_total: 120,
    },
  ],
  sub_total: 120,
  tax_total: 15,
  total: 135,
  balance: 135,
  created_time: "2026-03-01T02:17:40-0800",
  last_modified_time: "2026-03-01T02:17:40-0800",
};

const { line_items, sub_total, tax_total, ...listed } = invoice;

export const recordListExample = {
  code: 0,
  message: "success",
  invoices: [listed],
  page_context: {
    page: 1,
    per_page: 200,
    has_more_page: false,
    report_name: "Invoices",
    applied_filter: "Status.All",
    sort_column: "created_time",
    sort_order: "D",
  },
};

export const createdExample = { code: 0, message: "The invoice has been created.", invoice };

export const updatedExample = { code: 0, message: "Invoice information has been updated.", invoice };

export const removedExample = { code: 0, message: "The invoice has been deleted." };
