import { writeFileSync } from "node:fs";
import path from "node:path";
import { digestOf, digestText } from "./digest";

/**
 * `npm run oas -- FOLDER`: digests Zoho's OpenAPI files, which stand in `crm` and `books` of the folder, into
 * `test/oas`.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder that holds Zoho's OpenAPI files in its folders crm and books.");
for (const product of ["crm", "books"]) {
  const file = path.join(__dirname, `../../test/oas/${product}.json`);
  writeFileSync(file, digestText(digestOf(path.resolve(folder, product))));
  console.log(`wrote test/oas/${product}.json`);
}
