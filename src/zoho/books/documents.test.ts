import { openBooks, recordIn } from "../../../test/support/books";
import { Maker } from "../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { objectsAt } from "../core/json";
import {
  addAttachment,
  addComment,
  downloadAttachment,
  downloadPdf,
  emailRecord,
  getComments,
} from "./documents";
import { getRecord } from "./records/records";
import { recordTypes } from "./recordTypes";

let sandbox: TestSandbox;
let make: Maker;

beforeAll(async () => {
  sandbox = await startSandbox();
  make = new Maker(await openBooks(sandbox));
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const all = [...recordTypes().values()];
const each = (test: (type: (typeof all)[number]) => unknown) =>
  all.filter(test).map(({ key }) => [key] as const);
const file = { data: Buffer.from("Some receipt."), contentType: "text/plain" };
const requests = async () => (await sandbox.requests()).filter(({ method }) => method === "POST");

describe("a print", () => {
  it.each(each(({ prints }) => prints))("%s: is a PDF", async (recordType) => {
    const { data, contentType } = await downloadPdf(make.books, {
      recordType,
      recordId: await make.id(recordType),
    });
    expect(contentType).toMatch(/^application\/pdf/);
    expect(data.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("of nothing is an error, not a file that says so", async () => {
    const key = { recordType: "invoices", recordId: "1" };
    await expect(downloadPdf(make.books, key)).rejects.toMatchObject({ code: "1002", kind: "notFound" });
    const said = { status: 200, body: { code: 1002, message: "Invoice does not exist." } };
    await sandbox.fault({ path: "/invoices/1$", times: 1, effect: said });
    await expect(downloadPdf(make.books, key)).rejects.toMatchObject({ code: "1002", kind: "notFound" });
    await sandbox.fault({
      path: "/invoices/1$",
      times: 1,
      effect: { status: 200, body: "<html>maintenance</html>" },
    });
    await expect(downloadPdf(make.books, key)).rejects.toMatchObject({ code: "UNREADABLE_ANSWER" });
  });

  it("is refused where Zoho has none", async () => {
    await expect(downloadPdf(make.books, { recordType: "items", recordId: "1" })).rejects.toThrow(
      /items has no PDF/,
    );
  });
});

describe("a file", () => {
  it.each(each(({ file }) => file?.can === "get create"))(
    "%s: comes back as it was attached",
    async (recordType) => {
      const key = { recordType, recordId: await make.id(recordType) };
      await addAttachment(make.books, { ...key, file, fileName: "receipt.pdf" });
      const { data, contentType } = await downloadAttachment(make.books, key);
      expect(data).toEqual(file.data);
      expect(contentType).toMatch(/^text\/plain/);
    },
  );

  it("is attached where it cannot be read back", async () => {
    const key = { recordType: "journals", recordId: await make.id("journals") };
    expect(await addAttachment(make.books, { ...key, file, fileName: "receipt.pdf" })).toMatchObject({
      code: 0,
    });
    await expect(downloadAttachment(make.books, key)).rejects.toThrow(
      /journals has no attachment to download/,
    );
  });

  it("goes along with an email when it may", async () => {
    const key = { recordType: "invoices", recordId: await make.id("invoices") };
    await addAttachment(make.books, { ...key, file, fileName: "receipt.pdf", canSendInMail: true });
    expect((await requests()).at(-1)).toMatchObject({ query: { can_send_in_mail: "true" } });
  });

  it("is refused when it is empty or too large, before any request", async () => {
    const key = { recordType: "invoices", recordId: "1" };
    const empty = { ...file, data: Buffer.alloc(0) };
    const large = { ...file, data: Buffer.alloc(10 * 1024 * 1024 + 1) };
    await expect(addAttachment(make.books, { ...key, file: empty })).rejects.toThrow(/is empty/);
    await expect(addAttachment(make.books, { ...key, file: large })).rejects.toThrow(/at most 10 MB/);
  });
});

describe("a comment", () => {
  const listed = each(({ key }) => key.endsWith("/comments") && key !== "contacts/comments");
  const commented = listed
    .map(([key]) => key.replace("/comments", ""))
    .filter((key) =>
      ["list", "create"].every((verb) => recordTypes().get(`${key}/comments`)?.can?.includes(verb)),
    );

  it.each(commented)("%s: is added and read back", async (recordType) => {
    const key = { recordType, recordId: await make.id(recordType) };
    await addComment(make.books, { ...key, comment: "Called the customer." });
    const comments = objectsAt(await getComments(make.books, key), "comments");
    expect(comments.map(({ description }) => description)).toContain("Called the customer.");
  });

  it("shows in the portal when it may", async () => {
    const key = { recordType: "invoices", recordId: await make.id("invoices") };
    await addComment(make.books, { ...key, comment: "Thanks.", showToClients: true });
    expect((await requests()).at(-1)?.body).toEqual({
      description: "Thanks.",
      show_comment_to_clients: true,
    });
  });

  it("is refused where Zoho has none", () => {
    expect(() => getComments(make.books, { recordType: "items", recordId: "1" })).toThrow(
      /items has no comments/,
    );
  });
});

describe("an email", () => {
  const to = ["ada.burns@example.com"];
  const text = { subject: "From Zillium Inc", body: "Thanks." };

  it.each(each(({ emails }) => emails))("%s: is sent", async (recordType) => {
    const recordId = await make.id(recordType);
    const sent = await emailRecord(make.books, {
      recordType,
      recordId,
      to,
      cc: ["archive@example.com"],
      ...text,
    });
    expect(sent).toMatchObject({ code: 0 });
    const [organization] = sandbox.world.books.all();
    expect(organization?.mails.at(-1)).toMatchObject({ id: recordId, to, ...text });
  });

  it("makes a draft sent", async () => {
    const recordId = await make.create("invoices", await sampleInvoice());
    await emailRecord(make.books, { recordType: "invoices", recordId, to, sendFromOrganization: true });
    expect((await requests()).at(-1)?.body).toEqual({ to_mail_ids: to, send_from_org_email_id: true });
    const read = await getRecord(make.books, { recordType: "invoices", recordId });
    expect(recordIn(read, "invoice")).toMatchObject({ status: "sent" });
  });

  it("is never sent twice, when nobody can say whether it was", async () => {
    const recordId = await make.id("invoices");
    await sandbox.fault({
      method: "POST",
      path: "/email$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    const [organization] = sandbox.world.books.all();
    const before = organization?.mails.length ?? 0;
    const sent = emailRecord(make.books, { recordType: "invoices", recordId, to, ...text });
    await expect(sent).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(organization?.mails).toHaveLength(before + 1);
  });

  it("needs somebody to go to, and a record that can be sent", async () => {
    const invoice = { recordType: "invoices", recordId: "1" };
    await expect(emailRecord(make.books, { ...invoice, to: [] })).rejects.toThrow(
      /To: expected at least one/,
    );
    await expect(emailRecord(make.books, { ...invoice, recordType: "items", to })).rejects.toThrow(
      /cannot be emailed/,
    );
  });
});

describe("an attachment where Zoho is particular", () => {
  const file = { data: Buffer.from("%PDF-1.4"), contentType: "application/pdf" };

  afterEach(() =>
    Object.assign(sandbox.world.behaviours, { booksFileNames: "taken", booksMultipartOrganization: "query" }),
  );

  it("goes out under a plain name where its own is refused, and says so", async () => {
    sandbox.world.behaviours.booksFileNames = "refused";
    const books = await openBooks(sandbox);
    const key = { recordType: "invoices", recordId: await make.id("invoices") };
    expect(await addAttachment(books, { ...key, file, fileName: "plan ü.pdf" })).toMatchObject({ code: 0 });
    expect(books.warnings).toEqual([expect.stringContaining("It is sent as plan_u")]);
    const wrong = addAttachment(books, { ...key, file, fileName: "plan.exe" });
    await expect(wrong).rejects.toMatchObject({ code: "4" });
  });

  it("names the organization in its form too", async () => {
    const key = { recordType: "invoices", recordId: await make.id("invoices") };
    sandbox.world.behaviours.booksMultipartOrganization = "formField";
    expect(await addAttachment(make.books, { ...key, file, fileName: "plan.pdf" })).toMatchObject({
      code: 0,
    });
  });
});

async function sampleInvoice() {
  return {
    record: { customer_id: await make.id("contacts"), line_items: [{ name: "Desk", rate: 5, quantity: 1 }] },
  };
}
