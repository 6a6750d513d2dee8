import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../../src";
import { operationChoices } from "../../src/zoho/crm/raw";
import pages from "./calls/pageCalls.json";
import { pageCalls } from "./calls/told";
import { reasons } from "./reasons";
import { indexPage, sentBy } from "./zohoIndex";

const call = (method: string, path: string, scopes: readonly string[] = []) => ({
  file: "some-calls.json",
  method,
  path,
  parameters: [],
  scopes,
  answers: {},
});

const operation = {
  method: "GET",
  path: "/crm/{version}/{module}/{id}",
  safety: "safe",
  class: "standard",
  scope: "ZohoCRM.modules.{module}.READ",
  credits: 2,
  success: [200],
} as const;
const sent = [{ operation, keys: ["crmGetRecord"] }];
const played = [{ method: "GET", path: "/crm/:version/:module/:record", level: "live", partial: true }];

const someReasons = [
  { file: "some-calls", calls: /^PUT .*settings/, why: "done by hand" },
  { file: "some-calls", why: "a person's own" },
];

const pageOf = (...calls: Parameters<typeof indexPage>[0]) => {
  const needed = someReasons.filter(({ calls: about }) =>
    calls.some(({ method, path: place }) =>
      about ? about.test(`${method} ${place}`) : method !== "GET" || place.startsWith("/settings"),
    ),
  );
  return indexPage(calls, [], sent, played, needed);
};

const rowsOf = (...calls: Parameters<typeof indexPage>[0]) =>
  pageOf(...calls)
    .split("\n")
    .filter((line) => line.startsWith("| `"));

it("finds the action, the credits and the sandbox of a call, whatever its placeholders are named", () => {
  expect(rowsOf(call("GET", "/{module}/{recordID}"))).toEqual([
    "| `GET /{module}/{recordID}` | `crmGetRecord` | `ZohoCRM.modules.{module}.READ` | 2 | live, in part |",
  ]);
});

it("finds it where the file names a module, and no other verb or place", () => {
  expect(rowsOf(call("GET", "/Deals/{id}"))[0]).toContain("`crmGetRecord`");
  const others = rowsOf(call("PUT", "/{module}/{id}", ["A.B.UPDATE"]), call("GET", "/settings/{id}"));
  expect(others[0]).toBe("| `PUT /{module}/{id}` | Raw Request: a person's own | `A.B.UPDATE` | 1 | none |");
  expect(others[1]).toContain("Raw Request: a person's own");
});

it("names the actions of this product alone, and those for one module at its own calls", () => {
  const use = (product: string, name: string) => [
    { file: `src/zoho/${product}/records/operations.ts`, table: "recordOperations", operation: name },
  ];
  const usage = new Map([
    ["crmGetRecord", { file: "src/actions/crm/records/read.ts", operations: use("crm", "getRecord") }],
    ["crmGetNote", { file: "src/actions/crm/notes.ts", operations: use("crm", "getRecord") }],
    ["booksGetRecord", { file: "src/actions/books/records/read.ts", operations: use("books", "getRecord") }],
  ]);
  const rows = (place: string) =>
    indexPage(
      [call("GET", place)],
      [],
      sentBy({ getRecord: operation }, [...usage.keys()], usage),
      played,
      [],
    );
  expect(rows("/Deals/{id}")).toContain("| `crmGetRecord` |");
  expect(rows("/Notes/{id}")).toContain("| `crmGetRecord` `crmGetNote` |");
});

it("says how many calls there are, are sent and are played", () => {
  const page = pageOf(call("GET", "/{module}/{id}"), call("PUT", "/{module}/{id}"));
  expect(page).toContain("describe 2 calls, ");
  expect(page).toContain("name 0 others.");
  expect(page).toContain("Actions send 1 of them");
  expect(page).toContain("reaches the other 1 by their paths");
  expect(page).toContain("The sandbox plays 1:");
});

it("takes the first reason that is about a call", () => {
  const rows = rowsOf(call("PUT", "/settings/{id}"), call("PUT", "/{module}/{id}"));
  expect(rows.map((row) => row.split("|")[2]?.trim())).toEqual([
    "Raw Request: done by hand",
    "Raw Request: a person's own",
  ]);
});

it("finds bulk jobs under their own base", () => {
  const bulk = { ...operation, path: "/crm/bulk/{version}/read/{jobId}" };
  const page = indexPage(
    [{ ...call("GET", "/read/{jobId}"), base: "/crm/bulk/{version}" }],
    [],
    [{ operation: bulk, keys: ["crmGetBulkReadJob"] }],
    [{ method: "GET", path: "/crm/bulk/:version/read/:job", level: "documented" }],
    [],
  );
  expect(page).toMatch(
    /`GET \/crm\/bulk\/\{version\}\/read\/\{jobId\}` \| `crmGetBulkReadJob` \| .* \| documented \|/,
  );
});

it("does not write a page on which a call has neither an action nor a reason, or a reason no call", () => {
  const calls = [call("GET", "/{module}/{id}"), call("PUT", "/{module}/{id}")];
  expect(() => indexPage(calls, [], sent, played, [])).toThrow(
    "some-calls.json: `PUT /{module}/{id}` has neither an action nor a reason.",
  );
  expect(() => indexPage([calls[0] as never], [], sent, played, [{ file: "some-calls", why: "x" }])).toThrow(
    "some-calls: no call is left to the reason",
  );
});

describe("documentation/index.md", () => {
  const project = path.resolve(__dirname, "../..");
  const calls: { method: string; base?: string; path: string }[] = JSON.parse(
    readFileSync(path.join(project, "test/oas/crm.json"), "utf8"),
  ).calls;
  const keys = new Set(Object.keys(component.actions));
  const cells = readFileSync(path.join(project, "documentation/index.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  it("has a row for every call of Zoho's files and pages", () => {
    const wanted = [...calls, ...pageCalls].map(
      ({ method, base = "", path: place }) => `\`${method} ${base}${place}\``,
    );
    expect(cells.map(([, named]) => named).sort()).toEqual(wanted.sort());
  });

  it("has no call twice, whatever its case and the names of its slots", () => {
    const shapes = cells.map(([, named = ""]) => named.replaceAll(/\{\w+\}/g, "{}").toLowerCase());
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
  });

  it("has every call that no action sends in the picker of Raw Request", async () => {
    const picked = new Set((await operationChoices()).map(({ key }) => key));
    const left = cells.filter(([, , action = ""]) => action.startsWith("Raw Request"));
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(([, named = ""]) => !picked.has(named.replaceAll("`", "")))).toEqual([]);
  });

  it("names of each an action that there is, or a reason, and its scope, credits and sandbox", () => {
    const actionOrReason = /^(`\w+`( `\w+`)*|Raw Request: \S.{5,})$/;
    expect(cells.filter(([, , action = ""]) => !actionOrReason.test(action))).toEqual([]);
    const sandbox = /^((live|documented|file)(, in part)?|none)$/;
    expect(
      cells.filter(([, , , scope, credits, how = ""]) => !scope || !credits || !sandbox.test(how)),
    ).toEqual([]);
    const named = cells.flatMap(([, , action = ""]) => action.match(/`(\w+)`/g) ?? []);
    expect(named.filter((name) => !keys.has(name.replaceAll("`", "")))).toEqual([]);
  });

  it("has the page that each call was read on that no file has", () => {
    const address = /^https:\/\/(www\.)?(zoho\.com|github\.com\/(zoho|Zohocorp-Pvt-Ltd))\/\S+$/;
    expect(pages.filter(({ page }) => !address.test(page))).toEqual([]);
  });

  it("gives no reason twice in other words", () => {
    const about = reasons.map(({ file, calls: which }) => `${file} ${which}`);
    expect(new Set(about).size).toBe(about.length);
  });
});
