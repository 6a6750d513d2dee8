import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";
import { customer, draft, invoices, lines } from "../../../../test/support/invoices";

const values = async (world: ExampleWorld) => ({
  fieldValues: [
    { key: "customer_id", value: (await customer(world)).contact_id },
    { key: "line_items", value: JSON.stringify(await lines(world)) },
    { key: "Region", value: "West" },
  ],
});

exerciseActions("books/records/write", {
  booksCreateRecord: async (world) => ({ ...invoices, ...(await values(world)) }),
  booksUpdateRecord: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId, fieldValues: [{ key: "notes", value: "Thanks for the order." }] };
  },
  booksUpsertRecord: async (world) => ({
    ...invoices,
    uniqueField: "cf_external_id",
    uniqueValue: "ERP-10023",
    ...(await values(world)),
  }),
  booksRemoveRecord: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId };
  },
  booksRunRecordAction: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId, recordAction: "markSent" };
  },
});
