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
  /** How many calls may be made at most, cleaning up included; each costs one to three credits. */
  budget: number;
  /** How a second is waited for; by the clock when left out. */
  waitASecond?: () => Promise<unknown>;
}

/** A question was not asked: it writes, or the budget is spent. */
export class NotAsked extends Error {}

/** Calls that are kept for deleting what was made. */
const RESERVE = 2;

/** A Zoho that is asked questions. What is made there has a name of its own and is deleted again. */
export class AskedZoho {
  private calls = 0;
  /** The ids of what was made, by module. */
  private readonly made = new Map<string, string[]>();
  /** Begins the names of all records that are made. */
  readonly prefix = `Conformance ${Date.now().toString(36)}`;

  constructor(
    readonly access: Access,
    private readonly terms: Terms,
  ) {}

  get callsMade(): number {
    return this.calls;
  }

  /** One call under `/crm/v8`, with the token after Zoho's own word or another. */
  async call(method: string, path: string, body?: unknown, word = "Zoho-oauthtoken"): Promise<Reply> {
    const isQuery = path === "/coql";
    if (method !== "GET" && !isQuery && this.terms.readOnly) throw new NotAsked("It writes.");
    if (this.calls >= this.terms.budget - (method === "DELETE" ? 0 : RESERVE))
      throw new NotAsked("The budget is spent.");
    return this.send(method, `${this.access.api}/crm/v8${path}`, {
      headers: { Authorization: `${word} ${this.access.token}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
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

  /** Asks the token endpoint for a token by a refresh token that nobody has. */
  async refreshWithNothing(): Promise<Reply> {
    const { tokenUrl, clientId = "", clientSecret = "" } = this.access;
    if (!tokenUrl) throw new NotAsked("The token endpoint is not known.");
    const form = { grant_type: "refresh_token", refresh_token: "1000.none.none", client_id: clientId };
    return this.send("POST", tokenUrl, {
      body: new URLSearchParams({ ...form, client_secret: clientSecret }),
    });
  }

  /** Writes records, and remembers those that were made. */
  async insert(module: string, records: readonly object[]): Promise<Reply> {
    const reply = await this.call("POST", `/${module}`, { data: records, trigger: [] });
    for (const { details } of objectsOf(reply.body.data)) {
      if (!isObject(details) || typeof details.id !== "string") continue;
      this.made.set(module, [...(this.made.get(module) ?? []), details.id]);
    }
    return reply;
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
  }

  private async send(method: string, url: string, init: RequestInit): Promise<Reply> {
    this.calls++;
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
