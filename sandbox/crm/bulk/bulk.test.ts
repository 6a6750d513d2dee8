import { parse } from "csv-parse/sync";
import { type Item, startTestCrm, type TestCrm } from "../testing";
import { unzipped, zipped } from "./zip";

let crm: TestCrm;
beforeAll(async () => {
  crm = await startTestCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 12 } }));

const scopes = ["ZohoCRM.bulk.READ", "ZohoCRM.bulk.CREATE", "ZohoFiles.files.ALL"];

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const isForm = body instanceof FormData;
  const response = await fetch(crm.url + path, {
    method,
    headers: {
      ...crm.authorization(scopes),
      ...(body && !isForm ? { "Content-Type": "application/json" } : {}),
      ...headers,
    },
    body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, bytes, body: isJson ? JSON.parse(bytes.toString()) : undefined };
}

async function csvIn(archive: Buffer): Promise<string[][]> {
  const [data] = [...((await unzipped(archive)) ?? new Map<string, Buffer>()).values()];
  return parse(data ?? "");
}

describe("bulk read: crm.bulkRead.start, crm.bulkRead.status and crm.bulkRead.result", () => {
  const start = (query: object, more: object = {}) =>
    call("POST", "/crm/bulk/v8/read", { query: { module: { api_name: "Leads" }, ...query }, ...more });
  const startedId = async (query: object) => String((await start(query)).body.data[0].details.id);
  const ask = async (id: string) => (await call("GET", `/crm/bulk/v8/read/${id}`)).body.data[0];
  const finished = async (id: string) => {
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    return ask(id);
  };

  it("goes through its states by being asked for, and names the URL of its result early", async () => {
    const id = await startedId({ fields: ["Last_Name"] });
    const seen = [await ask(id), await ask(id), await ask(id), await ask(id)];
    expect(seen.map(({ state }) => state)).toEqual(["ADDED", "QUEUED", "IN PROGRESS", "COMPLETED"]);
    expect(seen[0].result).toEqual({ download_url: `/crm/bulk/v8/read/${id}/result` });
    expect(seen[3].result).toMatchObject({ page: 1, count: 12, per_page: 200_000, more_records: false });
  });

  it("gives a CSV whose first column is Id, with lookups as bare ids", async () => {
    const id = await startedId({ fields: ["Last_Name", "Owner", "Email_Opt_Out"] });
    expect((await call("GET", `/crm/bulk/v8/read/${id}/result`)).status).toBe(404);
    const { result } = await finished(id);
    const [header, first] = await csvIn((await call("GET", result.download_url)).bytes);
    expect(header).toEqual(["Id", "Last_Name", "Owner", "Email_Opt_Out"]);
    expect(first?.[2]).toMatch(/^\d+$/);
    expect(first?.[3]).toMatch(/^(true|false)$/);
  });

  it("goes on with the page token alone, for a day", async () => {
    await crm.control("POST", "limits", { bulkReadRows: 5 });
    const { result } = await finished(await startedId({ fields: ["Last_Name"] }));
    expect(result).toMatchObject({ count: 5, more_records: true });
    const query = { page_token: result.next_page_token };
    const token = (body: object) => call("POST", "/crm/bulk/v8/read", { query: body });
    expect((await token({ ...query, module: { api_name: "Leads" } })).body.code).toBe("INVALID_REQUEST");
    const next = await finished((await token(query)).body.data[0].details.id);
    expect(next.result).toMatchObject({ page: 2, count: 5, more_records: true });
    await crm.control("POST", "clock", { advanceSeconds: 90_000 });
    expect((await token(query)).body.code).toBe("EXPIRED_VALUE");
  });

  it("reads what meets the criteria", async () => {
    await crm.add("Leads", { Last_Name: "Zylker", Company: "Zylker & Co", Annual_Revenue: 7 });
    const field = (api_name: string, comparator: string, value: unknown) => ({
      field: { api_name },
      comparator,
      value,
    });
    const count = async (criteria: object) => (await finished(await startedId({ criteria }))).result.count;
    expect(await count(field("Company", "contains", "zylker &"))).toBe(1);
    const both = [field("Last_Name", "equal", "Zylker"), field("Annual_Revenue", "between", [8, 9])];
    expect(await count({ group_operator: "and", group: both })).toBe(0);
    expect(await count({ group_operator: "or", group: both })).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ["notes", { module: { api_name: "Notes" } }, "MODULE_NOT_SUPPORTED"],
    ["a linking module", { module: { api_name: "Leads_X_Products" } }, "MODULE_NOT_SUPPORTED"],
    ["an unknown module", { module: { api_name: "Nope" } }, "MODULE_NOT_AVAILABLE"],
    ["an unknown field", { fields: ["Nope"] }, "FIELD_NOT_AVAILABLE"],
    ["a multi-select lookup", { fields: ["Interested_Products"] }, "FIELD_NOT_SUPPORTED"],
    [
      "an operator that a group cannot have",
      { criteria: { group_operator: "xor", group: [] } },
      "GROUP_OPERATOR_NOT_SUPPORTED",
    ],
  ])("refuses %s", async (_, query, code) => {
    const { status, body } = await start(query);
    expect([status, body.code]).toEqual([400, code]);
  });

  it("refuses a callback without a URL or by another method", async () => {
    const { body } = await start({}, { callback: { url: "nowhere", method: "post" } });
    expect(body.code).toBe("INVALID_CALLBACK_URL");
    const other = await start({}, { callback: { url: "https://example.com/", method: "get" } });
    expect(other.body.code).toBe("INVALID_CALLBACK_METHOD");
  });

  it("allows ten downloads in a minute, and costs 50 credits a job", async () => {
    await crm.control("DELETE", "ledger");
    const id = await startedId({ fields: ["Last_Name"] });
    const { result } = await finished(id);
    for (let count = 0; count < 10; count += 1)
      expect((await call("GET", result.download_url)).status).toBe(200);
    expect((await call("GET", result.download_url)).body.code).toBe("TOO_MANY_REQUESTS");
    await crm.control("POST", "clock", { advanceSeconds: 60 });
    expect((await call("GET", result.download_url)).status).toBe(200);
    expect(await crm.control("GET", "ledger")).toMatchObject({ credits: 50 });
  });
});

describe("bulk write: crm.bulkWrite.upload, crm.bulkWrite.start, crm.bulkWrite.status and crm.bulkWrite.result", () => {
  const headers = () => ({ feature: "bulk-write", "X-CRM-ORG": crm.world.crm.zgid });
  const upload = async (csv: string, given: Record<string, string> = headers()) => {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(await zipped("leads.csv", csv))]), "leads.zip");
    return call("POST", "/crm/v8/upload", form, given);
  };
  const start = async (csv: string, operation: string, more: object = {}) => {
    const { file_id } = (await upload(csv)).body.details;
    const resource = {
      type: "data",
      module: { api_name: "Leads" },
      file_id,
      file_names: ["leads.csv"],
      ...more,
    };
    return call("POST", "/crm/bulk/v8/write", { operation, resource: [resource] });
  };
  const rowsOf = async (id: string) => {
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    const { body } = await call("GET", `/crm/bulk/v8/write/${id}`);
    return { body, rows: await csvIn((await call("GET", body.result.download_url)).bytes) };
  };
  const leads = async () => ((await crm.control("GET", "records/Leads")) as { data: Item[] }).data;

  it("inserts rows, and tells of each what became of it", async () => {
    const csv = "Last_Name,Company,Annual_Revenue\nAda,Zylker,5\n,Zylker,6\n";
    const { status, body } = await start(csv, "insert");
    expect(status).toBe(201);
    const { body: job, rows } = await rowsOf(body.details.id);
    expect(job.resource[0].file).toMatchObject({ added_count: 1, skipped_count: 1, total_count: 2 });
    expect(rows[0]).toEqual(["Last_Name", "Company", "Annual_Revenue", "STATUS", "RECORD_ID", "ERRORS"]);
    expect(rows[1]?.slice(0, 4)).toEqual(["Ada", "Zylker", "5", "ADDED"]);
    expect(rows[2]?.slice(3)).toEqual(["SKIPPED", "", "MANDATORY_NOT_FOUND-Last_Name"]);
    expect((await leads()).find(({ id }) => id === rows[1]?.[4])).toMatchObject({ Annual_Revenue: 5 });
  });

  it("updates and upserts by a field, with dates in the format of their mapping", async () => {
    const [lead] = await leads();
    const csv = `id,City\n${lead?.id},Bergen\n1,Oslo\n`;
    const { body } = await start(csv, "update", { find_by: "id" });
    expect((await rowsOf(body.details.id)).rows.slice(1).map((row) => row.slice(2))).toEqual([
      ["UPDATED", lead?.id, ""],
      ["SKIPPED", "", "RESOURCE_NOT_FOUND-id"],
    ]);
    const upserted = await start(
      `Email,Last_Name,Company\n${lead?.Email},Renamed,A\nnew@example.com,New,B\n`,
      "upsert",
      {
        find_by: "Email",
      },
    );
    const { rows } = await rowsOf(upserted.body.details.id);
    expect(rows.slice(1).map((row) => row[3])).toEqual(["UPDATED", "ADDED"]);
  });

  it.each([
    ["an update without find_by", "id,City\n1,A\n", "update", {}, "MANDATORY_NOT_FOUND"],
    ["a file that is not in the archive", "a\n", "insert", { file_names: ["x.csv"] }, "FILE_NOT_FOUND"],
    ["another module", "a\n", "insert", { module: { api_name: "Nope" } }, "MODULE_NOT_AVAILABLE"],
    ["a file without a mandatory column", "Company\nA\n", "insert", {}, "MANDATORY_FIELDS_NOT_MAPPED"],
    ["an unknown operation", "Last_Name\nA\n", "delete", {}, "INVALID_DATA"],
  ])("refuses %s", async (_, csv, operation, more, code) => {
    const { status, body } = await start(csv, operation, more);
    expect([status, body.code]).toEqual([400, code]);
  });

  it("refuses uploads without their headers, and what is no archive", async () => {
    expect((await upload("a\n", {})).body).toMatchObject({ ERROR_MESSAGE: "Bad Request" });
    const form = new FormData();
    form.append("file", new Blob(["plain"]), "leads.csv");
    expect((await call("POST", "/crm/v8/upload", form, headers())).body.code).toBe("INVALID_FILE_FORMAT");
  });

  it("ends a job of more than 25,000 rows as failed", async () => {
    const { body } = await start(`Last_Name,Company\n${"A,B\n".repeat(25_001)}`, "insert");
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    const job = await call("GET", `/crm/bulk/v8/write/${body.details.id}`);
    expect(job.body).toMatchObject({ status: "FAILED", resource: [{ code: "LIMIT_EXCEEDED" }] });
  });
});
