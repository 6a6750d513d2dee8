import { type JsonObject, objectsAt } from "../../src/zoho/core/json";
import type { ExampleWorld } from "./actions";

export const invoices = { recordType: "invoices" };

export async function customer(world: ExampleWorld): Promise<JsonObject> {
  const contacts = objectsAt(await world.act("booksGetRecords", { recordType: "contacts" }), "contacts");
  return contacts.find(({ contact_type }) => contact_type === "customer") ?? {};
}

export const lines = async (world: ExampleWorld) => {
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
