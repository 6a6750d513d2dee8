import type { Draft } from "../../core/values";
import type { Maker } from "../maker";
import { number, type Samples } from "./sample";

const sale = (_: number, make: Maker): Draft => ({ customer_id: make.customer(), line_items: make.lines() });

const purchase = (_: number, make: Maker): Draft => ({ vendor_id: make.vendor(), line_items: make.lines() });

const recurs = (index: number, make: Maker): Draft => ({
  recurrence_name: `Monthly ${number(index)}`,
  recurrence_frequency: "months",
  repeat_every: 1,
  start_date: make.date(),
});

const cost = (make: Maker): Draft => ({
  account_id: make.account("expense"),
  paid_through_account_id: make.account("cash"),
  amount: make.amount(300),
});

/** What is sold and bought. */
export const documentSamples: Samples = {
  estimates: { count: 4, body: sale },
  salesorders: { count: 3, body: sale },
  invoices: { count: 12, body: sale },
  debitnotes: {
    count: 1,
    body: (index, make) => ({
      ...sale(index, make),
      reference_invoice_id: make.some("invoices", "invoice_id"),
    }),
  },
  salesreceipts: { count: 2, body: (index, make) => ({ ...sale(index, make), payment_mode: "cash" }) },
  recurringinvoices: { count: 2, body: (index, make) => ({ ...sale(index, make), ...recurs(index, make) }) },
  retainerinvoices: {
    count: 2,
    body: (_, make) => ({
      customer_id: make.customer(),
      line_items: [{ description: "Retainer", rate: make.amount(500) }],
    }),
  },
  creditnotes: { count: 2, body: (index, make) => ({ ...sale(index, make), date: make.date() }) },
  expenses: { count: 4, body: (_, make) => ({ ...cost(make), date: make.date(), description: "Sundries" }) },
  recurringexpenses: { count: 2, body: (index, make) => ({ ...cost(make), ...recurs(index, make) }) },
  purchaseorders: { count: 2, body: purchase },
  bills: {
    count: 4,
    body: (index, make) => ({ ...purchase(index, make), bill_number: `B-${number(index)}` }),
  },
  recurringbills: { count: 1, body: (index, make) => ({ ...purchase(index, make), ...recurs(index, make) }) },
  vendorcredits: { count: 2, body: purchase },
};
