import { startTestCrm, type TestCrm } from "../testing";

const png = Buffer.from("89504e470d0a1a0a0000", "hex");

describe("the photo of a record", () => {
  let crm: TestCrm;
  let path: string;
  beforeAll(async () => {
    crm = await startTestCrm();
    path = `/Leads/${await crm.add("Leads", { Last_Name: "Burns", Company: "ABC" })}/photo`;
  });
  afterAll(() => crm.close());

  async function upload(data: Uint8Array, to = path) {
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(data)], { type: "image/png" }), "ada.png");
    const response = await fetch(`${crm.url}/crm/v8${to}`, {
      method: "POST",
      headers: crm.authorization(),
      body,
    });
    return { status: response.status, body: await response.json() };
  }
  const download = () => fetch(`${crm.url}/crm/v8${path}`, { headers: crm.authorization() });

  it("crm.photo.upload, crm.photo.get and crm.photo.delete keep it, show it and forget it", async () => {
    expect((await download()).status).toBe(204);
    expect(await upload(png)).toEqual({
      status: 200,
      body: { code: "SUCCESS", details: {}, message: "photo uploaded successfully", status: "success" },
    });
    const photo = await download();
    expect(photo.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(png);
    expect((await crm.call("DELETE", path)).body).toMatchObject({
      message: "Photo deleted",
      status: "success",
    });
    expect((await download()).status).toBe(204);
  });

  it("takes images of up to 10 MB alone", async () => {
    expect(await upload(Buffer.from("text"))).toMatchObject({
      status: 415,
      body: { message: "invalid file type" },
    });
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, png);
    expect(await upload(large)).toMatchObject({ status: 413, body: { code: "FILE_SIZE_EXCEEDS" } });
  });

  it("is not taken for a record that is locked", async () => {
    const id = await crm.add("Leads", { Last_Name: "Locked", Company: "ABC" });
    await crm.call("POST", `/Leads/${id}/Locking_Information__s`, { data: [{ Locked_Reason__s: "Audit" }] });
    expect(await upload(png, `/Leads/${id}/photo`)).toMatchObject({
      status: 400,
      body: { code: "RECORD_LOCKED", details: { id } },
    });
  });

  it("knows only modules with photos, and records that are there", async () => {
    const task = await crm.add("Tasks", { Subject: "Call" });
    expect(await upload(png, `/Tasks/${task}/photo`)).toMatchObject({
      status: 400,
      body: { code: "INVALID_MODULE" },
    });
    expect(await upload(png, "/Leads/111/photo")).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA" },
    });
  });
});
