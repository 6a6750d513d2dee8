import { recordOperations } from "../crm/records/operations";
import { buildRequest, type Call, fillPath } from "./request";

const { listRecords, insertRecords } = recordOperations;
const built = (call: Call, operation = listRecords) =>
  buildRequest(
    "https://www.zohoapis.com",
    operation,
    { path: { module: "Leads" }, ...call },
    { version: "v8" },
  );
const urlOf = (query: Call["query"]) =>
  built({ query }).url.replace("https://www.zohoapis.com/crm/v8/Leads", "");

test("the parts of a path are encoded, and none leaves its place", () => {
  expect(fillPath("/a/{one}/{two}", { one: "x/y", two: "..." })).toBe("/a/x%2Fy/...");
  expect(fillPath("{anyPath}", { anyPath: "/a/b" })).toBe("/a/b");
  expect(() => fillPath("/a/{one}", {})).toThrow("The path /a/{one} needs a value for one");
  expect(() => fillPath("/a/{one}", { one: "" })).toThrow("needs a value for one");
  for (const one of [".", ".."])
    expect(() => fillPath("/a/{one}", { one })).toThrow(`${JSON.stringify(one)} is no value for one`);
});

test("a query has what was given, encoded, and lists as one value", () => {
  expect(urlOf(undefined)).toBe("");
  expect(urlOf({ a: undefined, b: "", c: [] })).toBe("");
  expect(urlOf({ fields: ["A", "B&C"], page: 0, all: false })).toBe("?fields=A%2CB%26C&page=0&all=false");
  const own = { path: { anyPath: "/crm/v8/Leads?a=1" }, query: { b: "2" } };
  expect(built(own, { ...listRecords, path: "{anyPath}" } as never).url).toBe(
    "https://www.zohoapis.com/crm/v8/Leads?a=1&b=2",
  );
});

test("a header that was left out does not go, and one that would be changed is refused", () => {
  expect(built({ headers: { A: "1", B: undefined } }).headers).toEqual({ A: "1" });
  const problem = (headers: Record<string, string>) => () => built({ headers });
  expect(problem({ "a b": "1" })).toThrow('Header "a b": this is no name of a header');
  expect(problem({ A: "x\n" })).toThrow(
    'Header "A": its value has the character U+000A, which a header cannot carry',
  );
  expect(problem({ A: "\u00ad\u2013" })).toThrow("U+2013");
  expect(problem({ A: "\u{1F60A}" })).toThrow("U+1F60A");
  expect(problem({ A: " x" })).toThrow("spaces at the ends of its value would be lost on the way");
});

test("a body goes as JSON, as bytes or as a form, and a read has none", () => {
  const form = new FormData();
  expect(built({})).toEqual({ method: "GET", url: expect.any(String), headers: {} });
  expect(built({ body: form }, insertRecords as never)).toMatchObject({
    method: "POST",
    headers: {},
    body: form,
  });
  expect(built({ body: { a: 1 }, headers: { A: "1" } })).toMatchObject({
    headers: { "Content-Type": "application/json", A: "1" },
    body: Buffer.from('{"a":1}'),
  });
  expect(built({ body: Buffer.from("[1]"), headers: { "Content-Type": "text/plain" } })).toMatchObject({
    headers: { "Content-Type": "text/plain" },
    body: Buffer.from("[1]"),
  });
});
