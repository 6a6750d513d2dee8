import { readFileSync } from "node:fs";
import path from "node:path";
import { routes } from "../routes";
import { json, startTestServer, type TestServer } from "../testing";
import { notEmulatedRoutes } from "./notEmulated";

describe("what the sandbox does not emulate", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer([
      ...routes.filter(({ operation }) => !operation.startsWith("accounts.")),
      ...notEmulatedRoutes(routes),
    ]);
  });
  afterAll(() => server.close());

  const scopes = ["ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL"];
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}${path}`, json(method, body, server.authorization(scopes)));
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };

  it.each([
    ["GET", "/crm/v8/settings/automation/scoring_rules", "getScoringRules"],
    ["GET", "/crm/v8/settings/call_preferences", "getCallPreferences"],
    ["POST", "/crm/v8/Leads/actions/share_emails", "shareBulkEmails"],
    ["GET", "/crm/v8/settings/business_hours/shift_hours", "getShifts"],
  ])("says so: %s %s", async (method, path, operation) => {
    const { status, body } = await call(method, path);
    expect(status).toBe(501);
    expect(body).toMatchObject({ code: "NOT_EMULATED", details: { operation }, status: "error" });
    expect(body.message).toContain(operation);
  });

  it("is every call that the list of all calls has as none", async () => {
    const page = readFileSync(path.join(__dirname, "../../documentation/index.md"), "utf8");
    const left = [...page.matchAll(/^\| `(\w+) (\S+)` .* none \|$/gm)];
    expect(left.length).toBeGreaterThan(0);
    for (const [, method = "", template = ""] of left) {
      const full = template.startsWith("/crm/") ? template : `/crm/v8${template}`;
      const filled = full
        .replace("{version}", "v8")
        .replaceAll(/\{\w*module\w*\}/gi, "Contacts")
        .replaceAll(/\{\w+\}/g, "5725767000000524001");
      const { status, body } = await call(method, filled, method === "GET" ? undefined : {});
      expect([method, template, status, body?.code]).toEqual([method, template, 501, "NOT_EMULATED"]);
    }
  });

  it("needs a token first", async () => {
    expect((await fetch(`${server.url}/crm/v8/settings/call_preferences`)).status).toBe(401);
  });

  it.each([
    ["/crm/v8/actions/definitelybogus"],
    ["/crm/v8/settings/definitelybogus"],
    ["/crm/v8/Leads/actions/definitelybogus"],
    ["/crm/v9/Leads"],
  ])("is not the same as a path that Zoho does not know: %s", async (path) => {
    expect(await call("GET", path)).toMatchObject({ status: 404, body: { code: "INVALID_URL_PATTERN" } });
  });

  it("is not the same as a wrong module", async () => {
    expect(await call("GET", "/crm/v8/Machines?fields=id")).toMatchObject({
      status: 400,
      body: { code: "INVALID_MODULE", details: { resource_path_index: 0 } },
    });
  });

  it("takes a module's name in any case, as clients send it", async () => {
    const { status, body } = await call("POST", "/crm/v2/leads", {
      data: [{ Last_Name: "A", Company: "B" }],
    });
    expect(status).toBe(201);
    const id = body.data[0].details.id;
    expect(await call("GET", `/crm/v8/LEADS/${id}`)).toMatchObject({ status: 200, body: { data: [{ id }] } });
    expect((await call("GET", `/crm/v2/sales_orders?fields=id`)).status).toBe(200);
  });
});
