import { once } from "node:events";
import { createServer } from "node:http";
import { isObject, objectsOf } from "../crm/objects";

export interface Reply {
  status: number;
  body: Record<string, unknown>;
  /** Milliseconds since the epoch by the answer's own header. */
  date: number;
}

/** How a Zoho is reached: a connection value as the platform has it, or what is read from a refresh token. */
export interface Access {
  /** The address of the API, such as `https://www.zohoapis.eu`. */
  api: string;
  token: string;
  /** The token endpoint and the client, where they are known. */
  tokenUrl?: string;
  clientId?: string;
  clientSecret?: string;
}

export interface Terms {
  /** Nothing is written. */
  readOnly: boolean;
  /** How many credits may be spent at most, cleaning up included. */
  budget: number;
  /**
   * Where Zoho reaches a port of this machine: its public address, of a tunnel for example. A Zoho on this
   * machine needs none.
   */
  notify?: { url: string; port: number };
  /** How a second is waited for; by the clock when left out. */
  waitASecond?: () => Promise<unknown>;
}

/** What calls cost that cost more than one credit. */
function creditsOf(method: string, path: string): number {
  if (method !== "POST") return 1;
  return path === "/crm/bulk/v8/read" ? 50 : path === "/crm/bulk/v8/write" ? 500 : 1;
}

/** Seconds within which a call that was refused comes again, if it does. */
const REPEATED_WITHIN = 30;

/** A question was not asked: it writes, or the budget is spent. */
export class NotAsked extends Error {}

/** What a Zoho does, by the name of a choice; undefined where its answers do not tell. */
export type Question = (zoho: AskedZoho) => Promise<string | undefined>;

/** A Zoho that is asked questions. What is made there has a name of its own and is deleted again. */
export class AskedZoho {
  private spent = 0;
  /** The ids of what was made, by module. */
  private readonly made = new Map<string, string[]>();
  /** The paths of what was made in Books. */
  private readonly madeInBooks: string[] = [];
  private organizationId: Promise<string> | undefined;
  /** Begins the names of all records that are made. */
  readonly prefix = `Conformance ${Date.now().toString(36)}`;

  constructor(
    readonly access: Access,
    private readonly terms: Terms,
  ) {}

  /** Credits of all calls up to now. */
  get creditsSpent(): number {
    return this.spent;
  }

  /**
   * One call under `/crm/v8`, or under `/crm/` where the path says so, with the token after Zoho's own word
   * or another.
   */
  async call(method: string, path: string, body?: unknown, word = "Zoho-oauthtoken"): Promise<Reply> {
    const isQuery = path === "/coql";
    if (method !== "GET" && !isQuery && this.terms.readOnly) throw new NotAsked("It writes.");
    this.spend(method, creditsOf(method, path));
    const at = path.startsWith("/crm/") ? path : `/crm/v8${path}`;
    return this.send(method, this.access.api + at, {
      headers: { Authorization: `${word} ${this.access.token}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /**
   * One call of Books, which names the user's first organization in the query, with a body of JSON or a form;
   * what a POST of JSON makes is deleted by `cleanUp`.
   */
  async books(method: string, path: string, body?: object): Promise<Reply> {
    if (method !== "GET" && this.terms.readOnly) throw new NotAsked("It writes.");
    const id = await this.organizationOfBooks();
    this.spend(method, 1);
    const form = body instanceof FormData ? body : undefined;
    const url = `${this.access.api}/books/v3${path}${path.includes("?") ? "&" : "?"}organization_id=${id}`;
    const Authorization = `Zoho-oauthtoken ${this.access.token}`;
    return this.send(method, url, {
      headers: form || !body ? { Authorization } : { Authorization, "Content-Type": "application/json" },
      ...(body && { body: form ?? JSON.stringify(body) }),
    });
  }

  /** The id of the user's first organization of Books. */
  organizationOfBooks(): Promise<string> {
    this.organizationId ??= this.firstOrganization();
    return this.organizationId;
  }

  /** A new record of Books, and its id, which stands under `idKey` in what `key` holds. */
  async booksRecord(path: string, [key, idKey]: readonly [string, string], record: object): Promise<string> {
    const { body } = await this.books("POST", path, record);
    const made = body[key];
    const id = isObject(made) ? made[idKey] : undefined;
    if (typeof id !== "string") throw new Error(`Books does not take a record: ${JSON.stringify(body)}`);
    this.madeInBooks.push(`${path}/${id}`);
    return id;
  }

  /** Uploads a file to the host for uploads, for a bulk write into the organization `zgid`. */
  async upload(file: Blob, name: string, zgid: string): Promise<Reply> {
    if (this.terms.readOnly) throw new NotAsked("It writes.");
    const form = new FormData();
    form.set("file", file, name);
    const headers = {
      Authorization: `Zoho-oauthtoken ${this.access.token}`,
      feature: "bulk-write",
      "X-CRM-ORG": zgid,
    };
    return this.send("POST", `${this.contentHost}/crm/v8/upload`, { headers, body: form });
  }

  /** The bytes at an address: a whole one, or a path on the host of the API or of downloads. */
  async download(address: string): Promise<Buffer> {
    const host = address.startsWith("/crm/") ? this.access.api : this.contentHost;
    const headers = { Authorization: `Zoho-oauthtoken ${this.access.token}` };
    const response = await fetch(new URL(address, host), { headers });
    if (!response.ok) throw new Error(`Zoho answered ${response.status} to a download.`);
    return Buffer.from(await response.arrayBuffer());
  }

  private get contentHost(): string {
    return this.access.api.replace("//www.", "//content.");
  }

  /** Lets the second end that times are told in. */
  async nextSecond(): Promise<void> {
    await (this.terms.waitASecond?.() ?? new Promise((resolve) => setTimeout(resolve, 1100)));
  }

  /**
   * A query; one that is refused as a syntax error is sent once more, since that is reported to happen to
   * good ones.
   */
  async query(select_query: string): Promise<Reply> {
    const first = await this.call("POST", "/coql", { select_query });
    return first.body.code === "SYNTAX_ERROR" ? this.call("POST", "/coql", { select_query }) : first;
  }

  /** When something is seen: at once, late, or not within a minute. */
  async seen(look: () => Promise<boolean>): Promise<"atOnce" | "late" | undefined> {
    if (await look()) return "atOnce";
    for (let time = 0; time < 10; time++) {
      for (let second = 0; second < 6; second++) await this.nextSecond();
      if (await look()) return "late";
    }
    return undefined;
  }

  /** The answer to a query for what was just made, asked again for some seconds while it finds nothing. */
  async queryOfNew(text: string): Promise<Reply> {
    for (let second = 0; second < 10; second++) {
      const reply = await this.query(text);
      if (reply.status !== 204) return reply;
      await this.nextSecond();
    }
    return this.query(text);
  }

  /**
   * How often a channel calls about one new lead when the receiver refuses each call, within some seconds.
   * @throws NotAsked where Zoho cannot reach this machine.
   */
  async callsRefused(): Promise<number> {
    const isNear = /^https?:\/\/(127\.0\.0\.1|localhost)\b/.test(this.access.api);
    const { notify } = this.terms;
    if (!notify && !isNear) throw new NotAsked("Zoho cannot reach this machine: --notify-url says how.");
    let calls = 0;
    const server = createServer((_request, response) => {
      calls += 1;
      response.writeHead(503).end();
    });
    server.listen(notify?.port ?? 0, notify ? undefined : "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = isObject(address) ? String(address.port) : "";
    const channel_id = String(Date.now());
    const channel = { channel_id, events: ["Leads.create"], token: this.prefix };
    const notify_url = notify?.url ?? `http://127.0.0.1:${port}/`;
    try {
      await this.call("POST", "/actions/watch", { watch: [{ ...channel, notify_url }] });
      await this.lead();
      for (let second = 0; second < REPEATED_WITHIN && calls < 2; second++) await this.nextSecond();
      await this.call("DELETE", `/actions/watch?channel_ids=${channel_id}`);
      return calls;
    } finally {
      server.close();
    }
  }

  /** Asks the token endpoint for a token by a refresh token that nobody has. */
  refreshWithNothing(): Promise<Reply> {
    return this.tokenBy({ grant_type: "refresh_token", refresh_token: "1000.none.none" });
  }

  /** Asks the token endpoint for a token that belongs to an organization that nobody has. */
  tokenOfNoOrganization(): Promise<Reply> {
    const scope = "ZohoCRM.modules.READ";
    return this.tokenBy({ grant_type: "client_credentials", scope, soid: "ZohoCRM.1" });
  }

  private async tokenBy(grant: Readonly<Record<string, string>>): Promise<Reply> {
    const { tokenUrl, clientId = "", clientSecret = "" } = this.access;
    if (!tokenUrl) throw new NotAsked("The token endpoint is not known.");
    this.spend("GET", 1);
    const form = { ...grant, client_id: clientId, client_secret: clientSecret };
    return this.send("POST", tokenUrl, { body: new URLSearchParams(form) });
  }

  /** Writes records, by an upsert where `more` is given, and remembers those that were made. */
  async insert(module: string, records: readonly object[], more?: { upsert: object }): Promise<Reply> {
    const path = more ? `/${module}/upsert` : `/${module}`;
    const reply = await this.call("POST", path, { data: records, trigger: [], ...more?.upsert });
    for (const { details } of objectsOf(reply.body.data))
      if (isObject(details) && typeof details.id === "string") this.remember(module, details.id);
    return reply;
  }

  /** Has `cleanUp` delete a record that was made. */
  remember(module: string, id: string): void {
    this.made.set(module, [...new Set([...(this.made.get(module) ?? []), id])]);
  }

  /** A new lead, and its id. */
  async lead(more: object = {}): Promise<string> {
    const { body } = await this.insert("Leads", [this.leadNamed(more)]);
    const [result] = objectsOf(body.data);
    if (isObject(result?.details) && typeof result.details.id === "string") return result.details.id;
    throw new Error(`Zoho does not take a lead: ${JSON.stringify(body)}`);
  }

  leadNamed(more: object = {}): object {
    return { Last_Name: this.prefix, Company: this.prefix, ...more };
  }

  /** Deletes all that was made. */
  async cleanUp(): Promise<void> {
    for (const [module, ids] of this.made) {
      await this.call("DELETE", `/${module}?ids=${ids.join(",")}&wf_trigger=false`);
    }
    this.made.clear();
    // What was made last may stand on what was made before.
    for (const path of this.madeInBooks.splice(0).reverse()) await this.books("DELETE", path);
  }

  private async firstOrganization(): Promise<string> {
    this.spend("GET", 1);
    const headers = { Authorization: `Zoho-oauthtoken ${this.access.token}` };
    const { body } = await this.send("GET", `${this.access.api}/books/v3/organizations`, { headers });
    const [first] = objectsOf(body.organizations);
    if (typeof first?.organization_id !== "string") throw new NotAsked("There is no organization of Books.");
    return first.organization_id;
  }

  /** Throws NotAsked where a call would leave less than deleting what was made, and what it makes, takes. */
  private spend(method: string, credits: number): void {
    const kept = method === "DELETE" ? 0 : this.made.size + this.madeInBooks.length + 1;
    if (this.spent + credits > this.terms.budget - kept) throw new NotAsked("The budget is spent.");
    this.spent += credits;
  }

  private async send(method: string, url: string, init: RequestInit): Promise<Reply> {
    const response = await fetch(url, { method, ...init });
    const text = await response.text();
    const body: unknown = text === "" ? {} : JSON.parse(text);
    return {
      status: response.status,
      body: isObject(body) ? body : {},
      date: Date.parse(response.headers.get("date") ?? ""),
    };
  }
}
