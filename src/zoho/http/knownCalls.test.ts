import { bodyChoices, callChoices, checkedCall, filledCall, type KnownCall, knownCalls } from "./knownCalls";

/*
 * The table of Zoho's calls as it is written down, and how a path is held against it, in a table that is
 * small enough to see. `raw.test.ts` does it with the whole one.
 */

const table = {
  "Leads|modules.leads": {
    "/Leads": ["GET list ~|||page fields!", "POST create ~||perTenRecords|"],
    "/Leads/{leadId}": ["GET", "PUT|modules.leads.UPDATE settings.READ|2", "DELETE remove ~"],
    "/Leads/{leadId}/actions/convert": ["POST convert ~|ZohoOther.leads.CREATE|5"],
    "/Leads/{leadId}/{relatedList}": ["GET list related ~"],
  },
  "Territories|settings.territories": {
    "/settings/{name}": ["GET get setting"],
    "/settings/territories": ["GET list ~||byRows", "PATCH"],
    "/tools/territories": ["GET list tools of ~"],
    "/settings/zone/{id}/x": ["GET get zone"],
    "/settings/zones/{id}/y": ["GET get zones"],
    "/tools/machines": ["GET list machines"],
    "/tools/{tool_id}": ["GET get tool"],
    "/toolBox/{name}": ["GET get box"],
    "/crm/bulk/{version}/read": ["POST start ~||perFiftyRecords", "LOOK at nothing"],
  },
  "Address|address": {
    "/{module}": ["GET list of ~"],
    "/Deals/{dealId}/{relatedList}": ["GET list related ~"],
    "/Deals/{dealId}/{other}": ["POST add other"],
  },
};
let calls: KnownCall[] = [];
beforeEach(() => {
  calls = knownCalls(table, "crm");
});
const callOf = (name: string): KnownCall | undefined =>
  calls.find(({ method, path }) => `${method} ${path}` === name);

describe("a row of the table", () => {
  test.each<[string, Partial<KnownCall>]>([
    [
      "GET /Leads",
      {
        words: "Leads: list lead",
        scope: "ZohoCRM.modules.leads.READ",
        credits: "1",
        parameters: ["page", "fields!"],
      },
    ],
    ["POST /Leads", { scope: "ZohoCRM.modules.leads.CREATE", credits: "perTenRecords", parameters: [] }],
    [
      "PUT /Leads/{leadId}",
      { scope: "ZohoCRM.modules.leads.UPDATE and ZohoCRM.settings.READ", credits: "2" },
    ],
    ["DELETE /Leads/{leadId}", { scope: "ZohoCRM.modules.leads.DELETE" }],
    ["POST /Leads/{leadId}/actions/convert", { scope: "ZohoOther.leads.CREATE" }],
    ["GET /Leads/{leadId}/{relatedList}", { words: "Leads: list related lead" }],
    [
      "PATCH /settings/territories",
      { words: "Territories: update territory", scope: "ZohoCRM.settings.territories.UPDATE" },
    ],
    ["GET /{module}", { words: "Address: list of address" }],
  ])("%s says %j", (name, expected) => {
    expect(callOf(name)).toMatchObject(expected);
  });

  test("without words has the usual ones of its method, of one where its path ends with a slot", () => {
    const usual = { "/bills": ["GET", "POST", "PATCH"], "/bills/{id}": ["GET", "PUT", "DELETE|x.y"] };
    expect(knownCalls({ "Bills|bills": usual }, "books").map(({ words }) => words)).toEqual([
      "Bills: list bills",
      "Bills: create bill",
      "Bills: update bill",
      "Bills: get bill",
      "Bills: update bill",
      "Bills: delete bill",
    ]);
  });

  test("with a method that is none is no call", () => {
    expect(calls.map(({ words }) => words).join()).not.toContain("nothing");
    expect(calls).toHaveLength(20);
  });

  test("names one of its subject, whatever stands before the end of it", () => {
    const [call] = knownCalls({ "Activities Logs|logs": { "/logs": ["GET list ~"] } }, "crm");
    expect(call?.words).toBe("Activities Logs: list activities log");
  });

  test("of Books has Books' scopes", () => {
    expect(knownCalls({ "Bills|bills": { "/bills": ["GET list ~"] } }, "books")).toEqual([
      {
        method: "GET",
        path: "/bills",
        words: "Bills: list bill",
        scope: "ZohoBooks.bills.READ",
        credits: "1",
        parameters: [],
      },
    ]);
  });
});

describe("a picker of calls", () => {
  const labels = (searchText?: string) => callChoices(calls, searchText).map(({ label }) => label);

  test.each([
    [
      "list lead parameters",
      "Leads: list lead: GET /Leads (1 credit, scope ZohoCRM.modules.leads.READ, parameters page fields!)",
    ],
    [
      "CREATE lead /Leads",
      "Leads: create lead: POST /Leads (1 credit for 10 records, scope ZohoCRM.modules.leads.CREATE)",
    ],
    [
      "  convert ",
      "Leads: convert lead: POST /Leads/{leadId}/actions/convert (5 credits, scope ZohoOther.leads.CREATE)",
    ],
    [
      "bulk\tread",
      "Territories: start territory: POST /crm/bulk/{version}/read (1 credit for 50 records, scope ZohoCRM.settings.territories.CREATE)",
    ],
    [
      "list  territory",
      "Territories: list territory: GET /settings/territories (1 to 3 credits by rows, scope ZohoCRM.settings.territories.READ)",
    ],
  ])("asked for %j has %j", (searchText, label) => {
    expect(labels(searchText)).toContain(label);
  });

  test("has each call once, all of them, and those alone that have every word", () => {
    expect(labels()).toHaveLength(20);
    expect(callChoices([...calls, ...calls])).toEqual(callChoices(calls));
    expect(labels("territory PATCH")).toHaveLength(1);
    expect(labels("territory nonsense")).toEqual([]);
  });
});

describe("a picker of bodies", () => {
  const textOf = (letters: number) => ({ text: "x".repeat(letters - '{"text":""}'.length) });
  const bodies = { "POST /a": { a: [{ b: 1 }] }, "POST /just": textOf(150), "POST /over": textOf(151) };

  test("has the template of a call's body as JSON to be changed, and shows its beginning", () => {
    expect(bodyChoices(bodies, "POST /a")).toEqual([
      { key: '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}', label: '{"a":[{"b":1}]}' },
    ]);
    const [just] = bodyChoices(bodies, "POST /just");
    expect([just?.label.length, just?.label.endsWith('"}')]).toEqual([150, true]);
    const [over] = bodyChoices(bodies, "POST /over");
    expect([over?.label.length, over?.label.endsWith('"…')]).toEqual([151, true]);
  });

  test.each([undefined, "", "POST /b", "toString"])("has none for %s", (operation) => {
    expect(bodyChoices(bodies, operation)).toEqual([]);
  });
});

describe("a call that was picked", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [" GET /settings/modules ", {}, "GET", "/settings/modules"],
    ["PUT /Leads/{leadId}/Notes/{noteId}", { leadId: " 1 ", noteId: 2 }, "PUT", "/Leads/1/Notes/2"],
    ["GET /a/{name}/{name}", { name: "b/c d" }, "GET", "/a/b%2Fc%20d/b%2Fc%20d"],
    ["POST /crm/bulk/{version}/read", {}, "POST", "/crm/bulk/{version}/read"],
  ])("%s with %j is %s %s", (operation, values, method, path) => {
    expect(filledCall("crm", operation, values)).toEqual({ method, path });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["LOOK /Leads", {}, "Operation: expected a method and a path such as GET /settings/modules"],
    ["GET Leads", {}, "Operation: expected a method and a path"],
    ["xGET /Leads", {}, "Operation: expected a method and a path"],
    ["/GET /Leads", {}, "Operation: expected a method and a path"],
    ["", {}, "Operation: expected a method and a path"],
    ["GET /a\n/b", {}, "Operation: expected a method and a path"],
    ["GET /a", { b: 1 }, "Path Values: b is no part of GET /a, which has no parts to fill in"],
    ["GET /a/{b}/{c}", { d: 1 }, "Path Values: d is no part of GET /a/{b}/{c}, which has b and c"],
    ["GET /a/{b}/{c}", {}, "Path Values: GET /a/{b}/{c} needs a value for b and c"],
    ["GET /a/{b}", { b: " " }, "Path Values: GET /a/{b} needs a value for b"],
    ["GET /a/{b}", { b: 2 ** 60 }, "Path Values: GET /a/{b} needs a value for b"],
  ])("%j with %j is refused", (operation, values, message) => {
    expect(() => filledCall("crm", operation, values)).toThrow(message);
  });
});

describe("a path that was written", () => {
  const check = (name: string, byExternalId = false) => {
    const [method, path = ""] = name.split(" ");
    const [known] = calls.filter((call) => call.method === method);
    return checkedCall("crm", calls, { method: known?.method ?? "HEAD", path, byExternalId });
  };

  test.each([
    ["GET /Leads", "/Leads"],
    ["GET /leads/12345", "/Leads/{leadId}"],
    ["GET /settings/territories", "/settings/territories"],
    ["GET /settings/anything", "/settings/{name}"],
    ["GET /Leads/1/Notes", "/Leads/{leadId}/{relatedList}"],
    ["POST /bulk/read", "/crm/bulk/{version}/read"],
    ["GET /Deals", "/{module}"],
    ["GET /Deals/1/Notes", "/Deals/{dealId}/{relatedList}"],
    ["GET /tools/12", "/tools/{tool_id}"],
    ["GET /toolBox/red", "/toolBox/{name}"],
    ["GET /tools/x12", undefined],
    ["GET /Leads/1/actions", undefined],
    ["GET /Leads/x1", undefined],
    ["GET /Leads/1x", undefined],
    ["GET /Leads/1/__options", undefined],
    ["GET /Leads/1/Notes/2/3", undefined],
    ["POST /Deals/1/actions/close", undefined],
  ])("as %s is %s", (name, path) => {
    expect(check(name)?.path).toBe(path);
  });

  test("names a record by another field where it is said to", () => {
    expect(check("GET /Leads/A-1", true)?.path).toBe("/Leads/{leadId}");
  });

  test.each([
    ["DELETE /Leads", "they have GET /Leads, POST /Leads"],
    ["POST /Leads/1/convert", "the nearest is POST /Leads/{leadId}/actions/convert"],
    ["PATCH /territories", "the nearest is PATCH /settings/territories"],
    ["POST /Leads/1/actions/convrt", "the nearest is POST /Leads/{leadId}/actions/convert"],
    ["POST /Leads/1/actions/covnert", "the nearest is POST /Leads/{leadId}/actions/convert"],
    ["POST /Leads/1/actions/CONVERTS", "the nearest is POST /Leads/{leadId}/actions/convert"],
    ["GET /tools/teritorries", "the nearest is GET /tools/territories"],
    ["GET /tools/territory", undefined],
    ["GET /tools/mxchixes", "the nearest is GET /tools/machines"],
    ["GET /tools/mxchies", undefined],
    ["GET /settings/1/x", undefined],
    ["GET /settings/zones/1/x", undefined],
    ["POST /Leads/1/actions/convrts", undefined],
    ["POST /Leads/1/actions/onvret", undefined],
    ["GET /settings/zne/1/x", "the nearest is GET /settings/zone/{id}/x"],
    ["GET /settings/zone/1/y", undefined],
    ["GET /settings/zone/1/z", undefined],
    ["PUT /Leds/1", "the nearest is PUT /Leads/{leadId}"],
    ["PUT /Leads/1/x", undefined],
  ])("as %s is answered: %s", (name, reason) => {
    if (reason === undefined) expect(check(name)).toBeUndefined();
    else
      expect(() => check(name)).toThrow(
        `URL: Zoho's files have no ${name}; ${reason}. Skip Path Check sends it as it is`,
      );
  });
});
