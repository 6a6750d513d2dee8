import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("lookups by external ids", () => {
  let crm: TestCrm;
  let account: string;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(async () => {
    await crm.control("POST", "reset", { seed: 1, records: { Accounts: 1, Contacts: 1 } });
    account = await crm.add("Accounts", { Account_Name: "Zylker", External_Account_ID: "A-17" });
  });

  const send = (method: string, path: string, header: string, record: object) =>
    crm.call(method, path, { data: [record] }, { "X-EXTERNAL": header });
  const stored = async (module: string): Promise<Item[]> => {
    const { data } = (await crm.control("GET", `records/${module}`)) as { data: Item[] };
    return data;
  };
  const named = { Last_Name: "Burns", Account_Name: { External_Account_ID: "A-17" } };

  it("find the record whose external field has the value, in inserts and updates", async () => {
    const header = "Contacts.Account_Name.External_Account_ID";
    const inserted = await send("POST", "/Contacts", header, named);
    expect(inserted.status).toBe(201);
    expect((await stored("Contacts")).at(-1)).toMatchObject({ Account_Name: { id: account } });
    const [old = {}] = await stored("Contacts");
    await send("PUT", `/Contacts/${old.id}`, header, named);
    expect((await stored("Contacts"))[0]).toMatchObject({ Account_Name: { id: account } });
  });

  it("of meetings name the module that they lead to", async () => {
    const event = {
      Event_Title: "Kickoff",
      Start_DateTime: "2026-03-01T09:00:00+05:30",
      End_DateTime: "2026-03-01T10:00:00+05:30",
      $se_module: "Accounts",
      What_Id: { External_Account_ID: "A-17" },
    };
    const made = await send("POST", "/Events", "Events.What_Id->Accounts.External_Account_ID", event);
    expect(made.status).toBe(201);
    expect((await stored("Events")).at(-1)).toMatchObject({ What_Id: { id: account } });
  });

  it("are refused where nothing has the value, where the header is missing, and where it fits nothing", async () => {
    const header = "Contacts.Account_Name.External_Account_ID";
    const unknown = await send("POST", "/Contacts", header, {
      ...named,
      Account_Name: { External_Account_ID: "A-18" },
    });
    expect(itemOf(unknown)).toMatchObject({ status: "error" });
    expect(itemOf(await crm.call("POST", "/Contacts", { data: [named] }))).toMatchObject({ status: "error" });
    const wrong = await send("POST", "/Contacts", "Contacts.Account_Name.Phone", named);
    expect(wrong).toMatchObject({ status: 400, body: { code: "INVALID_DATA" } });
  });
});
