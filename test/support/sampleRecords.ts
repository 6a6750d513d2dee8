import { type JsonObject, textAt } from "../../src/zoho/core/json";
import type { Crm } from "../../src/zoho/crm/crm";
import { uploadFile } from "../../src/zoho/crm/files/files";
import { getLayouts } from "../../src/zoho/crm/metadata/modules";
import { getRecord } from "../../src/zoho/crm/records/records";
import { createRecord } from "../../src/zoho/crm/records/write/create";
import { startSandbox } from "./sandbox";

/** The id that a write of one record gave it. */
export const idOf = ({ data: [item] }: { data: readonly JsonObject[] }): string =>
  textAt(item?.details, "id") ?? "";

/** What samples name by id: records, users, layouts by name, and uploaded files by file name. */
async function namedIds(crm: Crm, users: readonly { id: string }[]): Promise<Record<string, string>> {
  const add = async (recordType: string, record: JsonObject) =>
    idOf(await createRecord(crm, { recordType, record }));
  const upload = async (fileName: string) =>
    idOf(
      await uploadFile(crm, { file: { data: Buffer.from(fileName), contentType: "image/png" }, fileName }),
    );
  const layouts = await getLayouts(crm, "Leads");
  return {
    user: users[0]?.id ?? "",
    colleague: users[1]?.id ?? "",
    product: await add("Products", { Product_Name: "Bungalow", Unit_Price: 200 }),
    otherProduct: await add("Products", { Product_Name: "Villa", Unit_Price: 300 }),
    contact: await add("Contacts", { Last_Name: "Boyle" }),
    account: await add("Accounts", { Account_Name: "Zylker" }),
    vendor: await add("Vendors", { Vendor_Name: "Zylker Supplies" }),
    deal: await add("Deals", { Deal_Name: "Mega Deal", Stage: "Qualification" }),
    lead: await add("Leads", { Last_Name: "Daly", Company: "ABC" }),
    priceBook: await add("Price_Books", {
      Price_Book_Name: "Price Book 1",
      Pricing_Details: [{ from_range: 1, to_range: 100, discount: 5 }],
    }),
    front: await upload("front.png"),
    back: await upload("back.png"),
    offer: await upload("offer.pdf"),
    ...Object.fromEntries(layouts.map(({ name, id }) => [`layout ${String(name)}`, String(id)])),
  };
}

/** A sandbox with a client, and the ids of what samples name. */
export async function startSamples() {
  const sandbox = await startSandbox();
  const crm = await sandbox.crm();
  const ids = await namedIds(crm, sandbox.world.crm.staff.users);
  return {
    sandbox,
    crm,
    id: (name: string): string => {
      const id = ids[name];
      if (!id) throw new Error(`No sample names ${name}.`);
      return id;
    },
    stored: async (recordType: string, recordId: string): Promise<JsonObject> =>
      (await getRecord(crm, { recordType, recordId })).data[0] ?? {},
    /** The bodies of the writes so far. */
    sent: async () =>
      (await sandbox.requests())
        .filter(({ method, path }) => method !== "GET" && !String(path).endsWith("/coql"))
        .map(({ body }) => body),
  };
}

export type Samples = Awaited<ReturnType<typeof startSamples>>;
