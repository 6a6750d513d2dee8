import { fromBuffer } from "yauzl";
import { ZipFile } from "yazl";

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** An archive with one file. */
export function zipped(name: string, content: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return bytesOf(zip.outputStream);
}

/** The files of an archive by name; undefined for bytes that are none. */
export function unzipped(archive: Buffer): Promise<Map<string, Buffer> | undefined> {
  return new Promise((resolve) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return resolve(undefined);
      const files = new Map<string, Buffer>();
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return resolve(undefined);
          bytesOf(stream).then(
            (data) => {
              files.set(entry.fileName, data);
              zip.readEntry();
            },
            () => resolve(undefined),
          );
        });
      });
      zip.on("error", () => resolve(undefined));
      zip.on("end", () => resolve(files));
      zip.readEntry();
    });
  });
}
