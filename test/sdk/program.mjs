import { createWriteStream, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** What a program is told: where the sandbox is, and a folder of its own. */
export const [url, folder] = process.argv.slice(-2);

/** The client and the refresh token that the sandbox gives away. */
export async function credentials() {
  const response = await fetch(`${url}/__sandbox/connection`);
  const { token, fields } = await response.json();
  return {
    clientId: String(fields.clientId),
    clientSecret: String(fields.clientSecret),
    refreshToken: String(token.refresh_token),
  };
}

/** An empty folder for what an SDK remembers; the SDKs want a slash at its end. */
export const resources = () => `${mkdtempSync(path.join(folder, "resources-"))}/`;

/** The smallest picture there is. */
const picture =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
export const pictureFile = path.join(folder, "dot.png");
writeFileSync(pictureFile, Buffer.from(picture, "base64"));

/** An archive with a CSV of two leads. */
export async function archiveFile() {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from("Last_Name,Company\nBulk One,Zylker\nBulk Two,Zylker\n"), "leads.csv");
  zip.end();
  const archive = path.join(folder, "leads.zip");
  await pipeline(zip.outputStream, createWriteStream(archive));
  return archive;
}

/** What an SDK made of an answer, as plain JSON: models by their fields, choices by their values, times as text. */
function plain(value) {
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (value.constructor.name === "Choice") return value.getValue();
  if (value.constructor.name === "StreamWrapper") return { name: value.getName() };
  const { keyModified: _, keyValues, ...fields } = value;
  return plain(keyValues ?? new Map(Object.entries(fields)));
}

/** Takes steps one after the other and prints a line of JSON for each: what came of it, or the error. */
export async function run(steps) {
  for (const [name, step] of Object.entries(steps)) {
    const outcome = await step().then(
      (answer) => ({ name, answer: plain(answer) ?? null }),
      (error) => ({ name, error: String(error.stack ?? error) }),
    );
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}
