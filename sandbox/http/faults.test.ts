import { setImmediate as turn } from "node:timers/promises";
import { json, rawExchange, startTestServer, type TestServer } from "../testing";
import type { Route } from "./route";

describe("faults", () => {
  let server: TestServer;
  let things: unknown[];

  const routes: Route[] = [
    {
      operation: "test.things.list",
      method: "GET",
      path: "/crm/:version/Things",
      scopes: () => ["ZohoCRM.modules.READ"],
      handle: () => (things.length === 0 ? { status: 204 } : { status: 200, body: { data: things } }),
    },
    {
      operation: "test.things.create",
      method: "POST",
      path: "/crm/:version/Things",
      scopes: () => ["ZohoCRM.modules.CREATE"],
      handle: ({ body }) => {
        things.push(body);
        return { status: 201, body: { data: [{ code: "SUCCESS" }] } };
      },
    },
  ];

  beforeEach(async () => {
    things = [{ name: "first of all the things there are" }];
    server = await startTestServer(routes);
  });
  afterEach(() => server.close());

  const fault = (...faults: object[]) => server.control("POST", "faults", faults);
  const list = (init: RequestInit = {}) =>
    fetch(`${server.url}/crm/v8/Things`, { headers: server.authorization(), ...init });
  const create = () =>
    fetch(`${server.url}/crm/v8/Things`, json("POST", { name: "new" }, server.authorization()));
  const raw = (method: string, body = "") => {
    const { Authorization } = server.authorization();
    const head = `${method} /crm/v8/Things HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${Authorization}\r\n`;
    return rawExchange(server.url, `${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  };

  async function untilFaultsAre(count: number): Promise<void> {
    while (server.world.faults.list().length !== count) await turn();
  }
  async function untilRequestsAre(count: number): Promise<void> {
    while ((await server.world.journal.entries()).length !== count) await turn();
  }

  describe("which calls they strike", () => {
    it("strikes by method and path, after those to skip, as many times as said", async () => {
      await fault({ method: "GET", path: "^/crm/v8/Things$", skip: 1, times: 2, effect: { status: 503 } });
      const statuses: number[] = [];
      for (let count = 0; count < 4; count++) statuses.push((await list()).status);
      expect(statuses).toEqual([200, 503, 503, 200]);
      expect(await server.control("GET", "faults")).toEqual({ faults: [] });
    });

    it("leaves other methods and paths alone, and is struck once where nothing is said", async () => {
      await fault({ method: "POST", effect: { status: 500 } }, { path: "/Others$", effect: { status: 500 } });
      expect((await list()).status).toBe(200);
      expect((await create()).status).toBe(500);
      expect((await create()).status).toBe(201);
    });

    it("sees the path without data centre and query", async () => {
      await fault({ path: "^/crm/v8/Things$", effect: { status: 502 } });
      const headers = server.authorization(undefined, "eu");
      expect((await fetch(`${server.url}/dc/eu/crm/v8/Things?fields=a`, { headers })).status).toBe(502);
    });

    it("strikes the accounts server, and never the control interface", async () => {
      await fault({ times: 5, effect: { status: 500 } });
      expect((await fetch(`${server.url}/__sandbox/ledger`)).status).toBe(200);
      expect((await fetch(`${server.url}/oauth/v2/token`, { method: "POST" })).status).toBe(500);
    });

    it("is not used up by a call without a valid token", async () => {
      await fault({ effect: { status: 500 } });
      expect((await fetch(`${server.url}/crm/v8/Things`)).status).toBe(401);
      expect((await list()).status).toBe(500);
    });

    it("adds to those that are there; DELETE clears them", async () => {
      await fault({ effect: { status: 500 } });
      expect(await fault({ path: "x", probability: 0.5, effect: { reset: true } })).toEqual({
        faults: [
          { skip: 0, times: 1, effect: { status: 500 } },
          { path: "x", probability: 0.5, skip: 0, times: 1, effect: { reset: true } },
        ],
      });
      expect(await server.control("DELETE", "faults")).toEqual({ faults: [] });
      expect((await list()).status).toBe(200);
    });

    it("strikes by chance, the same calls for the same seed", async () => {
      const draw = async () => {
        await server.control("POST", "reset", { seed: 42 });
        await fault({ times: 1000, probability: 0.5, effect: { status: 500 } });
        const statuses: number[] = [];
        for (let count = 0; count < 30; count++) statuses.push((await list()).status);
        await server.control("DELETE", "faults");
        return statuses;
      };
      const first = await draw();
      expect(new Set(first)).toEqual(new Set([200, 500]));
      expect(await draw()).toEqual(first);
    });

    it.each([
      [[{ efect: {} }], "Unknown key efect at /0"],
      [[{ effect: { code: 1 } }], "Unknown key code at /0/effect"],
      [[{ effect: { status: 99 } }], "/0/effect/status"],
      [[{ effect: { headers: { "a b": "c" } } }], "/0/effect/headers"],
      [[{ path: "(", effect: {} }], "regular expression"],
      [{ effect: {} }, "array"],
    ])("refuses %j and says why", async (faults, complaint) => {
      await expect(server.control("POST", "faults", faults)).rejects.toThrow(complaint);
      expect(await server.control("GET", "faults")).toEqual({ faults: [] });
    });
  });

  describe("what is answered", () => {
    it("sends status, body and headers in place of the answer; nothing has happened, and it costs nothing", async () => {
      const effect = { status: 429, body: { code: "X" }, headers: { "Retry-After": 2 } };
      await fault({ method: "POST", effect });
      const response = await create();
      expect(response.status).toBe(429);
      expect(response.headers.get("retry-after")).toBe("2");
      expect(await response.json()).toEqual({ code: "X" });
      expect(things).toHaveLength(1);
      expect(await server.control("GET", "ledger")).toMatchObject({ requests: 1, credits: 0 });
    });

    it("takes the call's effect and cost first with applied, beside the effect or in it", async () => {
      await fault({ effect: { status: 500, applied: true } }, { applied: true, effect: { status: 502 } });
      expect((await create()).status).toBe(500);
      expect((await create()).status).toBe(502);
      expect(things).toHaveLength(3);
      expect(await server.control("GET", "ledger")).toMatchObject({ requests: 2, credits: 2 });
    });

    it("uses Zoho's words for a status that comes without a body", async () => {
      await fault({ effect: { status: 500 } }, { effect: { status: 503 } }, { effect: { status: 401 } });
      const codes: unknown[] = [];
      for (let count = 0; count < 3; count++)
        codes.push(((await (await list()).json()) as { code: string }).code);
      expect(codes).toEqual(["INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "INVALID_TOKEN"]);
    });

    it("sends a string, or the maintenance page, as HTML", async () => {
      await fault({ effect: { status: 200, body: "<html>hello</html>" } }, { effect: { html: true } });
      const page = await list();
      expect(page.headers.get("content-type")).toMatch(/^text\/html/);
      expect(await page.text()).toBe("<html>hello</html>");
      const maintenance = await list();
      expect(maintenance.status).toBe(503);
      expect(await maintenance.text()).toMatch(/<html>[\s\S]*maintenance/);
    });

    it("adds headers to the call's own answer where that is all it does", async () => {
      await fault({ effect: { headers: { "Content-Type": "text/plain" } } });
      const response = await create();
      expect(response.status).toBe(201);
      expect(response.headers.get("content-type")).toBe("text/plain");
      expect(things).toHaveLength(2);
    });
  });

  describe("what happens to the connection", () => {
    it("is reset before a byte is sent, the call not carried out, or with applied carried out", async () => {
      await fault({ effect: { reset: true } }, { effect: { reset: true, applied: true } });
      expect(await raw("POST", "{}")).toEqual({ text: "", end: "reset" });
      expect(things).toHaveLength(1);
      expect(await raw("POST", "{}")).toEqual({ text: "", end: "reset" });
      expect(things).toHaveLength(2);
    });

    it("ends in the middle of the body, which was announced in full", async () => {
      await fault(
        { effect: { truncate: 10 } },
        { effect: { truncate: true } },
        { effect: { truncate: 100_000 } },
      );
      const whole = JSON.stringify({ data: things });
      for (const kept of [10, Math.floor(whole.length / 2), whole.length - 1]) {
        const { text, end } = await raw("GET");
        const [head, body] = text.split("\r\n\r\n");
        expect(head).toMatch(new RegExp(`^HTTP/1.1 200 OK[\\s\\S]*Content-Length: ${whole.length}\r\n`));
        expect(body).toBe(whole.slice(0, kept));
        expect(end).toBe("closed");
      }
    });

    it("does not carry out a write whose answer is cut, but with applied", async () => {
      await fault({ effect: { truncate: 10_000 } }, { effect: { truncate: 5, applied: true } });
      await expect(create().then((response) => response.text())).rejects.toThrow();
      expect(things).toHaveLength(1);
      await expect(create().then((response) => response.text())).rejects.toThrow();
      expect(things).toHaveLength(2);
    });

    it("is reset where there is no body that could be cut", async () => {
      things = [];
      await fault({ effect: { truncate: true } });
      expect(await raw("GET")).toEqual({ text: "", end: "reset" });
    });

    it("comes a few bytes at a time, and is whole", async () => {
      things = [{ id: "1", name: "Zoë 𝄞 ".repeat(2000) }];
      await fault({ effect: { slice: 1 } }, { effect: { slice: 7 } }, { effect: { slice: 3 } });
      for (const _ of [1, 7, 3]) expect(await (await list()).json()).toEqual({ data: things });
    });

    it("carries out a write whose answer comes a few bytes at a time", async () => {
      await fault({ effect: { slice: 2 } });
      expect((await create()).status).toBe(201);
      expect(things).toHaveLength(2);
    });

    it("comes compressed, and is cut or swells", async () => {
      await fault({ effect: { gzip: "cut" } }, { effect: { gzip: "bomb" } });
      await expect(list().then((response) => response.json())).rejects.toThrow();
      expect(await (await list()).text()).toHaveLength(64 * 1024 * 1024);
    });

    it("is longer than it was announced", async () => {
      await fault({ effect: { understate: 4 } });
      const whole = JSON.stringify({ data: things });
      expect(await (await list()).text()).toBe(whole.slice(0, -4));
    });

    it("stalls in the middle of the body until the client goes", async () => {
      await fault({ effect: { stall: true } });
      const patience = new AbortController();
      const response = await list({ signal: patience.signal });
      expect(response.status).toBe(200);
      const reader = response.body?.getReader();
      const whole = JSON.stringify({ data: things });
      let read = "";
      while (read.length < Math.floor(whole.length / 2)) {
        read += Buffer.from((await reader?.read())?.value ?? []).toString();
      }
      expect(read).toBe(whole.slice(0, Math.floor(whole.length / 2)));
      patience.abort();
      await expect(reader?.read()).rejects.toThrow();
    });

    it("waits before the call is carried out, which does not happen where the client has gone by then", async () => {
      await fault({ method: "POST", effect: { delayMs: 600_000 } });
      const patience = new AbortController();
      const init = { ...json("POST", { name: "new" }, server.authorization()), signal: patience.signal };
      const response = fetch(`${server.url}/crm/v8/Things`, init).catch((error: Error) => error.name);
      await untilFaultsAre(0);
      patience.abort();
      expect(await response).toBe("AbortError");
      await untilRequestsAre(1);
      expect(await server.control("GET", "requests")).toMatchObject({
        requests: [{ method: "POST", status: 499 }],
      });
      expect(things).toHaveLength(1);
    });

    it("waits after the call is carried out with applied, and then answers", async () => {
      await fault({ effect: { delayMs: 30, applied: true } }, { effect: { delayMs: 30 } });
      expect((await create()).status).toBe(201);
      expect((await create()).status).toBe(201);
      expect(things).toHaveLength(3);
    });
  });
});
