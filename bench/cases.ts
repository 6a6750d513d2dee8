import { actionContext } from "../harness/context";
import { loadComponent } from "../harness/load";
import { withDefaults } from "../harness/params";
import { begin, emptyState } from "../harness/state";
import { BareClient } from "./bare";
import type { Case } from "./compare";
import type { SandboxProcess } from "./sandbox";

const RECORDS = 10_000;
const WRITES = 1000;
const WRITE_CHUNK = 100;
/** Requests in flight at once, the component's default. */
const CONCURRENCY = 5;
const LIST_PAGE = 200;
const QUERY_PAGE = 2000;

interface Page {
  data: { id: string }[];
  info?: { more_records: boolean; next_page_token?: string | null };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const isPage = (value: unknown): value is Page => isObject(value) && Array.isArray(value.data);

function pageOf(body: unknown): Page {
  if (!isPage(body)) throw new Error(`Expected a page of records: ${JSON.stringify(body)}`);
  return body;
}

function expectAll(found: number): void {
  if (found !== RECORDS) throw new Error(`Expected ${RECORDS} records and read ${found}.`);
}

/** The same calls twice: by `node:http` alone, and by the built component. */
class Clients {
  private readonly bareClient: BareClient;
  private readonly component = loadComponent();

  constructor(
    base: string,
    token: string,
    private readonly connection: unknown,
  ) {
    this.bareClient = new BareClient(base, token);
  }

  async bare(method: string, path: string, body?: unknown): Promise<Page> {
    return pageOf(await this.bareClient.send(method, `/crm/v8/${path}`, body));
  }

  /** Calls the action itself, so that what the platform does with its result is not counted. */
  async ours(key: string, inputs: Record<string, unknown>): Promise<Page> {
    const action = this.component.actions[key];
    if (!action) throw new Error(`There is no action ${key}.`);
    const params = withDefaults(key, action.inputs, { connection: this.connection, ...inputs });
    const result = await action.perform(actionContext({ logs: [], state: begin(emptyState()) }), params);
    return pageOf(result?.data);
  }

  close(): void {
    this.bareClient.close();
  }
}

async function listBare(clients: Clients): Promise<void> {
  let found = 0;
  let next = "";
  for (let more = true; more; ) {
    const { data, info } = await clients.bare(
      "GET",
      `Leads?fields=Last_Name,Email&per_page=${LIST_PAGE}${next}`,
    );
    found += data.length;
    next = `&page_token=${info?.next_page_token}`;
    more = info?.more_records ?? false;
  }
  expectAll(found);
}

async function queryBare(clients: Clients): Promise<void> {
  let found = 0;
  let last = "0";
  for (let more = true; more; ) {
    const query = `select Last_Name, Email from Leads where (Last_Name is not null and id > ${last}) order by id asc limit ${QUERY_PAGE}`;
    const { data, info } = await clients.bare("POST", "coql", { select_query: query });
    found += data.length;
    last = data.at(-1)?.id ?? last;
    more = info?.more_records ?? false;
  }
  expectAll(found);
}

/** Ten requests of 100 records each, several at a time. */
async function createBare(clients: Clients, records: readonly object[]): Promise<void> {
  const starts = Array.from({ length: WRITES / WRITE_CHUNK }, (_, chunk) => chunk * WRITE_CHUNK);
  const sender = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const { data } = await clients.bare("POST", "Leads", {
        data: records.slice(start, start + WRITE_CHUNK),
      });
      if (data.length !== WRITE_CHUNK)
        throw new Error(`Expected ${WRITE_CHUNK} results and got ${data.length}.`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, sender));
}

/** The measurements: one read, 10,000 records by list and by query, and one write and 1,000. The writes come last, as they add records. */
export async function createCases(sandbox: SandboxProcess): Promise<{ cases: Case[]; close: () => void }> {
  process.env.ZOHO_ALLOW_LOOPBACK = "1";
  await sandbox.control("POST", "reset", { seed: 1, records: { Leads: RECORDS } });
  const connection = await sandbox.control("GET", "connection?key=zohoTemplatedConnection");
  const token =
    isObject(connection) && isObject(connection.token) ? String(connection.token.access_token) : "";
  const clients = new Clients(sandbox.url, token, connection);
  const recordType = "Leads";
  const { data } = await clients.bare("GET", "Leads?fields=id&per_page=1");
  const recordId = data[0]?.id;
  const record = { Last_Name: "Burns", Company: "ABC Inc." };

  const cases: Case[] = [
    {
      name: "get one record",
      runs: 300,
      bare: () => clients.bare("GET", `Leads/${recordId}`),
      ours: () => clients.ours("crmGetRecord", { recordType, recordId }),
    },
    {
      name: "list 10,000 records",
      runs: 9,
      bare: () => listBare(clients),
      ours: async () => {
        const page = await clients.ours("crmGetRecords", {
          recordType,
          fields: ["Last_Name", "Email"],
          fetchAll: true,
        });
        expectAll(page.data.length);
      },
    },
    {
      name: "10,000 rows by COQL",
      runs: 9,
      bare: () => queryBare(clients),
      ours: async () => {
        const query = "select Last_Name, Email from Leads where Last_Name is not null";
        expectAll((await clients.ours("crmRunQuery", { query, fetchAll: true })).data.length);
      },
    },
    {
      name: "create one record",
      runs: 300,
      bare: () => clients.bare("POST", "Leads", { data: [record] }),
      ours: () => clients.ours("crmCreateRecord", { recordType, record }),
    },
  ];
  const records = Array.from({ length: WRITES }, (_, index) => ({
    ...record,
    First_Name: "Ada",
    Email: `ada.${index}@example.com`,
    Phone: "+1 555 0100",
    Annual_Revenue: index,
    Seats: index % 100,
    Trial_Start: "2026-03-01",
    City: "Austin",
  }));
  cases.push({
    name: "create 1,000 records",
    runs: 15,
    bare: () => createBare(clients, records),
    ours: async () => {
      const page = await clients.ours("crmCreateRecords", { recordType, records, concurrency: CONCURRENCY });
      if (page.data.length !== WRITES)
        throw new Error(`Expected ${WRITES} outcomes and got ${page.data.length}.`);
    },
  });
  return { cases, close: () => clients.close() };
}
