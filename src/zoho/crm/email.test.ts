import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { getEmails, getFromAddresses, sendEmail } from "./email";

describe("emails", () => {
  let sandbox: TestSandbox;
  let record: { recordType: string; recordId: string };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.clearFaults();
    await sandbox.reset({ seed: 1, records: { Leads: 1 } });
    const [lead] = await sandbox.records("Leads");
    record = { recordType: "Leads", recordId: String(lead?.id) };
    await sandbox.clearLedger();
  });

  const from = { user_name: "Patricia Boyle", email: "patricia.boyle@zylker.example" };
  const to = [{ email: "ada.burns@example.com" }];
  const email = (more: object = {}) => ({ ...record, from, to, subject: "Offer", content: "Hello", ...more });

  it("are sent as Zoho wants them, without keys that are left empty", async () => {
    const crm = await sandbox.crm();
    const { data } = await sendEmail(
      crm,
      email({ cc: [], bcc: to, replyTo: from, mailFormat: "text", orgEmail: true }),
    );
    expect(data).toMatchObject([{ code: "SUCCESS", details: { message_id: expect.any(String) } }]);
    const [request] = (await sandbox.requests()).slice(-1);
    expect(request?.body).toEqual({
      data: [
        {
          from,
          to,
          bcc: to,
          subject: "Offer",
          content: "Hello",
          reply_to: from,
          mail_format: "text",
          org_email: true,
        },
      ],
    });
  });

  it("are listed ten at a time, all of them, or one with its content", async () => {
    const crm = await sandbox.crm();
    expect(await getEmails(crm, record)).toEqual({ Emails: [], info: { count: 0, more_records: false } });
    for (let number = 1; number <= 23; number += 1)
      await sendEmail(crm, email({ subject: `Email ${number}` }));
    const first = await getEmails(crm, record);
    expect(first).toMatchObject({ Emails: { length: 10 }, info: { count: 10, more_records: true } });
    const second = await getEmails(crm, { ...record, index: String(first.info.next_index) });
    expect(second.Emails[0]).toMatchObject({ subject: "Email 13" });
    const all = await getEmails(crm, { ...record, fetchAll: true });
    expect(all).toMatchObject({ Emails: { length: 23 }, info: { count: 23, more_records: false } });
    expect(all.Emails.at(-1)).toMatchObject({ subject: "Email 1" });
    const some = await getEmails(crm, { ...record, fetchAll: true, maxRecords: 15 });
    expect(some).toMatchObject({ Emails: { length: 15 }, info: { count: 15, more_records: true } });
    const messageId = String(all.Emails[0]?.message_id);
    const one = await getEmails(crm, { ...record, messageId });
    expect(one.Emails).toMatchObject([{ message_id: messageId, subject: "Email 23", content: "Hello" }]);
  });

  it("are told apart by type", async () => {
    const crm = await sandbox.crm();
    await sendEmail(crm, email({ scheduledTime: "2027-01-01T09:00:00+00:00" }));
    expect((await getEmails(crm, { ...record, emailType: "sent_from_crm" })).Emails).toEqual([]);
    expect((await getEmails(crm, { ...record, emailType: "scheduled_in_crm" })).Emails).toHaveLength(1);
  });

  it("are never sent twice", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ method: "POST", times: 1, applied: true, effect: { reset: true } });
    await expect(sendEmail(crm, email())).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
    expect((await getEmails(crm, record)).Emails).toHaveLength(1);
  });

  it("without a text are refused before any request, and from a stranger by Zoho", async () => {
    const crm = await sandbox.crm();
    await expect(sendEmail(crm, email({ content: undefined }))).rejects.toThrow(/a text or a Template ID/);
    expect((await sandbox.ledger()).requests).toBe(0);
    const stranger = sendEmail(crm, email({ from: { email: "other@example.com" } }));
    await expect(stranger).rejects.toMatchObject({
      code: "INVALID_DATA",
      details: { json_path: "$.data[0].from.email" },
    });
  });

  it("are sent from addresses that can be asked for", async () => {
    const { from_addresses } = await getFromAddresses(await sandbox.crm());
    expect(from_addresses).toMatchObject([{ email: from.email, default: true }, { type: "org_email" }]);
  });
});
