import { parse } from "csv-parse/sync";
import { unzipped, zipped } from "../crm/bulk/zip";
import { isObject, objectsOf } from "../crm/objects";
import type { AskedZoho, Question } from "./zoho";

/** How often a job is asked for at most; Zoho takes seconds to minutes. */
const MOST_LOOKS = 120;

/** A job that has ended: where its result is, what it holds, and whether it named it before it was there. */
interface Ended {
  url: string;
  wasEarly: boolean;
  rows: string[][];
}

const urlOf = ({ result }: Record<string, unknown>): string =>
  isObject(result) && typeof result.download_url === "string" ? result.download_url : "";

/** Looks after a job until it has ended; undefined where it does not, or fails. */
async function ended(zoho: AskedZoho, kind: "read" | "write", id: string): Promise<Ended | undefined> {
  let wasEarly = false;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { body } = await zoho.call("GET", `/crm/bulk/v8/${kind}/${id}`);
    const [job = body] = objectsOf(body.data);
    const state = job.state ?? job.status;
    if (state === "FAILED" || state === "FAILURE") return undefined;
    if (state === "COMPLETED") {
      const files = await unzipped(await zoho.download(urlOf(job)));
      const [csv] = files?.values() ?? [];
      return {
        url: urlOf(job),
        wasEarly,
        rows: csv ? parse(csv, { bom: true, relax_column_count: true }) : [],
      };
    }
    wasEarly ||= urlOf(job) !== "";
    await zoho.nextSecond();
  }
  return undefined;
}

async function readLeads(zoho: AskedZoho): Promise<Ended | undefined> {
  const query = { module: { api_name: "Leads" }, fields: ["Last_Name"], page: 1 };
  const { body } = await zoho.call("POST", "/crm/bulk/v8/read", { query });
  const [item] = objectsOf(body.data);
  return isObject(item?.details) ? ended(zoho, "read", String(item.details.id)) : undefined;
}

const namesOf = (zoho: AskedZoho) => [1, 2, 3].map((number) => `${zoho.prefix} ${number}`);

async function writeLeads(zoho: AskedZoho): Promise<Ended | undefined> {
  const [organization] = objectsOf((await zoho.call("GET", "/org")).body.org);
  const rows = namesOf(zoho).map((name) => `${name},${zoho.prefix}`);
  const file = new Blob([await zipped("leads.csv", ["Last_Name,Company", ...rows].join("\n"))]);
  const { details } = (await zoho.upload(file, "leads.zip", String(organization?.zgid))).body;
  const field_mappings = ["Last_Name", "Company"].map((api_name, index) => ({ api_name, index }));
  const data = {
    type: "data",
    module: { api_name: "Leads" },
    file_id: isObject(details) ? details.file_id : "",
    file_names: ["leads.csv"],
    field_mappings,
  };
  const { body } = await zoho.call("POST", "/crm/bulk/v8/write", { operation: "insert", resource: [data] });
  const job = isObject(body.details) ? await ended(zoho, "write", String(body.details.id)) : undefined;
  const at = job?.rows[0]?.indexOf("RECORD_ID") ?? -1;
  for (const row of job?.rows.slice(1) ?? []) if (row[at]) zoho.remember("Leads", row[at]);
  return job;
}

/** What is asked once for several questions. */
function once<Value>(ask: (zoho: AskedZoho) => Promise<Value>): (zoho: AskedZoho) => Promise<Value> {
  const asked = new WeakMap<AskedZoho, Promise<Value>>();
  return (zoho) => {
    const known = asked.get(zoho) ?? ask(zoho);
    asked.set(zoho, known);
    return known;
  };
}

const readJob = once(readLeads);
const writeJob = once(writeLeads);

/** The questions behind the behaviours of bulk jobs, by their names. */
export const bulkQuestions: Readonly<Record<string, Question>> = {
  bulkIdColumn: async (zoho) => {
    const header = (await readJob(zoho))?.rows[0] ?? [];
    return header.find((name) => name === "Id" || name === "id");
  },

  bulkEarlyResult: async (zoho) => {
    const job = await readJob(zoho);
    return job && (job.wasEarly ? "named" : "absent");
  },

  bulkResultUrl: async (zoho) => {
    const job = await writeJob(zoho);
    return job && (job.url.startsWith("/") ? "relative" : "absolute");
  },

  bulkResultOrder: async (zoho) => {
    const found = (await writeJob(zoho))?.rows
      .slice(1)
      .map(([name]) => name)
      .join();
    if (found === namesOf(zoho).join()) return "sent";
    return found === namesOf(zoho).reverse().join() ? "reversed" : undefined;
  },
};
