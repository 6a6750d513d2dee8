import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { downloadMailMerge, sendMailMerge, signMailMerge } from "./mailMerge";

describe("documents of mail merge templates", () => {
  let sandbox: TestSandbox;
  let offer: { recordType: string; recordId: string; templateName: string };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.clearFaults();
    await sandbox.reset({ seed: 1, records: { Leads: 1 } });
    const [lead] = await sandbox.records("Leads");
    offer = { recordType: "Leads", recordId: String(lead?.id), templateName: "Offer Letter" };
    await sandbox.clearLedger();
  });

  const sentBody = async () => (await sandbox.requests()).at(-1)?.body;
  const ada = "ada.burns@example.com";
  const field = `\${!Leads.Email}`;

  it("are sent as Zoho wants them, without keys that are left empty", async () => {
    const crm = await sandbox.crm();
    const email = {
      from: "patricia.boyle@zylker.example",
      to: [ada],
      cc: [field],
      subject: "Offer",
      message: "Hello",
      attachmentType: "attachment",
      attachmentName: "Offer",
    } as const;
    expect(await sendMailMerge(crm, { ...offer, ...email, bcc: [] })).toMatchObject({
      send_mail_merge: [{ code: "SUCCESS", details: { report_link: expect.stringMatching(/^https:/) } }],
    });
    expect(await sentBody()).toEqual({
      send_mail_merge: [
        {
          mail_merge_template: { name: "Offer Letter" },
          from_address: { type: "email", value: email.from },
          to_address: [{ type: "email", value: ada }],
          cc_email: [{ type: "merge_field", value: field }],
          subject: "Offer",
          message: "Hello",
          type: "attachment",
          attachment_name: "Offer",
        },
      ],
    });
    await sendMailMerge(crm, { ...offer, templateName: undefined, templateId: "5725767000000091082" });
    expect(await sentBody()).toEqual({
      send_mail_merge: [{ mail_merge_template: { id: "5725767000000091082" } }],
    });
  });

  it("are sent to those who sign or approve them", async () => {
    const crm = await sandbox.crm();
    const signers = [
      { name: "Ada", recipient: field, action: "sign" },
      { name: "Patricia", recipient: ada, action: "approve" },
    ] as const;
    const signed = await signMailMerge(crm, { ...offer, fileName: "Contract", signers, signInOrder: true });
    expect(signed.sign_mail_merge[0].details).toMatchObject({ sign_resource_id: expect.any(String) });
    expect(await sentBody()).toEqual({
      sign_mail_merge: [
        {
          mail_merge_template: { name: "Offer Letter" },
          file_name: "Contract",
          sign_in_order: true,
          signers: [
            { recipient_name: "Ada", action_type: "sign", recipient: { type: "merge_field", value: field } },
            { recipient_name: "Patricia", action_type: "approve", recipient: { type: "email", value: ada } },
          ],
        },
      ],
    });
  });

  it("come as files, with a password where they are PDFs", async () => {
    const crm = await sandbox.crm();
    const pdf = await downloadMailMerge(crm, { ...offer, fileName: "Offer", password: "spring" });
    expect([pdf.contentType, pdf.data.toString()]).toEqual([
      "application/pdf",
      expect.stringContaining(offer.recordId),
    ]);
    expect(await sentBody()).toMatchObject({
      download_mail_merge: [{ output_format: "pdf", file_name: "Offer", password: "spring" }],
    });
    const html = await downloadMailMerge(crm, { ...offer, outputFormat: "html" });
    expect(html.contentType).toMatch(/^text\/html/);
  });

  it("are refused before any request without a template or with two, and with a password that no PDF has", async () => {
    const crm = await sandbox.crm();
    const neither = { ...offer, templateName: undefined };
    await expect(sendMailMerge(crm, neither)).rejects.toThrow(/either a name or a Template ID, got neither/);
    const both = signMailMerge(crm, { ...offer, templateId: "1", fileName: "Contract" });
    await expect(both).rejects.toThrow(/got both/);
    const html = downloadMailMerge(crm, { ...offer, outputFormat: "html", password: "spring" });
    await expect(html).rejects.toThrow(/Password: .*the format is html/);
    await expect(sendMailMerge(crm, { ...offer, recordId: "Burns" })).rejects.toThrow(
      /Record ID: expected a number/,
    );
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("of a template or record that is not there are errors that say where", async () => {
    const crm = await sandbox.crm();
    const noTemplate = sendMailMerge(crm, { ...offer, templateName: "Nothing" });
    await expect(noTemplate).rejects.toMatchObject({
      kind: "input",
      code: "INVALID_DATA",
      details: { json_path: "$.send_mail_merge[0].mail_merge_template.name" },
    });
    const noRecord = downloadMailMerge(crm, { ...offer, recordId: "111111000000000001" });
    await expect(noRecord).rejects.toMatchObject({ kind: "input", code: "INVALID_DATA" });
    const refused = downloadMailMerge(crm, { ...offer, templateName: "Nothing" });
    await expect(refused).rejects.toMatchObject({ kind: "input", code: "INVALID_DATA", status: 400 });
  });

  const sendings = [
    ["send", (crm) => sendMailMerge(crm, offer)],
    ["sign", (crm) => signMailMerge(crm, { ...offer, fileName: "Contract" })],
  ] as const satisfies [string, (crm: Parameters<typeof sendMailMerge>[0]) => Promise<object>][];

  it.each(sendings)("are never sent twice where the answer is lost: %s", async (call, sending) => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path: "_mail_merge$", times: 1, applied: true, effect: { reset: true } });
    await expect(sending(crm)).rejects.toMatchObject({ kind: "unknown", code: "OUTCOME_UNKNOWN" });
    const { routes } = await sandbox.ledger();
    expect(Object.entries(routes)).toEqual([[expect.stringContaining(`${call}_mail_merge`), 1]]);
  });

  it.each<[string, unknown]>([
    ["a page", "<html>maintenance</html>"],
    ["an empty object", {}],
    ["a list", [{ status: "success" }]],
    ["another answer", { data: [{ status: "success" }] }],
    ["no item", { send_mail_merge: [] }],
    ["a list in the place of an item", { send_mail_merge: [[{ status: "success" }]] }],
    ["nothing in the place of an item", { send_mail_merge: [null] }],
    ["an item that says nothing", { send_mail_merge: [{ details: {} }] }],
  ])("are sent perhaps where the answer is good and cannot be read: %s", async (_, body) => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path: "send_mail_merge$", times: 1, effect: { status: 200, body } });
    await expect(sendMailMerge(crm, offer)).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
    });
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  it("that Zoho refuses inside a 200 are errors", async () => {
    const crm = await sandbox.crm();
    const no = { code: "NO_PERMISSION", details: {}, message: "permission denied", status: "error" };
    for (const body of [no, { send_mail_merge: [no] }, { send_mail_merge: no }]) {
      await sandbox.fault({ path: "send_mail_merge$", times: 1, effect: { status: 200, body } });
      await expect(sendMailMerge(crm, offer)).rejects.toMatchObject({
        kind: "permission",
        code: "NO_PERMISSION",
      });
    }
  });

  it("are asked for again as files where the answer is lost", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path: "download_mail_merge$", times: 1, effect: { reset: true } });
    expect((await downloadMailMerge(crm, offer)).contentType).toBe("application/pdf");
  });

  const told = (item: unknown) => ({ download_mail_merge: [item] });
  const refusedItem = { code: "NO_PERMISSION", details: {}, message: "permission denied", status: "error" };
  it.each<[string, unknown, object]>([
    [
      "a good one",
      told({ code: "SUCCESS", message: "initiated", status: "success" }),
      { code: "UNREADABLE_ANSWER", reason: expect.stringContaining(`"initiated"`) },
    ],
    ["one of another call", { data: [] }, { code: "UNREADABLE_ANSWER" }],
    ["a list", [], { code: "UNREADABLE_ANSWER" }],
    ["a refusal", refusedItem, { code: "NO_PERMISSION" }],
    ["a refusal in a list", told(refusedItem), { code: "NO_PERMISSION", kind: "permission" }],
  ])("are no answers in JSON: %s", async (_, body, error) => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path: "download_mail_merge$", times: 9, effect: { status: 200, body } });
    await expect(downloadMailMerge(crm, offer)).rejects.toMatchObject(error);
  });

  it("need scopes of Zoho Writer and Zoho Sign, which the error names", async () => {
    const scopes = "&scopes=ZohoCRM.settings.ALL,ZohoWriter.documentEditor.ALL";
    const { token } = await sandbox.connection("zohoTemplatedConnection", scopes);
    const crm = await sandbox.crm({ token: String(token.access_token) });
    const hint = expect.stringMatching(
      /ZohoWriter\.merge\.ALL and ZohoSign\.documents\.ALL to the connection/,
    );
    const refused = signMailMerge(crm, { ...offer, fileName: "Contract" });
    await expect(refused).rejects.toMatchObject({ kind: "connection", code: "OAUTH_SCOPE_MISMATCH", hint });
  });
});
