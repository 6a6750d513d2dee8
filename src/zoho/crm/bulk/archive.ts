import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import type { Crm } from "../crm";

/*
 * The libraries of this room are loaded when they are first used: most executions of a component read and
 * write no archive.
 */

/**
 * The most bytes that a file of an archive may have, and the most for each byte of the archive. Honest CSV of
 * Zoho's stays far below both.
 */
const MOST_BYTES = 2 ** 31;
const MOST_RATIO = 300;
/** Small archives may be as dense as they like. */
const ALWAYS_ALLOWED = 8 * 1024 * 1024;

const STORED = 0;
const DEFLATED = 8;

/**
 * The one CSV file of an archive, as a stream of bytes. Its name and size are checked before a byte is
 * unpacked, and its size and checksum while it is.
 * @param what names the archive in errors.
 * @throws ZohoError `UNSAFE_ARCHIVE` for what no bulk job makes: several files, a path in a name, a bomb;
 * `BROKEN_ARCHIVE` for a part of an archive, or none.
 */
export async function* fileIn(crm: Crm, archive: Buffer, what: string): AsyncGenerator<Buffer> {
  const unsafe = (reason: string) => archiveError(crm, "UNSAFE_ARCHIVE", `${what}: ${reason}`);
  const broken = (error: unknown) =>
    archiveError(crm, "BROKEN_ARCHIVE", `${what} cannot be read as an archive (${reasonOf(error)})`);
  const { fromBufferPromise } = await import("yauzl");
  let zip: ZipFile;
  let entry: Entry;
  try {
    zip = await fromBufferPromise(archive, { lazyEntries: true, strictFileNames: true });
    entry = await firstOf(zip);
  } catch (error) {
    throw /invalid characters|absolute path|relative path/.test(reasonOf(error))
      ? unsafe("the name of its file is a path")
      : broken(error);
  }
  const problem = problemOf(zip, entry, archive.length);
  if (problem) throw unsafe(problem);
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw broken(error);
  }
  if (checksum !== entry.crc32) throw broken("its checksum is another");
}

/** What no archive of a bulk job has. Zoho's library holds the stream to the size that is announced here. */
function problemOf(zip: ZipFile, entry: Entry, archiveBytes: number): string | undefined {
  if (zip.entryCount !== 1) return `it has ${zip.entryCount} files instead of one`;
  if (!/^[^/\\:]+\.(csv|ics)$/i.test(entry.fileName)) return "its file is no CSV";
  if (entry.isEncrypted()) return "its file is encrypted";
  if (![STORED, DEFLATED].includes(entry.compressionMethod)) return "its file is packed in another way";
  const most = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, MOST_RATIO * archiveBytes));
  if (entry.uncompressedSize > most)
    return `its file would have ${entry.uncompressedSize} bytes, which is more than ${most}`;
  return undefined;
}

const firstOf = (zip: ZipFile): Promise<Entry> =>
  new Promise((resolve, reject) => {
    zip.once("entry", resolve);
    zip.once("error", reject);
    zip.once("end", () => reject(new Error("it has no file")));
    zip.readEntry();
  });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const archiveError = (crm: Crm, code: string, message: string) =>
  crm.error({ kind: "answer", code, message, hint: "Nothing of it was used." });

/** An archive with one file. */
export async function archiveOf(name: string, content: Iterable<Buffer>): Promise<Buffer> {
  const { ZipFile: Writer } = await import("yazl");
  const zip = new Writer();
  zip.addReadStream(Readable.from(content, { objectMode: false }), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
