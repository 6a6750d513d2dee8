import { fullScopes } from "../accounts/client";
import { json, startTestServer, type TestServer } from "../testing";
import { crmRoutes } from "./routes";

/** A record or an item of an answer. */
export type Item = Record<string, unknown>;

/** What a write says of one record. */
export interface ResultItem {
  code: string;
  message: string;
  status: string;
  details: Item & { id: string };
  action?: string;
  duplicate_field?: string | null;
}

/** The parts of answers that tests look into. */
export interface Body {
  [key: string]: unknown;
  code: string;
  message: string;
  details: Item;
  data: (Item & ResultItem)[];
  info: Item & { next_page_token: string | null };
}

export interface Reply {
  status: number;
  body: Body;
  headers: Headers;
}

export interface TestCrm extends TestServer {
  /** A call under `/crm/v8`, or under another version: `v2:/Leads`. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** Adds one record and gives its id; throws when it is refused. */
  add(module: string, record: object): Promise<string>;
  /** The single record of that id. */
  read(module: string, id: string): Promise<Item>;
  /** What a list of settings holds, under its key. */
  list(path: string, key: string): Promise<Item[]>;
  /** A write of settings, in a list under their key. */
  write(method: string, path: string, key: string, ...items: object[]): Promise<Omit<Reply, "headers">>;
}

/** A sandbox with the CRM alone, and calls with tokens that may do everything. */
export async function startTestCrm(): Promise<TestCrm> {
  const server = await startTestServer([...crmRoutes]);
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const [version, rest] = path.startsWith("/") ? ["v8", path] : path.split(":", 2);
    const init = json(method, body, { ...server.authorization([...fullScopes]), ...headers });
    const response = await fetch(`${server.url}/crm/${version}${rest}`, init);
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  }

  const get = (path: string, headers?: Record<string, string>): Promise<Reply> =>
    call("GET", path, undefined, headers);

  return {
    ...server,
    call,
    get,
    async add(module, record) {
      const { status, body } = await call("POST", `/${module}`, { data: [record] });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.data[0].details.id;
    },
    async read(module, id) {
      return (await get(`/${module}/${id}`)).body.data[0] ?? {};
    },
    async list(path, key) {
      const { status, body } = await get(path);
      return status === 204 ? [] : (body[key] as Item[]);
    },
    async write(method, path, key, ...items) {
      const { status, body } = await call(method, path, items.length > 0 ? { [key]: items } : undefined);
      return { status, body };
    },
  };
}

/** The failure of one record among the results of a write. */
export const itemOf = ({ body }: Reply, index = 0): ResultItem => {
  const item = body.data[index];
  if (!item) throw new Error(`There is no result ${index}.`);
  return item;
};

/** A refusal as Zoho words it. */
export const error = (code: string, message: string, details: object = {}) => ({
  code,
  message,
  details,
  status: "error",
});

/** The answer to a write of which all items are refused. */
export const refusedBy = (key: string, ...errors: object[]) => ({ status: 400, body: { [key]: errors } });

/** Where in a body what is refused stands. */
export const at = (key: string, name: string, index = 0) => ({
  api_name: name,
  json_path: `$.${key}[${index}].${name}`,
});
