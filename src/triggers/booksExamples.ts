import { recordListExample } from "../actions/books/exampleValues";
import { type ItemExample, payloadOf } from "./examples";

const [invoice] = recordListExample.invoices;

export const booksChangesExample = payloadOf<ItemExample[]>([
  {
    change: "created",
    changeType: "created",
    itemKey: "invoices/982000000567114/2026-03-01T02:17:40-0800/47s1Wc",
    id: "982000000567114",
    module: "invoices",
    modifiedTime: "2026-03-01T02:17:40-0800",
    record: { ...invoice },
  },
]);

const contact = {
  contact_id: "460000000026049",
  contact_name: "Bowman & Co",
  company_name: "Bowman & Co",
  contact_type: "customer",
  status: "active",
  email: "will@bowman.example",
  outstanding_receivable_amount: 135,
  created_time: "2026-03-01T02:17:40-0800",
  last_modified_time: "2026-03-01T02:17:40-0800",
};

export const booksContactsExample = payloadOf<{
  created: Record<string, unknown>[];
  updated: Record<string, unknown>[];
}>({ created: [contact], updated: [] });
