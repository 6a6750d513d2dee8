import { type Item, startTestCrm, type TestCrm } from "../testing";

interface PartAnswer {
  code: string;
  status: string;
  details: Item & {
    response: { status_code: number; body: { data: { code: string; details: Item }[] } & Item };
  };
}

describe("several requests in one: crm.composite", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() =>
    crm.control("POST", "reset", { seed: 1, records: { Leads: 40, Accounts: 0, Contacts: 0 } }),
  );

  const send = (parts: unknown, more: object = {}) =>
    crm.call("POST", "/__composite_requests", { ...more, __composite_requests: parts });
  const partsOf = ({ body }: { body: Item }) => body.__composite_requests as PartAnswer[];
  const insert = (module: string, record: object, id?: string) => ({
    ...(id && { sub_request_id: id }),
    method: "POST",
    uri: `/crm/v8/${module}`,
    body: { data: [record] },
  });
  const stored = async (module: string) =>
    ((await crm.control("GET", `records/${module}`)) as { data: Item[] }).data;

  it("hands on what one part answered to another, in whatever order they stand", async () => {
    const reply = await send([
      insert("Contacts", { Last_Name: "Burns", Account_Name: { id: "@{a:$.data[0].details.id}" } }, "c"),
      insert("Accounts", { Account_Name: "Zylker" }, "a"),
      { sub_request_id: "g", method: "GET", uri: "/crm/v8/Contacts/@{c:$.data[0].details.id}" },
    ]);
    expect(reply.status).toBe(200);
    const [contact, account, read] = partsOf(reply);
    expect([contact?.details.response.status_code, account?.details.response.status_code]).toEqual([
      201, 201,
    ]);
    expect(read?.details.response.body.data).toMatchObject([
      { Last_Name: "Burns", Account_Name: { id: account?.details.response.body.data[0]?.details.id } },
    ]);
  });

  it("says of each part how it ended, and stops those that refer to one that failed", async () => {
    const reply = await send([
      insert("Accounts", {}, "a"),
      insert("Contacts", { Last_Name: "Burns", Account_Name: { id: "@{a:$.data[0].details.id}" } }, "c"),
      insert("Contacts", { Last_Name: "Free" }, "f"),
    ]);
    expect(reply.status).toBe(207);
    const [failed, dependent, free] = partsOf(reply);
    expect(failed?.details.response).toMatchObject({
      status_code: 400,
      body: { data: [{ code: "MANDATORY_NOT_FOUND" }] },
    });
    expect(dependent).toMatchObject({ code: "PROCESSING_STOPPED", status: "error" });
    expect(free?.details.response.status_code).toBe(201);
  });

  it("undoes everything when a part fails and rollback is asked for", async () => {
    const [lead] = await stored("Leads");
    const reply = await send(
      [
        insert("Accounts", { Account_Name: "Zylker" }),
        { method: "PUT", uri: `/crm/v8/Leads/${lead?.id}`, body: { data: [{ City: "Nowhere" }] } },
        { method: "DELETE", uri: `/crm/v8/Leads/${lead?.id}` },
        insert("Contacts", {}),
        insert("Contacts", { Last_Name: "Never" }),
      ],
      { rollback_on_fail: true, parallel_execution: false },
    );
    expect(partsOf(reply).map(({ code }) => code)).toEqual([
      "ROLLBACK_PERFORMED",
      "ROLLBACK_PERFORMED",
      "ROLLBACK_PERFORMED",
      "SUCCESS",
      "PROCESSING_STOPPED",
    ]);
    expect(partsOf(reply)[0]?.details).toEqual({ rollbacked_by_sub_request_index: 3 });
    expect(await stored("Accounts")).toEqual([]);
    expect(await stored("Contacts")).toEqual([]);
    expect((await stored("Leads")).find(({ id }) => id === lead?.id)).toEqual(lead);
  });

  it("reads 25 records at most in one part", async () => {
    const [part] = partsOf(
      await send([{ method: "GET", uri: "/crm/v8/Leads", params: { fields: "Last_Name", per_page: 200 } }]),
    );
    expect(part?.details.response.body.data).toHaveLength(25);
  });

  it("tells an unknown path, a wrong verb and an unresolved reference by part", async () => {
    const parts = partsOf(
      await send([
        { sub_request_id: "p", method: "GET", uri: "/crm/v8/a/b/c/d/e" },
        { sub_request_id: "v", method: "PATCH", uri: "/crm/v8/Leads/1" },
        { sub_request_id: "n", method: "GET", uri: "/crm/v8/Leads/1" },
        { sub_request_id: "r", method: "GET", uri: "/crm/v8/Leads/@{n:$.data[0].id}" },
      ]),
    );
    expect(parts.map(({ details }) => details.response?.status_code)).toEqual([404, 400, 204, undefined]);
    expect(parts[3]?.code).toBe("INVALID_REFERENCE");
  });

  it("needs the scope of each part", async () => {
    const headers = crm.authorization(["ZohoCRM.composite_requests.CUSTOM", "ZohoCRM.modules.leads.READ"]);
    const read = (module: string) => ({ method: "GET", uri: `/crm/v8/${module}`, params: { fields: "id" } });
    const body = { __composite_requests: [read("Leads"), read("Deals")] };
    const reply = await crm.call("POST", "/__composite_requests", body, headers);
    expect(partsOf(reply).map(({ details }) => details.response.status_code)).toEqual([200, 401]);
  });

  it("costs one credit, two where a rollback was asked for and not needed", async () => {
    const credits = async (more: object) => {
      await crm.control("DELETE", "ledger");
      await send(
        [insert("Accounts", { Account_Name: "A" }), insert("Accounts", { Account_Name: "B" })],
        more,
      );
      return ((await crm.control("GET", "ledger")) as { credits: number; requests: number }).credits;
    };
    expect(await credits({})).toBe(1);
    expect(await credits({ rollback_on_fail: true })).toBe(2);
  });

  const get = { method: "GET", uri: "/crm/v8/Leads" };
  it.each([
    ["no parts", undefined, {}, "MANDATORY_NOT_FOUND"],
    ["six parts", Array(6).fill(get), {}, "INVALID_DATA"],
    [
      "rollback in parallel",
      [get],
      { rollback_on_fail: true, parallel_execution: true },
      "AMBIGUITY_DURING_PROCESSING",
    ],
  ])("refuses %s by itself", async (_, parts, more, code) => {
    const reply = await send(parts, more);
    expect([reply.status, reply.body.code]).toEqual([400, code]);
  });

  it.each([
    ["a part without a method", [{ uri: get.uri }], "MANDATORY_NOT_FOUND"],
    ["an unknown method", [{ ...get, method: "HEAD" }], "INVALID_DATA"],
    ["a path that is none of Zoho CRM's", [{ ...get, uri: "/books/v3/invoices" }], "INVALID_DATA"],
    ["a newer version", [{ ...get, uri: "/crm/v9/Leads" }], "NOT_SUPPORTED"],
    ["a composite part", [{ ...get, uri: "/crm/v8/__composite_requests" }], "NOT_SUPPORTED"],
    [
      "an id twice",
      [
        { ...get, sub_request_id: "x" },
        { ...get, sub_request_id: "x" },
      ],
      "DUPLICATE_DATA",
    ],
    ["a wrong id", [{ ...get, sub_request_id: "-" }], "INVALID_DATA"],
    ["a token of a part's own", [{ ...get, headers: { Authorization: "x" } }], "INVALID_DATA"],
    ["two records in a part", [{ method: "POST", uri: get.uri, body: { data: [{}, {}] } }], "INVALID_DATA"],
    ["a delete by ids", [{ method: "DELETE", uri: "/crm/v8/Leads?ids=1,2" }], "INVALID_DATA"],
    ["a reference to nothing", [{ ...get, uri: "/crm/v8/Leads/@{x:$.a}" }], "INVALID_REFERENCE"],
    ["a circle", [{ ...get, sub_request_id: "x", uri: "/crm/v8/Leads/@{x:$.a}" }], "LOOPING_FOUND"],
  ])("carries no part out where it refuses %s", async (_, parts, code) => {
    const reply = await send([insert("Accounts", { Account_Name: "Zylker" }), ...parts]);
    expect([reply.status, partsOf(reply).map((item) => item.code)]).toEqual([400, [code]]);
    expect(await stored("Accounts")).toEqual([]);
  });

  it("says of a path which form it wants, and where", async () => {
    expect((await send([get, { ...get, uri: "/x" }])).body.__composite_requests).toEqual([
      {
        code: "INVALID_DATA",
        details: {
          expected_data_type: "text",
          regex: "/crm(/.*)?/v[0-9]+([.][0-9]+)?/.*",
          api_name: "uri",
          json_path: "$.__composite_requests[1].uri",
        },
        message: "invalid data",
        status: "error",
      },
    ]);
  });
});
