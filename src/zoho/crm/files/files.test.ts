import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { textAt } from "../../core/json";
import { addAttachment, downloadAttachment, getAttachments, removeAttachment } from "./attachments";
import { downloadFile, downloadPhoto, removePhoto, uploadFile, uploadPhoto } from "./files";

const MB = 1024 * 1024;
const contract = { data: Buffer.from("Zürich, 1. März"), contentType: "text/plain" };
const png = { data: Buffer.from("89504e470d0a1a0a", "hex"), contentType: "image/png" };

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

const idOf = ({ data: [item] }: Awaited<ReturnType<typeof addAttachment>>): string =>
  textAt(item?.details, "id") ?? "";

describe("attachments", () => {
  it("are listed, downloaded as they were uploaded, and deleted", async () => {
    const crm = await sandbox.crm();
    expect(await getAttachments(crm, record)).toMatchObject({ data: [], info: { count: 0 } });
    const attachmentId = idOf(
      await addAttachment(crm, { ...record, file: contract, fileName: "Vertrag ü.txt" }),
    );
    const { data } = await getAttachments(crm, record);
    expect(data).toMatchObject([
      { id: attachmentId, File_Name: "Vertrag ü.txt", Size: "17", $type: "Attachment" },
    ]);
    expect(await downloadAttachment(crm, { ...record, attachmentId })).toEqual(contract);
    await removeAttachment(crm, { ...record, attachmentId });
    expect((await getAttachments(crm, record)).data).toEqual([]);
    await expect(downloadAttachment(crm, { ...record, attachmentId })).rejects.toMatchObject({
      code: "FILE_NOT_FOUND",
      kind: "notFound",
    });
  });

  it("can be links, which cannot be downloaded", async () => {
    const crm = await sandbox.crm();
    const link = { attachmentUrl: "https://example.com/a.pdf", attachmentTitle: "Offer" };
    const attachmentId = idOf(await addAttachment(crm, { ...record, ...link }));
    const { data } = await getAttachments(crm, { ...record, fields: ["File_Name"] });
    expect(data).toMatchObject([
      { File_Name: "Offer", $type: "Link", $link_url: "https://example.com/a.pdf" },
    ]);
    const download = downloadAttachment(crm, { ...record, attachmentId });
    await expect(download).rejects.toMatchObject({ code: "DOWNLOAD_NOT_ALLOWED" });
  });

  it("are read page by page to the end", async () => {
    const crm = await sandbox.crm();
    for (let number = 0; number < 5; number += 1) {
      await addAttachment(crm, { ...record, attachmentUrl: `https://example.com/${number}` });
    }
    await sandbox.clearLedger();
    const page = await getAttachments(crm, { ...record, per_page: 2 });
    expect([page.data.length, page.info.more_records]).toEqual([2, true]);
    const { data, info } = await getAttachments(crm, { ...record, per_page: 2, fetchAll: true });
    expect([data.length, info.count, info.more_records]).toEqual([5, 5, false]);
    expect((await sandbox.ledger()).requests).toBe(4);
  });

  it("whose deletion went unanswered are gone; those that were never there are an error", async () => {
    const crm = await sandbox.crm();
    const attachmentId = idOf(await addAttachment(crm, { ...record, file: contract }));
    await sandbox.fault({ method: "DELETE", times: 1, applied: true, effect: { reset: true } });
    const removed = await removeAttachment(crm, { ...record, attachmentId });
    expect(removed.data).toMatchObject([{ status: "success", details: { id: attachmentId } }]);
    const again = removeAttachment(crm, { ...record, attachmentId });
    await expect(again).rejects.toMatchObject({ code: "INVALID_DATA" });
  });

  it("are not gone because their deletion went unanswered under a record that is not theirs", async () => {
    const crm = await sandbox.crm();
    const attachmentId = idOf(await addAttachment(crm, { ...record, file: contract }));
    const lost = { method: "DELETE", times: 1, applied: true, effect: { reset: true } };
    await sandbox.fault(lost);
    const elsewhere = removeAttachment(crm, { ...record, recordId: "999", attachmentId });
    await expect(elsewhere).rejects.toMatchObject({ name: "ZohoError" });
    const body = { data: [{ code: "INVALID_DATA", details: {}, message: "", status: "error" }] };
    await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true } });
    await sandbox.fault({ method: "DELETE", times: 1, effect: { status: 400, body } });
    const refused = removeAttachment(crm, { ...record, attachmentId });
    await expect(refused).rejects.toMatchObject({ code: "INVALID_DATA" });
    expect((await getAttachments(crm, record)).data).toMatchObject([{ id: attachmentId }]);
  });

  it("are refused before any request when empty, over 100 MB, or both file and link", async () => {
    const crm = await sandbox.crm();
    const attach = (more: object) => addAttachment(crm, { ...record, ...more });
    await expect(attach({ file: { ...contract, data: Buffer.alloc(0) } })).rejects.toThrow(/is empty/);
    await expect(attach({ file: { ...contract, data: Buffer.alloc(100 * MB + 1) } })).rejects.toThrow(
      /at most 100 MB/,
    );
    await expect(attach({})).rejects.toThrow(/either a file or an Attachment URL/);
    await expect(attach({ file: contract, attachmentUrl: "https://example.com" })).rejects.toThrow(/either/);
    expect((await sandbox.ledger()).requests).toBe(0);
  });
});

describe("photos", () => {
  it("are set, replaced, downloaded and removed", async () => {
    const crm = await sandbox.crm();
    await expect(downloadPhoto(crm, record)).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
    expect(await uploadPhoto(crm, { ...record, file: png })).toMatchObject({
      message: "photo uploaded successfully",
    });
    const other = { data: Buffer.concat([png.data, Buffer.from("x")]), contentType: "image/png" };
    await uploadPhoto(crm, { ...record, file: other, fileName: "ada.png" });
    expect(await downloadPhoto(crm, record)).toEqual(other);
    expect(await removePhoto(crm, record)).toMatchObject({ status: "success" });
    await expect(downloadPhoto(crm, record)).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  });

  it.each([[true], [false]])("whose removal had no answer are looked for: removed %p", async (applied) => {
    const crm = await sandbox.crm();
    await uploadPhoto(crm, { ...record, file: png });
    const body = { code: "INVALID_DATA", details: {}, message: "no photo", status: "error" };
    const [lost, refused] = [{ applied, effect: { reset: true } }, { effect: { status: 400, body } }];
    await sandbox.fault({ method: "DELETE", times: 1, ...lost }, { method: "DELETE", times: 1, ...refused });
    const removal = removePhoto(crm, record);
    if (applied) expect(await removal).toMatchObject({ status: "success" });
    else await expect(removal).rejects.toMatchObject({ code: "INVALID_DATA" });
  });

  it("whose removal had no answer are in doubt where they cannot be looked for", async () => {
    const crm = await sandbox.crm();
    await uploadPhoto(crm, { ...record, file: png });
    const body = { code: "INVALID_DATA", details: {}, message: "no photo", status: "error" };
    await sandbox.fault(
      { method: "DELETE", times: 1, applied: true, effect: { reset: true } },
      { method: "DELETE", times: 1, effect: { status: 400, body } },
      { method: "GET", times: 9, effect: { status: 503 } },
    );
    await expect(removePhoto(crm, record)).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
    });
  });

  it("over 10 MB are refused before any request, and files that are no images by Zoho", async () => {
    const crm = await sandbox.crm();
    const large = { ...png, data: Buffer.alloc(10 * MB + 1, png.data) };
    await expect(uploadPhoto(crm, { ...record, file: large })).rejects.toThrow(/at most 10 MB/);
    expect((await sandbox.ledger()).requests).toBe(0);
    const text = uploadPhoto(crm, { ...record, file: contract });
    await expect(text).rejects.toMatchObject({ code: "INVALID_DATA", status: 415 });
  });

  it("that Zoho says no to inside a 200 are errors, also where the answer names itself as Zoho names its JSON", async () => {
    const crm = await sandbox.crm();
    const refused = { code: "NO_PERMISSION", details: {}, message: "permission denied", status: "error" };
    const headers = { "Content-Disposition": "attachment; filename=response.json" };
    await sandbox.fault({ method: "GET", path: "photo$", effect: { status: 200, body: refused, headers } });
    await expect(downloadPhoto(crm, record)).rejects.toMatchObject({ code: "NO_PERMISSION" });
    const body = { code: "NOT_APPROVED", details: {}, message: "not approved yet", status: "error" };
    await sandbox.fault({ times: 1, effect: { status: 200, body } });
    await expect(uploadPhoto(crm, { ...record, file: png })).rejects.toMatchObject({ code: "NOT_APPROVED" });
  });
});

describe("files for fields", () => {
  it("come back as they were uploaded, and fill a field", async () => {
    const crm = await sandbox.crm();
    const fileId = idOf(await uploadFile(crm, { file: contract, fileName: "contract.txt" }));
    expect(await downloadFile(crm, { fileId })).toEqual(contract);
    await expect(downloadFile(crm, { fileId: "nothing" })).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  });

  it("over 20 MB are refused before any request", async () => {
    const crm = await sandbox.crm();
    const large = { ...contract, data: Buffer.alloc(20 * MB + 1) };
    await expect(uploadFile(crm, { file: large })).rejects.toThrow(
      /File: file has 20\.0 MB, and Zoho takes at most 20 MB/,
    );
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("are no page that Zoho shows in their place", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ times: 1, effect: { status: 200, body: "<html><body>maintenance</body></html>" } });
    await expect(downloadFile(crm, { fileId: "1" })).rejects.toMatchObject({ code: "UNREADABLE_ANSWER" });
  });
});
