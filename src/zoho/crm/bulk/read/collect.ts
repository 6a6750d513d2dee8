import type { JsonObject } from "../../../core/json";
import type { FileContent } from "../../../http/files";
import type { Crm } from "../../crm";
import { fileIn } from "../archive";
import { csvWriter, rowsIn } from "../csv";
import { recordReader } from "./columns";

/** Takes the results of jobs, one after the other, up to so many rows in all. */
export interface Collector<T> {
  /** Takes the rows of an archive, a batch at a time. */
  take(archive: Buffer, jobId: string): Promise<void>;
  /** How many rows it has. */
  count(): number;
  /** Whether there were more than it was to take. */
  isCut(): boolean;
  all(): T;
}

/** What is done with the rows of a result: once with its header, then with some at a time. */
interface Sink<T> {
  header(names: readonly string[], isFirst: boolean): Promise<void>;
  rows(rows: readonly (readonly string[])[]): void;
  all(): T;
}

function collector<T>(crm: Crm, most: number, sink: Sink<T>): Collector<T> {
  let count = 0;
  let isCut = false;
  let jobs = 0;
  return {
    count: () => count,
    isCut: () => isCut,
    all: () => sink.all(),
    async take(archive, jobId) {
      const what = `The result of the bulk read ${jobId}`;
      let hasHeader = false;
      for await (const batch of rowsIn(crm, fileIn(crm, archive, what), what)) {
        const [header = []] = batch;
        if (!hasHeader) await sink.header(header, jobs === 0);
        const rows = hasHeader ? batch : batch.slice(1);
        hasHeader = true;
        const wanted = rows.slice(0, most - count);
        sink.rows(wanted);
        count += wanted.length;
        isCut ||= wanted.length < rows.length;
        if (isCut) break;
      }
      jobs += 1;
    },
  };
}

/** Collects records with typed values. */
export function recordCollector(crm: Crm, recordType: string, most: number): Collector<JsonObject[]> {
  const records: JsonObject[] = [];
  let read: (row: readonly string[]) => JsonObject = () => ({});
  return collector(crm, most, {
    async header(names) {
      read = await recordReader(crm, recordType, names);
    },
    rows: (rows) => void records.push(...rows.map(read)),
    all: () => records,
  });
}

/** Collects one CSV with one header, whose column of ids is called `id`. */
export async function csvCollector(crm: Crm, most: number): Promise<Collector<FileContent>> {
  const write = await csvWriter();
  const parts: Buffer[] = [];
  return collector(crm, most, {
    async header(names, isFirst) {
      if (isFirst) parts.push(write([names.map((name) => (name.toLowerCase() === "id" ? "id" : name))]));
    },
    rows: (rows) => void parts.push(write(rows)),
    all: () => ({ data: Buffer.concat(parts), contentType: "text/csv" }),
  });
}
