import { type JsonObject, objectsAt } from "../../../src/zoho/core/json";
import type { Example, ExampleWorld } from "../world";

const invoices = { recordType: "invoices" };

const lines = async (world: ExampleWorld) => {
  const [item] = objectsAt(await world.act("booksGetRecords", { recordType: "items" }), "items");
  return [{ item_id: item?.item_id, rate: "120.50", quantity: "2" }];
};

/** An invoice as a draft, with what another needs of it. */
export async function draft(
  world: ExampleWorld,
): Promise<{ recordType: string; recordId: string; customer_id: string }> {
  const { contact_id } = await customer(world);
  const record = { customer_id: contact_id, line_items: await lines(world) };
  const { invoice } = await world.act("booksCreateRecord", { ...invoices, record });
  const { invoice_id } = invoice as JsonObject;
  return { ...invoices, recordId: String(invoice_id), customer_id: String(contact_id) };
}

export async function customer(world: ExampleWorld): Promise<JsonObject> {
  const contacts = objectsAt(await world.act("booksGetRecords", { recordType: "contacts" }), "contacts");
  return contacts.find(({ contact_type }) => contact_type === "customer") ?? {};
}

const values = async (world: ExampleWorld) => ({
  fieldValues: [
    { key: "customer_id", value: (await customer(world)).contact_id },
    { key: "line_items", value: JSON.stringify(await lines(world)) },
    { key: "Region", value: "West" },
  ],
});

export const examples: Record<string, Example> = {
  booksGetRecord: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId };
  },
  booksGetRecords: () => ({ ...invoices, fetchAll: "true", filterBy: "Status.All", sort_by: "created_time" }),
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
  booksRunRecordAction: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId, recordAction: "markSent" };
  },
};
