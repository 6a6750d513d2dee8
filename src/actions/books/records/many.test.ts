import { exerciseActions } from "../../../../test/support/actions";
import { customer, draft, invoices, lines } from "../../../../test/support/invoices";

exerciseActions("books/records/many", {
  booksCreateRecords: async (world) => {
    const { contact_id } = await customer(world);
    const line_items = await lines(world);
    return {
      ...invoices,
      records: [
        { customer_id: contact_id, line_items },
        { customer_id: "1", line_items },
      ],
    };
  },
  booksUpdateRecords: async (world) => {
    const { recordId } = await draft(world);
    return {
      ...invoices,
      records: [
        { invoice_id: recordId, notes: "Thanks." },
        { invoice_id: "1", notes: "Thanks." },
      ],
    };
  },
  booksRemoveRecords: async (world) => {
    const { recordId } = await draft(world);
    return { ...invoices, recordIds: [recordId, "1"] };
  },
});
