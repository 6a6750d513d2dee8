import { indexPage } from "./zohoIndex";

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

const rowsOf = (...calls: Parameters<typeof indexPage>[0]) =>
  indexPage(calls, sent, played)
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
  expect(others[0]).toBe("| `PUT /{module}/{id}` | Raw Request | `A.B.UPDATE` | 1 | no |");
  expect(others[1]).toContain("Raw Request");
});

it("says how many calls there are, are sent and are played", () => {
  const page = indexPage([call("GET", "/{module}/{id}"), call("PUT", "/{module}/{id}")], sent, played);
  expect(page).toContain("describe 2 calls. Actions send 1 of them");
  expect(page).toContain("The sandbox plays 1,");
});
