import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("emails of a record", () => {
  let crm: TestCrm;
  let path: string;
  let from: Item;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(async () => {
    await crm.control("POST", "reset", { seed: 1 });
    path = `/Leads/${await crm.add("Leads", { Last_Name: "Burns", Company: "ABC" })}`;
    const { body } = await crm.get("/settings/emails/actions/from_addresses");
    [from = {}] = body.from_addresses as Item[];
  });

  const to = [{ user_name: "Ada Burns", email: "ada.burns@example.com" }];
  const send = (more: object = {}) =>
    crm.call("POST", `${path}/actions/send_mail`, {
      data: [{ from: { email: from.email }, to, subject: "Offer", content: "<p>Hello</p>", ...more }],
    });
  const emails = async (query = ""): Promise<Item[]> =>
    (await crm.get(`${path}/Emails${query}`)).body.Emails as Item[];

  it("refuses an email without a body, as it does tags whose names stand in the query", async () => {
    const refused = { code: "INVALID_DATA", message: "body", details: { expected_data_type: "jsonobject" } };
    expect(await crm.call("POST", `${path}/actions/send_mail`)).toMatchObject({ status: 400, body: refused });
  });

  it("crm.fromAddresses.list names the addresses to send from, the caller's own first", () => {
    expect(from).toMatchObject({ email: "patricia.boyle@zylker.example", type: "user", default: true });
  });

  it("crm.emails.send sends, and crm.emails.list and crm.emails.get show what was sent", async () => {
    expect((await crm.get(`${path}/Emails`)).status).toBe(204);
    const sent = await send();
    expect([sent.status, itemOf(sent).code]).toEqual([200, "SUCCESS"]);
    const { message_id } = itemOf(sent).details;
    const [email = {}] = await emails();
    expect(email).toMatchObject({
      message_id,
      subject: "Offer",
      to,
      summary: "Hello",
      status: [{ type: "sent" }],
    });
    expect(email).not.toHaveProperty("content");
    const { body } = await crm.get(`${path}/Emails/${message_id}`);
    expect(body.Emails).toMatchObject([{ message_id, content: "<p>Hello</p>", mail_format: "html" }]);
  });

  it("gives ten emails at a time, the newest first", async () => {
    for (let number = 1; number <= 12; number += 1) await send({ subject: `Email ${number}` });
    const { body } = await crm.get(`${path}/Emails`);
    expect(body.info).toMatchObject({ count: 10, per_page: 10, prev_index: null, more_records: true });
    const rest = await emails(`?index=${body.info.next_index}`);
    expect(rest.map(({ subject }) => subject)).toEqual(["Email 2", "Email 1"]);
    expect((await crm.get(`${path}/Emails?index=1`)).body.code).toBe("INVALID_DATA");
  });

  it("tells scheduled emails from sent ones", async () => {
    await send();
    await send({ subject: "Later", scheduled_time: "2027-01-01T09:00:00+05:30" });
    const subjects = async (type: string) => (await emails(`?type=${type}`)).map(({ subject }) => subject);
    expect(await subjects("scheduled_in_crm")).toEqual(["Later"]);
    expect(await subjects("sent_from_crm")).toEqual(["Offer"]);
    expect((await crm.get(`${path}/Emails?type=drafts`)).status).toBe(204);
  });

  it.each([
    ["no sender", { from: undefined }, "MANDATORY_NOT_FOUND", "from"],
    ["a sender that is not the caller's", { from: { email: "other@example.com" } }, "INVALID_DATA", "email"],
    ["no recipient", { to: [] }, "MANDATORY_NOT_FOUND", "to"],
    ["a recipient without an address", { to: [{ email: "ada" }] }, "INVALID_DATA", "email"],
    ["a long subject", { subject: "x".repeat(1_001) }, "INVALID_DATA", "subject"],
    ["an unknown template", { template: { id: "1" } }, "INVALID_DATA", "id"],
    ["an unknown file", { attachments: [{ id: "1" }] }, "INVALID_DATA", "id"],
  ])("refuses %s", async (_, more, code, api_name) => {
    const reply = await send(more);
    expect([reply.status, itemOf(reply)]).toMatchObject([400, { code, details: { api_name } }]);
  });
});
