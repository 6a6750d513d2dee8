import fc from "fast-check";
import { outcomeOf, resultReader, resultsByRow } from "./join";

const cell = fc.constantFrom("a", "b", "", 'c"', "d,e");
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });

test("whatever the order of a result, each row gets one that begins with its own cells, and each result has one row", () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (shown, order) => {
      const results = shown.map((cells, number) => ({
        shown: cells,
        status: "ADDED",
        id: String(number),
        errors: "",
      }));
      const keys = new Map(results.map((result) => [result, order.next().value]));
      const mixed = [...results].sort((one, other) => Number(keys.get(one)) - Number(keys.get(other)));
      const found = resultsByRow({ shown }, mixed);
      expect(found.map((result) => result?.shown)).toEqual(shown);
      expect(new Set(found.map((result) => result?.id)).size).toBe(shown.length);
    }),
  );
});

test("rows that Zoho leaves out of its result are unknown, and the others have their own", () => {
  fc.assert(
    fc.property(rows, fc.nat(), (shown, left) => {
      const out = left % shown.length;
      const results = shown
        .map((cells, number) => ({ shown: cells, status: "ADDED", id: String(number), errors: "" }))
        .filter((_, number) => number !== out);
      const found = resultsByRow({ shown }, results);
      expect(found.filter((result) => result === undefined)).toHaveLength(1);
      for (const [place, result] of found.entries()) if (result) expect(result.shown).toEqual(shown[place]);
    }),
  );
});

test("where Zoho writes cells in another way, as many results as rows go by their place", () => {
  const results = ["1.50", "2.50"].map((text) => ({ shown: [text], status: "ADDED", id: text, errors: "" }));
  expect(resultsByRow({ shown: [["1.5"], ["2.5"]] }, results).map((result) => result?.id)).toEqual([
    "1.50",
    "2.50",
  ]);
});

const told = (errors: string, status = "SKIPPED") => outcomeOf(0, { shown: [], status, id: "", errors }, "7");

test.each([
  ["MANDATORY_NOT_FOUND-Company", "MANDATORY_NOT_FOUND", { job_id: "7", api_name: "Company" }],
  ["CANNOT_PROCESS", "CANNOT_PROCESS", { job_id: "7" }],
  ["DUPLICATE_DATA-", "DUPLICATE_DATA", { job_id: "7" }],
])("the error %s is told as other writes tell it", (errors, code, details) => {
  expect(told(errors)).toMatchObject({ status: "error", code, details });
});

test("several errors are told together", () => {
  const outcome = told("MANDATORY_NOT_FOUND-Company,Last_Name:DUPLICATE_DATA-Email");
  expect(outcome).toMatchObject({ status: "error", code: "MULTIPLE_OR_MULTI_ERRORS" });
  expect(Object(outcome.details).errors).toMatchObject([
    { code: "MANDATORY_NOT_FOUND", details: { api_name: "Company" } },
    { code: "MANDATORY_NOT_FOUND", details: { api_name: "Last_Name" } },
    { code: "DUPLICATE_DATA", details: { api_name: "Email" } },
  ]);
});

test.each(["SKIPPED", "UNPROCESSED", "ODD", ""])(
  "a row that is %p without an error is no success",
  (status) => {
    expect(told("", status)).toMatchObject({ status: "error" });
  },
);

test("a success with errors is no success", () => {
  expect(told("INVALID_DATA-City", "ADDED")).toMatchObject({ status: "error", code: "INVALID_DATA" });
});

test("a result without its columns cannot be read", () => {
  expect(resultReader(["Last_Name", "Status of it"])).toBeUndefined();
});
