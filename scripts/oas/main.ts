import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { digestOf, digestText } from "./digest";

/**
 * `npm run oas -- FOLDER...`: digests Zoho's OpenAPI files, which stand in `crm` and `books` of each folder,
 * into `test/oas`. Each folder is a state of them, the latest first; an earlier one adds the calls that it
 * alone has.
 */
const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error("Name the folders that hold Zoho's OpenAPI files in their folders crm and books.");
for (const product of ["crm", "books"]) {
  const file = path.join(__dirname, `../../test/oas/${product}.json`);
  const states = folders.map((folder) => path.resolve(folder, product)).filter(existsSync);
  writeFileSync(file, digestText(digestOf(states)));
  console.log(`wrote test/oas/${product}.json`);
}
