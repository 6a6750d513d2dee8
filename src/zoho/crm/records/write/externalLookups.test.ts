import { startSandbox, type TestSandbox } from "../../../../../test/support/sandbox";
import { type JsonObject, textAt } from "../../../core/json";
import { searchRecords } from "../../search/search";
import { createRecord, createRecords } from "./create";
import { externalLookups } from "./externalLookups";
import { updateRecords } from "./update";
import { upsertRecord } from "./upsert";

describe("the external fields that lookups name others by", () => {
  it.each<[string, string, JsonObject, string[]]>([
    [
      "a lookup",
      "Contacts",
      { Last_Name: "Burns", Account_Name: { External_Account_ID: "A-17" } },
      ["Contacts.Account_Name.External_Account_ID"],
    ],
    [
      "rows",
      "Quotes",
      { Quoted_Items: [{ Product_Name: { ERP_Id: 7 } }, { Product_Name: { ERP_Id: 8 } }, { Quantity: 1 }] },
      ["Quotes.Quoted_Items.Product_Name.ERP_Id"],
    ],
    [
      "a meeting",
      "Events",
      {
        $se_module: "Accounts",
        What_Id: { External_Account_ID: "A-17" },
        Participants: [{ type: "contact", participant: { External_Contact_ID: "C-1" } }],
      },
      [
        "Events.What_Id->Accounts.External_Account_ID",
        "Events.Participants.participant->Contacts.External_Contact_ID",
      ],
    ],
    [
      "none",
      "Tasks",
      {
        Owner: { email: "ada.burns@example.com" },
        Who_Id: { id: "1" },
        What_Id: { id: "1", External_Account_ID: "A-17" },
        Recurring_Activity: { RRULE: "FREQ=DAILY" },
        Remind_At: { ALARM: "FREQ=NONE" },
        Layout: { Name: null },
        Tag: [{ name: "VIP" }, "VIP"],
        Description: "A-17",
      },
      [],
    ],
    [
      "what no header holds",
      "Events",
      {
        "A,Leads.B": { External_Id: "1" },
        "A\r\nB": [{ Who_Id: { External_Id: "1" } }],
        $se_module: "Accounts.X,Leads",
        What_Id: { External_Id: "1" },
        Participants: [{ type: "constructor", participant: { External_Id: "1" } }],
      },
      ["Events.What_Id.External_Id", "Events.Participants.participant.External_Id"],
    ],
  ])("of %s", (_, module, record, expected) => {
    expect(externalLookups(module, [record, record])).toEqual(expected);
  });
});

describe("records whose lookups name others by external fields", () => {
  let sandbox: TestSandbox;
  let accountId: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.reset({ seed: 1, records: { Accounts: 1, Contacts: 1, Events: 0 } });
    const { data } = await createRecord(await sandbox.crm(), {
      recordType: "Accounts",
      record: { Account_Name: "Zylker", External_Account_ID: "A-17" },
    });
    accountId = textAt(data[0].details, "id") ?? "";
  });
  const Account_Name = { External_Account_ID: "A-17" };
  const accountsOf = async () =>
    (await sandbox.records("Contacts")).map(
      ({ Account_Name: account }) => (account as JsonObject | null)?.id,
    );

  it.each([true, false])("are created, found and updated so, checked first: %s", async (validate) => {
    const crm = await sandbox.crm();
    const recordType = "Contacts";
    const { summary } = await createRecords(crm, {
      recordType,
      validate,
      records: [{ Last_Name: "Plain" }, { Last_Name: "Burns", External_Contact_ID: "C-1", Account_Name }],
    });
    expect(summary).toMatchObject({ succeeded: 2, failed: 0 });
    expect((await accountsOf()).slice(-2)).toEqual([undefined, accountId]);

    await upsertRecord(crm, {
      recordType,
      validate,
      record: { Last_Name: "Boyle", Email: "boyle@example.com", Account_Name },
    });
    expect((await accountsOf()).at(-1)).toBe(accountId);

    const cleared = { External_Contact_ID: "C-1", Account_Name: null };
    const by = { recordType, validate, externalIdField: "External_Contact_ID" };
    await updateRecords(crm, { ...by, records: [cleared] });
    expect((await accountsOf()).at(-2)).toBeUndefined();
    await updateRecords(crm, { ...by, records: [{ External_Contact_ID: "C-1", Account_Name }] });
    expect((await accountsOf()).at(-2)).toBe(accountId);
  });

  it("fail alone where nothing has the value", async () => {
    const { data } = await createRecords(await sandbox.crm(), {
      recordType: "Contacts",
      records: [
        { Last_Name: "Burns", Account_Name: { External_Account_ID: "A-18" } },
        { Last_Name: "Boyle", Account_Name },
      ],
    });
    expect(data.map(({ status }) => status)).toEqual(["error", "success"]);
  });

  it("fail alone where the field is none whose values stand for IDs, before they are sent", async () => {
    const crm = await sandbox.crm();
    const row = { Quantity: 1, Product_Name: { Product_Code: "P-1" } };
    const { data } = await createRecords(crm, {
      recordType: "Contacts",
      records: [
        { Last_Name: "Burns", Account_Name: { Website: "zylker.com" } },
        { Last_Name: "Boyle", "Account Name": '{ "Websight": "zylker.com" }' },
        { Last_Name: "Barnes", Account_Name },
      ],
    });
    const message =
      "Account_Name: expected the ID of a record, or a value of one of the external ID fields of Accounts: External_Account_ID";
    expect(data).toMatchObject([
      { status: "error", message },
      { status: "error", message },
      { status: "success" },
    ]);
    const quotes = await createRecords(crm, {
      recordType: "Quotes",
      records: [{ Subject: "Ten", Quoted_Items: [{ ...row, Product_Name: { id: "1" } }, row] }],
    });
    expect(quotes.data[0]?.message).toMatch(
      /^Quoted_Items\[1\]\.Product_Name: expected the ID of a record, /,
    );
    const tasks = await createRecords(crm, {
      recordType: "Tasks",
      records: [{ Subject: "Call", $se_module: "Accounts", What_Id: { Website: "zylker.com" } }],
    });
    expect(tasks.data[0]?.message).toBe(message.replace("Account_Name", "What_Id"));
    const sent = (await sandbox.requests()).filter(({ method }) => method === "POST").at(-1);
    expect(sent?.body).toMatchObject({ data: [{ Last_Name: "Barnes" }] });
  });

  it("fail alone where their module is not there, which is asked for once", async () => {
    const crm = await sandbox.crm();
    const lost = { Subject: "Call", $se_module: "Acounts", What_Id: Account_Name };
    await sandbox.clearLedger();
    const { data } = await createRecords(crm, {
      recordType: "Tasks",
      records: [lost, lost, { ...lost, $se_module: "Accounts" }],
    });
    expect(data.map(({ status }) => status)).toEqual(["error", "error", "success"]);
    expect(data[0]?.message).toBe(
      "What_Id: expected the ID of a record, for no external ID field of Acounts is known",
    );
    expect((await sandbox.ledger()).requests).toBe(4);
  });

  it("are searched for by the values of one's own", async () => {
    const crm = await sandbox.crm();
    const criteria = "(External_Account_ID:equals:A-17)";
    await searchRecords(crm, { recordType: "Accounts", criteria, externalIdField: "External_Account_ID" });
    const [request] = (await sandbox.requests()).slice(-1);
    expect(request?.headers).toMatchObject({ "x-external": "Accounts.External_Account_ID" });
  });
});
