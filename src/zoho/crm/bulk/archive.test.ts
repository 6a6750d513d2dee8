import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { ZipFile } from "yazl";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Crm } from "../crm";
import { archiveOf, rowsInArchive } from "./archive";

let sandbox: TestSandbox;
let crm: Crm;
beforeAll(async () => {
  sandbox = await startSandbox();
  crm = await sandbox.crm();
});
afterAll(() => sandbox.close());

async function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** An archive in which one text stands for another of the same length. */
const altered = (archive: Buffer, from: string, to: string): Buffer =>
  Buffer.from(archive.toString("latin1").replaceAll(from, to), "latin1");

const rows = async (archive: Buffer): Promise<string[][]> => {
  const all: string[][] = [];
  const download = (file: string) => writeFile(file, archive);
  for await (const batch of rowsInArchive(crm, download, "The result")) all.push(...batch);
  return all;
};

/** More than a small archive may have, and a thousand times as much as it takes in one. */
const zeros = Buffer.alloc(24 * 1024 * 1024, "0");

const plain = () => zipOf([["a.csv", Buffer.from("Id,Name\n1,Ada\n")]]);

test("the rows of a file come out as they went in, quotes and line breaks and all", async () => {
  const csv = '\uFEFFId,Name\n1,"Burns, ""Ada""\nof Zylker"\n2,Ärger\n';
  const archive = await archiveOf("a.csv");
  for (const part of csv.split("\n")) await archive.write(Buffer.from(`${part}\n`));
  expect(await rows(await archive.end())).toEqual([
    ["Id", "Name"],
    ["1", 'Burns, "Ada"\nof Zylker'],
    ["2", "Ärger"],
  ]);
});

/** The size that the directory of an archive announces for its file. */
function announcing(archive: Buffer, bytes: number): Buffer {
  const copy = Buffer.from(archive);
  const entry = copy.indexOf(Buffer.from("504b0102", "hex"));
  copy.writeUInt32LE(bytes, entry + 24);
  return copy;
}

test.each<[string, () => Promise<Buffer>, string]>([
  ["a path in a name", async () => altered(await plain(), "a.csv", "../ab"), "UNSAFE_ARCHIVE"],
  ["a path from the root", async () => altered(await plain(), "a.csv", "/.csv"), "UNSAFE_ARCHIVE"],
  ["a backslash in a name", async () => altered(await plain(), "a.csv", "\\.csv"), "UNSAFE_ARCHIVE"],
  ["a folder", () => zipOf([["a/b.csv", Buffer.from("Id\n")]]), "UNSAFE_ARCHIVE"],
  ["another kind of file", () => zipOf([["a.exe", Buffer.from("Id\n")]]), "UNSAFE_ARCHIVE"],
  [
    "two files",
    () =>
      zipOf([
        ["a.csv", Buffer.from("Id\n")],
        ["b.csv", Buffer.from("Id\n")],
      ]),
    "UNSAFE_ARCHIVE",
  ],
  ["a bomb", () => zipOf([["a.csv", zeros]]), "UNSAFE_ARCHIVE"],
  ["a size that would be too large", async () => announcing(await plain(), 2 ** 32 - 2), "UNSAFE_ARCHIVE"],
  [
    "a bomb that announces a small size",
    async () => announcing(await zipOf([["a.csv", zeros]]), 12),
    "BROKEN_ARCHIVE",
  ],
  ["no file", () => zipOf([]), "BROKEN_ARCHIVE"],
  ["a part of an archive", async () => (await plain()).subarray(0, -30), "BROKEN_ARCHIVE"],
  ["what is no archive", async () => Buffer.from("<html>maintenance</html>"), "BROKEN_ARCHIVE"],
  ["nothing", async () => Buffer.alloc(0), "BROKEN_ARCHIVE"],
  ["a ragged CSV", () => zipOf([["a.csv", Buffer.from("Id,Name\n1\n")]]), "BROKEN_CSV"],
  ["quotes that do not close", () => zipOf([["a.csv", Buffer.from('Id,Name\n1,"Ada\n')]]), "BROKEN_CSV"],
])("%s is an error", async (_, archive, code) => {
  await expect(rows(await archive())).rejects.toMatchObject({ name: "ZohoError", kind: "answer", code });
});

test("bytes that changed on the way are an error", async () => {
  const content = randomBytes(2000).toString("hex");
  const archive = await zipOf([["a.csv", Buffer.from(`Id\n${content}\n`)]]);
  const copy = Buffer.from(archive);
  const entry = copy.indexOf(Buffer.from("504b0102", "hex"));
  copy.writeUInt32LE(1, entry + 16);
  await expect(rows(copy)).rejects.toMatchObject({ code: "BROKEN_ARCHIVE" });
});

test("a bomb is refused before it is unpacked", async () => {
  const bomb = await zipOf([["a.csv", zeros]]);
  global.gc?.();
  const before = process.memoryUsage().arrayBuffers;
  await expect(rows(bomb)).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
});
