import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("converting leads: crm.records.convert and crm.leads.conversionOptions", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() =>
    crm.control("POST", "reset", { seed: 1, records: { Leads: 0, Contacts: 0, Accounts: 0, Deals: 0 } }),
  );

  const lead = (more: object = {}) =>
    crm.add("Leads", {
      Last_Name: "Burns",
      First_Name: "Ada",
      Company: "Zylker",
      Email: "ada@zylker.example",
      Annual_Revenue: 1200,
      City: "Chennai",
      Lead_Source: "Cold Call",
      ...more,
    });
  const convert = (id: string, options: object = {}) =>
    crm.call("POST", `/Leads/${id}/actions/convert`, { data: [options] });
  const deal = { Deal_Name: "Big", Stage: "Qualification", Closing_Date: "2026-06-30", Amount: 500.5 };
  const idIn = (details: Item, module: string) => (details[module] as Item | null)?.id as string;
  const stored = async (module: string) =>
    ((await crm.control("GET", `records/${module}`)) as { data: Item[] }).data;

  it("makes an account, a contact and a deal of the lead's fields, and answers their ids", async () => {
    const id = await lead();
    const reply = await convert(id, { Deals: deal });
    expect(reply.status).toBe(200);
    const { code, message, details } = itemOf(reply);
    expect([code, message]).toEqual(["SUCCESS", "The record has been converted successfully"]);
    expect(await crm.read("Accounts", idIn(details, "Accounts"))).toMatchObject({
      Account_Name: "Zylker",
      Annual_Revenue: 1200,
      Billing_City: "Chennai",
    });
    expect(await crm.read("Contacts", idIn(details, "Contacts"))).toMatchObject({
      Full_Name: "Ada Burns",
      Email: "ada@zylker.example",
      Account_Name: { id: idIn(details, "Accounts"), name: "Zylker" },
    });
    expect(await crm.read("Deals", idIn(details, "Deals"))).toMatchObject({
      Deal_Name: "Big",
      Amount: 500.5,
      Lead_Source: "Cold Call",
      Contact_Name: { id: idIn(details, "Contacts") },
      Account_Name: { id: idIn(details, "Accounts") },
    });
  });

  it("answers null for a deal that was not asked for and an account that no company names", async () => {
    crm.world.behaviours.layoutMandatory = "ignored";
    const id = await lead({ Company: null });
    crm.world.behaviours.layoutMandatory = "enforced";
    const { details } = itemOf(await convert(id));
    expect(details).toMatchObject({ Contacts: { name: "Ada Burns" }, Deals: null, Accounts: null });
  });

  it("hides the lead from lists, shows it by id, and lets nobody change or convert it again", async () => {
    const id = await lead();
    await convert(id);
    expect((await crm.get("/Leads?fields=Last_Name")).status).toBe(204);
    expect((await crm.get("/Leads?fields=Last_Name&converted=both")).body.data).toMatchObject([{ id }]);
    const { Converted__s: converted, Converted_Contact: contact } = await crm.read("Leads", id);
    expect([converted, (contact as Item).name]).toEqual([true, "Ada Burns"]);
    const update = await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "Paris" }] });
    expect(itemOf(update).code).toBe("CONVERTED_RECORD");
    const again = await convert(id);
    expect([again.status, again.body.code]).toEqual([400, "ID_ALREADY_CONVERTED"]);
    expect(await stored("Contacts")).toHaveLength(1);
  });

  it("adds to the records that are named; overwrite moves the contact to the account, whose data stay", async () => {
    const account = await crm.add("Accounts", { Account_Name: "Old", Billing_City: "Berlin" });
    const contact = await crm.add("Contacts", { Last_Name: "Known", Email: "known@zylker.example" });
    const options = { Accounts: { id: account }, Contacts: { id: contact } };
    const { details } = itemOf(await convert(await lead(), options));
    expect([idIn(details, "Accounts"), idIn(details, "Contacts")]).toEqual([account, contact]);
    const unchanged = { Account_Name: "Old", Billing_City: "Berlin", Annual_Revenue: null };
    expect(await crm.read("Accounts", account)).toMatchObject(unchanged);
    expect(await crm.read("Contacts", contact)).toMatchObject({ Last_Name: "Known", Account_Name: null });
    await convert(await lead(), { ...options, overwrite: true });
    expect(await crm.read("Accounts", account)).toMatchObject(unchanged);
    expect(await crm.read("Contacts", contact)).toMatchObject({
      Last_Name: "Known",
      Account_Name: { id: account },
    });
    expect(await stored("Accounts")).toHaveLength(1);
  });

  it("finds the records to add to by e-mail and company", async () => {
    const account = await crm.add("Accounts", { Account_Name: "zylker" });
    const contact = await crm.add("Contacts", { Last_Name: "Known", Email: "ada@zylker.example" });
    const { details } = itemOf(await convert(await lead(), { add_to_existing_record: true }));
    expect([idIn(details, "Accounts"), idIn(details, "Contacts")]).toEqual([account, contact]);
  });

  it("assigns the new records, carries tags over and moves attachments", async () => {
    const id = await lead({ Tag: [{ name: "vip" }] });
    const form = new FormData();
    form.set("attachmentUrl", "https://example.com/offer.pdf");
    await fetch(`${crm.url}/crm/v8/Leads/${id}/Attachments`, {
      method: "POST",
      headers: crm.authorization(),
      body: form,
    });
    const [, , ravi] = crm.world.crm.staff.users;
    const { details } = itemOf(
      await convert(id, {
        assign_to: { id: ravi?.id },
        carry_over_tags: { Contacts: ["vip"] },
        move_attachments_to: { api_name: "Contacts" },
      }),
    );
    const contact = idIn(details, "Contacts");
    expect(await crm.read("Contacts", contact)).toMatchObject({
      Owner: { id: ravi?.id },
      Tag: [{ name: "vip" }],
    });
    expect((await crm.get(`/Leads/${id}/Attachments?fields=id`)).status).toBe(204);
    expect((await crm.get(`/Contacts/${contact}/Attachments?fields=id`)).body.data).toHaveLength(1);
  });

  it.each([
    [
      "a deal without a stage",
      { Deals: { ...deal, Stage: undefined } },
      "MANDATORY_NOT_FOUND",
      "$.data[0].Deals.Stage",
    ],
    [
      "a deal with a wrong amount",
      { Deals: { ...deal, Amount: "much" } },
      "INVALID_DATA",
      "$.data[0].Deals.Amount",
    ],
    ["an unknown contact", { Contacts: { id: "1" } }, "INVALID_DATA", "$.data[0].Contacts.id"],
    ["a bare id", { Accounts: "1" }, "INVALID_DATA", "$.data[0].Accounts"],
    ["an unknown user", { assign_to: { id: "1" } }, "INVALID_DATA", "$.data[0].assign_to.id"],
  ])("refuses %s, and makes nothing", async (_, options, code, path) => {
    const id = await lead();
    const reply = await convert(id, options);
    expect([reply.status, itemOf(reply).code, itemOf(reply).details.json_path]).toEqual([400, code, path]);
    expect(await stored("Contacts")).toEqual([]);
    expect(await stored("Accounts")).toEqual([]);
    expect((await crm.read("Leads", id)).Converted__s).toBe(false);
  });

  it("refuses a lead that is not there, and what is no lead", async () => {
    const unknown = await convert("5725767000000000001");
    expect([unknown.status, unknown.body.code]).toEqual([400, "INVALID_DATA"]);
    const account = await crm.add("Accounts", { Account_Name: "A" });
    expect((await crm.call("POST", `/Accounts/${account}/actions/convert`, { data: [{}] })).body.code).toBe(
      "NOT_SUPPORTED",
    );
  });

  it("takes bare ids in v2, and answers so", async () => {
    const account = await crm.add("Accounts", { Account_Name: "Old" });
    const reply = await crm.call("POST", `v2:/Leads/${await lead()}/actions/convert`, {
      data: [{ Accounts: account }],
    });
    expect(reply.body.data).toEqual([
      { Contacts: expect.stringMatching(/^\d+$/), Deals: null, Accounts: account },
    ]);
  });

  it("costs five credits", async () => {
    const id = await lead();
    await crm.control("DELETE", "ledger");
    await convert(id);
    expect(await crm.control("GET", "ledger")).toMatchObject({ credits: 5 });
  });

  it("tells by what a lead would be matched, and with what", async () => {
    const contact = await crm.add("Contacts", { Last_Name: "Known", Email: "ada@zylker.example" });
    const { status, body } = await crm.get(`/Leads/${await lead()}/__conversion_options`);
    expect(status).toBe(200);
    expect(body.__conversion_options).toMatchObject({
      Contacts: [{ id: contact, Email: "ada@zylker.example" }],
      Accounts: null,
      preference_field_matched_value: {
        Contacts: [{ field: { api_name: "Email" }, matched_lead_value: "ada@zylker.example" }],
      },
    });
    const refused = async (id: string) => (await crm.get(`/Leads/${id}/__conversion_options`)).body;
    expect(await refused("5725767000000000001")).toMatchObject({
      code: "INVALID_DATA",
      message: "the given id seems to be invalid",
    });
    const waiting = await crm.add("Leads", { Last_Name: "Form", Company: "ABC Inc.", $approved: false });
    expect(await refused(waiting)).toMatchObject({
      code: "NOT_APPROVED",
      details: { resource_path_index: 1 },
      message: "record not approved",
    });
  });
});
