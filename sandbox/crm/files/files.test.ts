import { type Item, itemOf, type Reply, startTestCrm, type TestCrm } from "../testing";

describe("files and attachments", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const bytes = Buffer.from([0, 1, 2, 255, 254, 13, 10]);
  const scopes = ["ZohoCRM.modules.ALL", "ZohoCRM.files.ALL"];
  const send = async (path: string, fill: (form: FormData) => void, held = scopes): Promise<Reply> => {
    const form = new FormData();
    fill(form);
    const response = await fetch(`${crm.url}/crm/v8${path}`, {
      method: "POST",
      body: form,
      headers: crm.authorization(held),
    });
    return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers };
  };
  const download = async (path: string) => {
    const response = await fetch(`${crm.url}/crm/v8${path}`, { headers: crm.authorization(scopes) });
    return {
      status: response.status,
      headers: response.headers,
      data: Buffer.from(await response.arrayBuffer()),
    };
  };
  const file =
    (name = "résumé 1.pdf", data = bytes) =>
    (form: FormData) =>
      form.append("file", new Blob([data], { type: "application/pdf" }), name);

  describe("attachments", () => {
    let lead: string;
    beforeEach(async () => {
      lead = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
    });
    const path = (rest = "") => `/Leads/${lead}/Attachments${rest}`;

    it("crm.attachments.upload answers 200, crm.attachments.list lists and crm.attachments.download gives the bytes", async () => {
      expect((await crm.get(path("?fields=id"))).status).toBe(204);
      const reply = await send(path(), file());
      expect(reply.status).toBe(200);
      expect(reply.body).toEqual({
        data: [
          {
            code: "SUCCESS",
            details: {
              Modified_Time: expect.any(String),
              Modified_By: { name: "Patricia Boyle", id: expect.any(String) },
              Created_Time: expect.any(String),
              id: expect.stringMatching(/^\d{19}$/),
              Created_By: { name: "Patricia Boyle", id: expect.any(String) },
            },
            message: "attachment uploaded successfully",
            status: "success",
          },
        ],
      });
      const id = itemOf(reply).details.id;
      const { body } = await crm.get(path("?fields=id,Owner,File_Name,Size,Created_Time,Parent_Id"));
      expect(body).toMatchObject({
        data: [
          {
            id,
            Owner: { name: "Patricia Boyle", email: expect.any(String) },
            File_Name: "résumé 1.pdf",
            Size: "7",
            Parent_Id: { name: "Boyle", id: lead },
            $file_id: expect.any(String),
            $type: "Attachment",
            $se_module: "Leads",
          },
        ],
        info: { per_page: 200, count: 1, page: 1, more_records: false },
      });
      const got = await download(path(`/${id}`));
      expect([got.status, got.data]).toEqual([200, bytes]);
      expect(got.headers.get("content-type")).toContain("application/pdf");
      expect(got.headers.get("content-disposition")).toContain("filename*=UTF-8''r%C3%A9sum%C3%A9%201.pdf");
    });

    it("needs fields to list", async () => {
      expect(await crm.get(path())).toMatchObject({
        status: 400,
        body: { code: "REQUIRED_PARAM_MISSING", details: { param_name: "fields" } },
      });
    });

    it("a link is an attachment too, but cannot be downloaded", async () => {
      const reply = await send(path(), (form) => {
        form.append("attachmentUrl", "https://example.com/document.pdf");
        form.append("title", "Q4 Financial Report");
      });
      const id = itemOf(reply).details.id;
      expect((await crm.get(path("?fields=File_Name"))).body.data).toMatchObject([
        {
          id,
          File_Name: "Q4 Financial Report",
          $type: "Link",
          $link_url: "https://example.com/document.pdf",
        },
      ]);
      expect(await crm.get(path(`/${id}`))).toMatchObject({
        status: 400,
        body: { code: "DOWNLOAD_NOT_ALLOWED" },
      });
    });

    it("refuses neither file nor link, bad links and unknown records", async () => {
      const nothing = await send(path(), (form) => form.append("title", "x"));
      expect(nothing).toMatchObject({ status: 400, body: { code: "MANDATORY_NOT_FOUND" } });
      const badLink = await send(path(), (form) => form.append("attachmentUrl", "nonsense"));
      expect(badLink).toMatchObject({
        status: 400,
        body: { code: "INVALID_URL_PATTERN", message: "the given attachment URL is incorrect" },
      });
      expect(await send("/Leads/5725767000000999999/Attachments", file())).toMatchObject({
        status: 400,
        body: {
          code: "INVALID_DATA",
          details: { resource_path_index: 1 },
          message: "the related id given seems to be invalid",
        },
      });
    });

    it("crm.attachments.delete and crm.attachments.deleteMany", async () => {
      const ids: string[] = [];
      for (const name of ["a", "b", "c"]) ids.push(itemOf(await send(path(), file(name))).details.id);
      expect(itemOf(await crm.call("DELETE", path(`/${ids[0]}`)))).toMatchObject({
        code: "SUCCESS",
        details: { id: ids[0] },
      });
      expect((await crm.call("DELETE", path(`/${ids[0]}`))).body).toMatchObject({
        code: "INVALID_DATA",
        message: "record not deleted",
        details: { resource_path_index: 3 },
      });
      expect((await crm.call("DELETE", path(`?ids=${ids[1]},1`))).status).toBe(207);
      expect((await crm.get(path("?fields=id"))).body.data.map(({ id }) => id)).toEqual([ids[2]]);
      expect((await crm.get(path(`/${ids[0]}`))).status).toBe(204);
      expect((await crm.call("DELETE", path())).status).toBe(400);
    });

    it("needs the scope of attachments and of the module", async () => {
      const may = async (...held: string[]) => (await send(path(), file(), held)).status;
      expect(await may("ZohoCRM.modules.attachments.CREATE")).toBe(401);
      expect(await may("ZohoCRM.modules.leads.ALL")).toBe(401);
      expect(await may("ZohoCRM.modules.leads.ALL", "ZohoCRM.modules.attachments.CREATE")).toBe(200);
    });
  });

  describe("files", () => {
    const upload = async (name: string) => itemOf(await send("/files", file(name)));

    it("crm.files.upload gives ids that crm.files.get and file fields take", async () => {
      const uploaded = await upload("contract.pdf");
      expect(uploaded).toEqual({
        code: "SUCCESS",
        details: { name: "contract.pdf", id: expect.stringMatching(/^[0-9a-f]{40,}$/) },
        message: "contract.pdf uploaded successfully",
        status: "success",
      });
      const { id } = uploaded.details;
      expect((await download(`/files?id=${id}`)).data).toEqual(bytes);

      const record = {
        Last_Name: "Files",
        Company: "ABC Inc.",
        Documents: [{ File_Id__s: id }],
        Site_Photos: [{ File_Id__s: id }],
      };
      const lead = await crm.add("Leads", record);
      const row = {
        id: expect.stringMatching(/^\d{19}$/),
        File_Id__s: id,
        File_Name__s: "contract.pdf",
        Size__s: 7,
      };
      expect(await crm.read("Leads", lead)).toMatchObject({ Documents: [row], Site_Photos: [row] });

      const [before] = (await crm.read("Leads", lead)).Documents as Item[];
      const another = (await upload("other.pdf")).details.id;
      await crm.call("PUT", `/Leads/${lead}`, {
        data: [{ Documents: [{ File_Id__s: another }, { id: before?.id, _delete: null }] }],
      });
      expect(await crm.read("Leads", lead)).toMatchObject({ Documents: [{ File_Name__s: "other.pdf" }] });
    });

    it("a field takes only ids of files", async () => {
      const data = [{ Last_Name: "Files", Company: "ABC Inc.", Documents: [{ File_Id__s: "abc" }] }];
      expect(itemOf(await crm.call("POST", "/Leads", { data }))).toMatchObject({
        code: "INVALID_DATA",
        details: { api_name: "File_Id__s", json_path: "$.data[0].Documents[0].File_Id__s" },
      });
    });

    it("takes ten files at once, none of them empty", async () => {
      const many = (count: number) => (form: FormData) => {
        for (let index = 0; index < count; index += 1) file(`f${index}`)(form);
      };
      expect((await send("/files", many(10))).body.data).toHaveLength(10);
      expect(await send("/files", many(11))).toMatchObject({
        status: 400,
        body: { code: "INVALID_REQUEST" },
      });
      expect(await send("/files", file("empty", Buffer.alloc(0)))).toMatchObject({
        status: 400,
        body: { code: "failure_in_attachment_handling" },
      });
      expect(await send("/files", (form) => form.append("x", "y"))).toMatchObject({
        status: 400,
        body: { code: "failure_in_attachment_handling" },
      });
    });

    it("takes 20 MB a file", async () => {
      const limit = 20 * 1024 * 1024;
      expect((await send("/files", file("big", Buffer.alloc(limit)))).status).toBe(200);
      expect(await send("/files", file("bigger", Buffer.alloc(limit + 1)))).toMatchObject({
        status: 415,
        body: { code: "FILE_SIZE_MORE_THAN_ALLOWED_SIZE" },
      });
    });

    it("needs an id to get, and gives 204 for one it does not know", async () => {
      expect(await crm.get("/files")).toMatchObject({
        status: 400,
        body: { code: "REQUIRED_PARAM_MISSING", details: { param_name: "id" } },
      });
      expect((await crm.get("/files?id=abc")).status).toBe(204);
    });
  });
});
