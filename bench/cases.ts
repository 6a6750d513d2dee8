import { actionContext } from "../harness/context";
import { loadComponent } from "../harness/load";
import { withDefaults } from "../harness/params";
import { Instance } from "../harness/platform";
import { createRunner } from "../harness/runner";
import { begin, emptyState } from "../harness/state";
import { BareClient } from "./bare";
import type { Case } from "./compare";
import type { SandboxProcess } from "./sandbox";

const RECORDS = 10_000;
const WRITES = 1000;
const UPSERTS = 10_000;
const CHANGES = 1000;
const WRITE_CHUNK = 100;
/** Requests in flight at once, the component's default. */
const CONCURRENCY = 5;
const LIST_PAGE = 200;
const QUERY_PAGE = 2000;
/** Runs of what takes a millisecond or two: enough for its code to be compiled in most of them. */
const SHORT_RUNS = 500;

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
export class Clients {
  readonly bareClient: BareClient;
  private readonly component = loadComponent();

  constructor(
    base: string,
    token: string,
    private readonly connection: unknown,
  ) {
    this.bareClient = new BareClient(base, token);
  }

  /** An answer that may have no rows. */
  send(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.bareClient.send(method, `/crm/v8/${path}`, body);
  }

  async bare(method: string, path: string, body?: unknown): Promise<Page> {
    return pageOf(await this.send(method, path, body));
  }

  /** Calls the action itself, so that what the platform does with its result is not counted. */
  async ours(key: string, inputs: Record<string, unknown>): Promise<Page> {
    return pageOf(await this.call(key, inputs));
  }

  /** What an action brings, whatever that is. */
  async call(key: string, inputs: Record<string, unknown>): Promise<unknown> {
    const action = this.component.actions[key];
    if (!action) throw new Error(`There is no action ${key}.`);
    const params = withDefaults(key, action.inputs, { connection: this.connection, ...inputs });
    const result = await action.perform(actionContext({ logs: [], state: begin(emptyState()) }), params);
    return result?.data;
  }

  close(): void {
    this.bareClient.close();
  }
}

/** The token in a connection. */
export const tokenOf = (connection: unknown): string =>
  isObject(connection) && isObject(connection.token) ? String(connection.token.access_token) : "";

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

/** How many queries there were that nobody asked before. */
let strangers = 0;

/** Five readers that know beforehand at which rows they begin. */
async function queryBareAtOnce(clients: Clients): Promise<void> {
  const offsets = Array.from({ length: RECORDS / QUERY_PAGE }, (_, page) => page * QUERY_PAGE);
  const pages = await Promise.all(
    offsets.map((offset) => {
      const query = `select Last_Name, Email from Leads where Last_Name is not null order by id asc limit ${QUERY_PAGE} offset ${offset}`;
      return clients.bare("POST", "coql", { select_query: query });
    }),
  );
  expectAll(pages.reduce((sum, { data }) => sum + data.length, 0));
}

/** Requests of 100 records each, several at a time. */
async function writeBare(clients: Clients, path: string, records: readonly object[]): Promise<void> {
  const starts = Array.from({ length: records.length / WRITE_CHUNK }, (_, chunk) => chunk * WRITE_CHUNK);
  const sender = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const { data } = await clients.bare("POST", path, {
        data: records.slice(start, start + WRITE_CHUNK),
      });
      if (data.length !== WRITE_CHUNK)
        throw new Error(`Expected ${WRITE_CHUNK} results and got ${data.length}.`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, sender));
}

/**
 * The polls of a flow that receives what changed in another module, so that the other cases change nothing in
 * it.
 */
async function pollCases(sandbox: SandboxProcess, clients: Clients, connection: unknown): Promise<Case[]> {
  const inputs = { connection, recordType: "Contacts", selectedFields: ["Last_Name"] };
  const instance = new Instance({
    runner: createRunner(),
    flows: { Changes: { trigger: "crmRecordChanges", inputs } },
  });
  await instance.deploy();
  const flow = instance.flow("Changes");
  const poll = async (expected: number) => {
    flow.executions.length = 0;
    await flow.schedule();
    if (flow.items.length !== expected)
      throw new Error(`Expected ${expected} changes and got ${flow.items.length}.`);
  };
  const pollBare = (limit: number, since: string) => {
    const query = `select Last_Name, Created_Time, Modified_Time from Contacts where Modified_Time >= '${since}' order by Modified_Time asc limit ${limit}`;
    return clients.send("POST", "coql", { select_query: query });
  };
  let since = "2099-01-01T00:00:00+00:00";
  const data = Array.from({ length: CHANGES }, (_, index) => ({ Last_Name: `Burns ${index}` }));
  return [
    { name: "poll without changes", runs: SHORT_RUNS, bare: () => pollBare(200, since), ours: () => poll(0) },
    {
      name: "poll with 1,000 changes",
      runs: 7,
      before: async () => {
        // What was written before has settled, as it has in a flow that runs now and then.
        for (let poll = 0; poll < 5; poll += 1) {
          await sandbox.control("POST", "clock", { advanceSeconds: 31 });
          await flow.schedule();
        }
        const written = await sandbox.control("POST", "records/Contacts", { data });
        since = JSON.stringify(written).match(/"Modified_Time":"([^"]+)"/)?.[1] ?? since;
      },
      bare: () => pollBare(1000, since),
      ours: () => poll(CHANGES),
    },
  ];
}

/** The measurements. The writes come last, as they add records. */
export async function createCases(sandbox: SandboxProcess): Promise<{ cases: Case[]; close: () => void }> {
  process.env.ZOHO_ALLOW_LOOPBACK = "1";
  await sandbox.control("POST", "reset", { seed: 1, records: { Leads: RECORDS } });
  const connection = await sandbox.control("GET", "connection?key=zohoTemplatedConnection");
  const clients = new Clients(sandbox.url, tokenOf(connection), connection);
  const recordType = "Leads";
  const { data } = await clients.bare("GET", "Leads?fields=id&per_page=1");
  const recordId = data[0]?.id;
  const record = { Last_Name: "Burns", Company: "ABC Inc." };

  const queryOurs = async (condition: string) => {
    const query = `select Last_Name, Email from Leads where ${condition}`;
    expectAll((await clients.ours("crmRunQuery", { query, fetchAll: true })).data.length);
  };
  const everyone = () => queryOurs("Last_Name is not null");
  const asNeverBefore = () => {
    strangers += 1;
    return queryOurs(`Last_Name != 'Stranger ${strangers}'`);
  };
  const cases: Case[] = [
    {
      name: "get one record",
      runs: SHORT_RUNS,
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
    { name: "10,000 rows by COQL, one reader", runs: 9, bare: () => queryBare(clients), ours: everyone },
    { name: "10,000 rows by COQL, five", runs: 9, bare: () => queryBareAtOnce(clients), ours: everyone },
    {
      name: "10,000 rows by COQL, first time",
      runs: 9,
      bare: () => queryBareAtOnce(clients),
      ours: asNeverBefore,
    },
    ...(await pollCases(sandbox, clients, connection)),
    {
      name: "create one record",
      runs: SHORT_RUNS,
      bare: () => clients.bare("POST", "Leads", { data: [record] }),
      ours: () => clients.ours("crmCreateRecord", { recordType, record }),
    },
  ];
  const recordOf = (index: number) => ({
    ...record,
    First_Name: "Ada",
    Email: `ada.${index}@example.com`,
    Phone: "+1 555 0100",
    Annual_Revenue: index,
    Seats: index % 100,
    Trial_Start: "2026-03-01",
    City: "Austin",
  });
  const records = Array.from({ length: WRITES }, (_, index) => recordOf(index));
  const upserts = Array.from({ length: UPSERTS }, (_, index) => ({
    ...recordOf(index),
    Email: `upsert.${index}@example.com`,
  }));
  const writeOurs = async (key: string, written: readonly object[], more: object = {}) => {
    const inputs = { recordType, records: written, concurrency: CONCURRENCY, ...more };
    const page = await clients.ours(key, inputs);
    if (page.data.length !== written.length)
      throw new Error(`Expected ${written.length} outcomes and got ${page.data.length}.`);
  };
  cases.push(
    {
      name: "create 1,000 records",
      runs: 25,
      bare: () => writeBare(clients, "Leads", records),
      ours: () => writeOurs("crmCreateRecords", records),
    },
    {
      name: "upsert 10,000 records",
      runs: 3,
      bare: () => writeBare(clients, "Leads/upsert", upserts),
      ours: () => writeOurs("crmUpsertRecords", upserts),
    },
  );
  return { cases, close: () => clients.close() };
}
