import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Cache } from "../../src/zoho/core/cache";
import type { JsonObject } from "../../src/zoho/core/json";
import { Crm } from "../../src/zoho/crm/crm";
import { Ledger } from "../../src/zoho/http/ledger";
import { RateLimiter } from "../../src/zoho/http/pacing/rateLimiter";
import { Transport, type TransportSettings } from "../../src/zoho/http/transport";
import { QuickClock } from "../support/quickClock";

/**
 * What happens to one write. `before` and `after` say whether it goes wrong before or after the records were
 * written; `items` fails every second record of the answer, `itemsAfter` although it was written;
 * `throttledItems` turns every second record away; `late 200` takes so many milliseconds.
 */
export type Mishap =
  | "none"
  | `late ${number}`
  | "slow"
  | "throttled"
  | "lostBefore"
  | "lostAfter"
  | "500Before"
  | "503After"
  | "junkAfter"
  | "items"
  | "itemsAfter"
  | "throttledItems";

type Stored = { readonly id: string; readonly createdAt: number; values: JsonObject };

/** One commit, as the server saw it. */
export interface Commit {
  readonly kind: "insert" | "update" | "delete";
  readonly id: string;
  readonly values: JsonObject;
}

interface Rules {
  /** Whether Zoho keeps the field `Code` unique. */
  readonly isUnique?: boolean;
  /** How Zoho compares and keeps values of `Code`. */
  readonly compares?: "exactly" | "trimmed" | "anyCase";
  /** Answers a request by itself; undefined leaves it to the server. */
  readonly instead?: (request: { method: string; path: string; body: JsonObject }) => Answer | undefined;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const field = (name: string, type: string, more: JsonObject = {}): JsonObject => ({
  api_name: name,
  field_label: name.replaceAll("_", " "),
  data_type: type,
  operation_type: { api_create: true, api_update: true },
  ...more,
});

const item = (status: "success" | "error", code: string, more: JsonObject = {}): JsonObject => ({
  status,
  code,
  message: code,
  details: {},
  ...more,
});

/**
 * A Leads module that checks for duplicates some time before it writes, loses answers by a script, and has a
 * clock of its own.
 */
export class HostileLeads {
  readonly commits: Commit[] = [];
  readonly requests: { method: string; path: string; body: JsonObject }[] = [];
  mishaps: Mishap[] = [];
  rules: Rules = {};
  /** Milliseconds that the server's clock is ahead. */
  aheadMs = 3_600_000;
  private readonly records = new Map<string, Stored>();
  private readonly binned: { id: string; at: number }[] = [];
  private nextId = 1;
  private readonly serving = new Set<Promise<void>>();
  private readonly server = createServer((request, response) => {
    const served = this.serve(request, response).finally(() => this.serving.delete(served));
    this.serving.add(served);
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Forgets everything, once what is still being carried out is done. */
  async clear(): Promise<void> {
    await Promise.allSettled(this.serving);
    for (const list of [this.commits, this.requests, this.binned]) list.length = 0;
    this.mishaps = [];
    this.rules = {};
    this.records.clear();
  }

  get held(): readonly JsonObject[] {
    return [...this.records.values()].map(({ id, values }) => ({ ...values, id }));
  }

  get writes() {
    return this.requests.filter(({ method, path }) => method !== "GET" && !path.includes("/coql"));
  }

  /** Another client's record. */
  put(values: JsonObject, ageMs = 0): string {
    const id = this.id();
    this.records.set(id, { id, createdAt: this.now() - ageMs, values });
    return id;
  }

  crm(settings: Partial<TransportSettings> = {}): Crm {
    const clock = settings.clock ?? new QuickClock();
    const silent = { debug: () => {}, info: () => {}, warn: () => {} };
    const { port } = this.server.address() as AddressInfo;
    return new Crm(
      new Transport({
        product: "crm",
        base: `http://127.0.0.1:${port}`,
        version: "v8",
        token: "token",
        secrets: [],
        limiter: new RateLimiter(clock),
        ledger: new Ledger(),
        cache: new Cache(),
        log: silent,
        clock,
        ...settings,
      }),
    );
  }

  private now = (): number => Date.now() + this.aheadMs;
  private id = (): string => `57257670000${String(this.nextId++).padStart(8, "0")}`;
  private time = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const { method = "GET", url = "/" } = request;
    const asked = { method, path: url, body: text === "" ? {} : JSON.parse(text) };
    this.requests.push(asked);
    const send = ({ status, body }: Answer): void => {
      response.writeHead(status, {
        date: new Date(this.now()).toUTCString(),
        "content-type": "application/json",
      });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const own = this.rules.instead?.(asked);
    if (own) return send(own);
    if (method === "GET" || url.includes("/coql")) return send(this.read(asked));
    const mishap = this.mishaps.shift() ?? "none";
    if (mishap === "throttled") return send({ status: 429, body: item("error", "TOO_MANY_REQUESTS") });
    if (mishap === "lostBefore") return void request.socket.destroy();
    if (mishap === "500Before") return send({ status: 500, body: item("error", "INTERNAL_ERROR") });
    if (mishap === "slow") await wait(5);
    if (mishap.startsWith("late ")) await wait(Number(mishap.slice(5)));
    const answer = await this.write(asked, mishap);
    if (mishap === "lostAfter") return void request.socket.destroy();
    if (mishap === "503After") return send({ status: 503, body: "maintenance" });
    send(mishap === "junkAfter" ? { status: 200, body: { maintenance: true } } : answer);
  }

  private read({ path, body }: { path: string; body: JsonObject }): Answer {
    const { pathname } = new URL(path, "http://zoho");
    if (pathname.endsWith("/settings/fields")) return { status: 200, body: { fields: this.fields() } };
    if (pathname.endsWith("/Leads/deleted")) {
      const data = this.binned.map(({ id, at }) => ({ id, deleted_time: this.time(at), type: "recycle" }));
      return data.length > 0
        ? { status: 200, body: { data, info: { more_records: false } } }
        : { status: 204 };
    }
    if (pathname.endsWith("/coql")) {
      const wanted = [...String(body.select_query).matchAll(/'((?:[^']|'')*)'/g)].map(([, value]) => value);
      return this.rows(({ values }) => wanted.some((value) => this.same(value, values.Code)));
    }
    return this.rows(({ id }) => pathname.endsWith(`/${id}`));
  }

  private rows(isWanted: (stored: Stored) => boolean): Answer {
    const found = [...this.records.values()].filter(isWanted);
    if (found.length === 0) return { status: 204 };
    const data = found.map(({ id, createdAt, values }) => ({
      ...values,
      id,
      Created_Time: this.time(createdAt),
    }));
    return { status: 200, body: { data, info: { more_records: false, count: data.length } } };
  }

  private fields(): JsonObject[] {
    return [
      field("Last_Name", "text", { system_mandatory: true }),
      field("Email", "email"),
      field("Note", "text"),
      field("Code", "text", this.rules.isUnique === false ? {} : { unique: { casesensitive: "" } }),
      field("Created_Time", "datetime", { operation_type: { api_create: false, api_update: false } }),
    ];
  }

  private same(left: unknown, right: unknown): boolean {
    const { compares = "exactly" } = this.rules;
    const form = (value: unknown): string => {
      const text = compares === "exactly" ? String(value) : String(value).trim();
      return compares === "anyCase" ? text.toLowerCase() : text;
    };
    return left !== undefined && right !== undefined && form(left) === form(right);
  }

  private async write(
    { method, path, body }: { method: string; path: string; body: JsonObject },
    mishap: Mishap,
  ): Promise<Answer> {
    const { pathname, searchParams } = new URL(path, "http://zoho");
    if (method === "DELETE") return this.remove((searchParams.get("ids") ?? "").split(","));
    const given = (body.data as JsonObject[]).map((values, place) => ({ values, place }));
    const isUpsert = pathname.endsWith("/upsert");
    const checked = (body.duplicate_check_fields as string[] | undefined) ?? ["Email"];
    const kept = this.rules.isUnique === false ? [] : ["Code"];
    const data: JsonObject[] = [];
    for (const { values, place } of given) {
      const struck = place % 2 === 1;
      if (struck && mishap === "items") data.push(item("error", "INTERNAL_ERROR"));
      else if (struck && mishap === "throttledItems") data.push(item("error", "TOO_MANY_REQUESTS"));
      else {
        const found = isUpsert
          ? this.find(values, [...checked, ...kept])
          : this.records.get(String(values.id));
        // Between the check and the writing, others get their turn.
        if (place % 10 === 0) await wait(1);
        const result = method === "PUT" || found ? this.update(found, values) : this.insert(values, kept);
        data.push(struck && mishap === "itemsAfter" ? item("error", "INTERNAL_ERROR") : result);
      }
    }
    return { status: 200, body: { data } };
  }

  private find(values: JsonObject, names: readonly string[]): Stored | undefined {
    const stored = [...this.records.values()];
    for (const name of names) {
      const found = stored.find((other) => this.same(values[name], other.values[name]));
      if (found) return found;
    }
    return undefined;
  }

  private insert(values: JsonObject, kept: readonly string[]): JsonObject {
    const other = this.find(values, kept);
    if (other) {
      const details = { api_name: "Code", json_path: "$.data[0].Code", duplicate_record: { id: other.id } };
      return item("error", "DUPLICATE_DATA", { details });
    }
    const { compares = "exactly" } = this.rules;
    const code = typeof values.Code === "string" && compares !== "exactly" ? values.Code.trim() : values.Code;
    const id = this.put({ ...values, ...(code === undefined ? {} : { Code: code }) });
    this.commits.push({ kind: "insert", id, values });
    return item("success", "SUCCESS", { details: { id }, action: "insert", message: "record added" });
  }

  private update(stored: Stored | undefined, values: JsonObject): JsonObject {
    if (!stored)
      return item("error", "INVALID_DATA", { details: { api_name: "id", json_path: "$.data[0].id" } });
    stored.values = { ...stored.values, ...values };
    this.commits.push({ kind: "update", id: stored.id, values });
    return item("success", "SUCCESS", {
      details: { id: stored.id },
      action: "update",
      message: "record updated",
    });
  }

  private remove(ids: readonly string[]): Answer {
    const data = ids.map((id) => {
      if (!this.records.delete(id)) return item("error", "INVALID_DATA", { details: { id } });
      this.binned.push({ id, at: this.now() });
      this.commits.push({ kind: "delete", id, values: {} });
      return item("success", "SUCCESS", { details: { id } });
    });
    return { status: 200, body: { data } };
  }
}
