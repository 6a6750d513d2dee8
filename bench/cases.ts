import { actionContext } from "../harness/context";
import { loadComponent } from "../harness/load";
import { withDefaults } from "../harness/params";
import { begin, emptyState } from "../harness/state";
import { BareClient } from "./bare";
import type { Case } from "./compare";
import type { SandboxProcess } from "./sandbox";

const RECORDS = 10_000;
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

/** The four measurements: one read, one write, and 10,000 records by list and by query. The write comes last, as it adds records. */
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
  return { cases, close: () => clients.close() };
}
