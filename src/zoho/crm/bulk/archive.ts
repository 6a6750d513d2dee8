import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { buffer as bufferOf } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import type { Crm } from "../crm";
import { rowsIn } from "./csv";

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

/** The path of a file in a folder of its own, which `remove` takes away with it. */
export async function temporaryFile(name: string): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "zoho-"));
  return { file: path.join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The rows of the CSV in an archive that is downloaded to a temporary file, some at a time, the header among
 * them. No more than those are in memory.
 * @param download saves the archive under the path that it is given.
 * @param what names the archive in errors.
 * @throws ZohoError as `fileIn` and `rowsIn` do.
 */
export async function* rowsInArchive(
  crm: Crm,
  download: (file: string) => Promise<unknown>,
  what: string,
): AsyncGenerator<string[][]> {
  const { file, remove } = await temporaryFile("result.zip");
  try {
    await download(file);
    // Of a file that is open, the name is not needed: so nothing is left where a process ends before the rows
    // do.
    yield* rowsIn(crm, fileIn(crm, file, what, remove), what);
  } finally {
    await remove();
  }
}

/**
 * The one CSV file of an archive on disk, as a stream of bytes. Its name and size are checked before a byte
 * is unpacked, and its size and checksum while it is.
 * @param archive the path of the archive.
 * @param what names the archive in errors.
 * @param opened is called when the archive is open. That it fails is no harm.
 * @throws ZohoError `UNSAFE_ARCHIVE` for what no bulk job makes: several files, a path in a name, a bomb;
 * `BROKEN_ARCHIVE` for a part of an archive, or none.
 */
export async function* fileIn(
  crm: Crm,
  archive: string,
  what: string,
  opened?: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const unsafe = (reason: string) => archiveError(crm, "UNSAFE_ARCHIVE", `${what}: ${reason}`);
  const broken = (error: unknown) =>
    archiveError(crm, "BROKEN_ARCHIVE", `${what} cannot be read as an archive (${reasonOf(error)})`);
  const { openPromise } = await import("yauzl");
  const { size } = await stat(archive);
  const zip = await openPromise(archive, {
    lazyEntries: true,
    strictFileNames: true,
    autoClose: false,
  }).catch((error: unknown) => {
    throw broken(error);
  });
  try {
    await opened?.().catch(() => {});
    const entry = await firstOf(zip).catch((error: unknown) => {
      const isPath = /invalid characters|absolute path|relative path/.test(reasonOf(error));
      throw isPath ? unsafe("the name of its file is a path") : broken(error);
    });
    const problem = problemOf(zip, entry, size);
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
  } finally {
    zip.close();
  }
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

/** An archive with one file, which is packed as it is written. */
export interface Archive {
  /** Adds bytes to the file; resolves when more may come. */
  readonly write: (bytes: Buffer) => Promise<void>;
  /** Ends the file. @returns the archive. */
  readonly end: () => Promise<Buffer>;
}

/** Begins an archive whose one file has a name. Only what is packed is in memory. */
export async function archiveOf(name: string): Promise<Archive> {
  const { ZipFile: Writer } = await import("yazl");
  const zip = new Writer();
  const content = new PassThrough();
  zip.addReadStream(content, name);
  zip.end();
  const packed = bufferOf(zip.outputStream);
  return {
    write: async (bytes) => {
      if (!content.write(bytes)) await once(content, "drain");
    },
    end: () => {
      content.end();
      return packed;
    },
  };
}
