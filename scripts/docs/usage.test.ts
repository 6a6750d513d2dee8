import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readUsage } from "./usage";

/** A project on disk with these files and a strict tsconfig. */
function project(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), "usage-"));
  const tsconfig =
    '{ "compilerOptions": { "strict": true, "module": "Preserve", "noEmit": true, "types": [] } }';
  for (const [name, text] of Object.entries({ ...files, "tsconfig.json": tsconfig })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const operations = `export const crmOperations = { get: { m: "GET" }, post: { m: "POST" }, put: { m: "PUT" } } as const;`;
const http = `export interface Crm { send(row: { m: string }): Promise<void> }`;
const records = `
  import type { Crm } from "../http";
  import { crmOperations } from "./operations";
  export const getRecord = (crm: Crm) => crm.send(crmOperations.get);
  const write = (crm: Crm, how: "post" | "put") => crm.send(crmOperations[how]);
  export async function upsert(crm: Crm): Promise<void> { await getRecord(crm); await write(crm, "put"); }
`;
const base = {
  "src/zoho/http.ts": http,
  "src/zoho/crm/operations.ts": operations,
  "src/zoho/crm/records.ts": records,
};

const names = (root: string, key: string) =>
  readUsage(root)
    .get(key)
    ?.operations.map(({ operation }) => operation);

it("follows functions through files to the rows they send", () => {
  const root = project({
    ...base,
    "src/actions/crm/crmGetRecord.ts": `
      import { getRecord } from "../../zoho/crm/records";
      export const crmGetRecord = { perform: (crm: never) => getRecord(crm) };`,
  });
  expect(readUsage(root).get("crmGetRecord")).toEqual({
    file: "src/actions/crm/crmGetRecord.ts",
    operations: [{ file: "src/zoho/crm/operations.ts", table: "crmOperations", operation: "get" }],
  });
});

it("takes every row that the type of an index allows", () => {
  const root = project({
    ...base,
    "src/actions/crm/crmUpsert.ts": `
      import * as records from "../../zoho/crm/records";
      const { upsert } = records;
      export const crmUpsert = { perform: (crm: never) => records.getRecord(crm), other: upsert };`,
  });
  expect(names(root, "crmUpsert")).toEqual(["get", "post", "put"]);
});

it("goes through a factory, and through what is handed on by name", () => {
  const root = project({
    ...base,
    "src/dataSources/crm/picker.ts": `
      import { getRecord } from "../../zoho/crm/records";
      export const picker = (perform: unknown) => ({ perform });
      export const read = { getRecord };`,
    "src/dataSources/crm/selectRecord.ts": `
      import { picker, read } from "./picker";
      export const selectRecord = picker(read.getRecord);`,
  });
  expect(names(root, "selectRecord")).toEqual(["get"]);
});

it("says where a table is used as a whole", () => {
  const root = project({
    ...base,
    "src/actions/crm/crmAll.ts": `
      import { crmOperations } from "../../zoho/crm/operations";
      export const crmAll = Object.values(crmOperations);`,
  });
  expect(() => readUsage(root)).toThrow("src/actions/crm/crmAll.ts:3 uses crmOperations as a whole.");
});
