import { once } from "node:events";
import net from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { json, startTestServer, type TestServer } from "../testing";
import type { Route } from "./route";

/** Calls that stay in flight until they are let go. */
class Hold {
  private letGo: () => void = () => undefined;
  private held = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });
  private arrived = 0;
  private waiting: { count: number; resolve: () => void } | undefined;

  async stay(): Promise<void> {
    this.arrived++;
    if (this.waiting && this.arrived >= this.waiting.count) this.waiting.resolve();
    await this.held;
  }

  /** Settles once so many calls are held. */
  has(count: number): Promise<void> {
    if (this.arrived >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting = { count, resolve };
    });
  }

  release(): void {
    this.letGo();
  }
}

describe("limits", () => {
  let server: TestServer;
  let hold: Hold;
  let executed: number;

  const routes: Route[] = [
    {
      operation: "test.hold",
      method: "GET",
      path: "/crm/:version/hold",
      scopes: () => ["ZohoCRM.modules.READ"],
      subConcurrency: ({ query }) => query.has("costly"),
      handle: async () => {
        await hold.stay();
        return { status: 200, body: {} };
      },
    },
    {
      operation: "test.cost",
      method: "POST",
      path: "/crm/:version/cost",
      scopes: () => ["ZohoCRM.modules.CREATE"],
      credits: ({ query }, answer) => (answer.status === 200 ? Number(query.get("credits")) : 0),
      handle: () => {
        executed++;
        return { status: 200, body: {} };
      },
    },
    {
      operation: "test.plain",
      method: "GET",
      path: "/crm/:version/plain",
      scopes: () => ["ZohoCRM.modules.READ"],
      handle: () => ({ status: 200, body: {} }),
    },
  ];

  beforeEach(async () => {
    hold = new Hold();
    executed = 0;
    server = await startTestServer(routes);
  });
  afterEach(() => {
    hold.release();
    return server.close();
  });

  const get = (path: string) => fetch(`${server.url}/crm/v8/${path}`, { headers: server.authorization() });
  const spend = (credits: number) =>
    fetch(`${server.url}/crm/v8/cost?credits=${credits}`, json("POST", {}, server.authorization()));

  it("apiAccess: a profile without the permission is refused everywhere, with a token that is alive", async () => {
    await server.control("POST", "limits", { apiAccess: false });
    for (const path of ["/crm/v8/hold", "/crm/v8/nothing/at/all"]) {
      const response = await fetch(`${server.url}${path}`, { headers: server.authorization() });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({
        code: "NO_PERMISSION",
        details: { permissions: ["Crm_Implied_Api_Access"] },
        message: "permission denied",
        status: "error",
      });
    }
  });

  it("refuses calls beyond the concurrency, without doing anything, until one has ended", async () => {
    await server.control("POST", "limits", { concurrency: 3 });
    const held = [get("hold"), get("hold"), get("hold")];
    await hold.has(3);
    const refused = await spend(1);
    expect(refused.status).toBe(429);
    expect(refused.headers.has("retry-after")).toBe(false);
    expect(await refused.json()).toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringMatching(/concurrency/),
      status: "error",
    });
    expect(executed).toBe(0);
    hold.release();
    for (const response of await Promise.all(held)) expect(response.status).toBe(200);
    expect((await spend(1)).status).toBe(200);
    expect(await server.control("GET", "ledger")).toMatchObject({
      requests: 5,
      credits: 4,
      peakConcurrency: 4,
    });
  });

  it("keeps the place of a slow call until it has ended, and of one whose client has gone no longer", async () => {
    await server.control("POST", "limits", { concurrency: 1 });
    await server.control("POST", "faults", [{ effect: { delayMs: 600_000 } }]);
    const patience = new AbortController();
    const init = { headers: server.authorization(), signal: patience.signal };
    const slow = fetch(`${server.url}/crm/v8/plain`, init).catch((error: Error) => error.name);
    while (server.world.faults.list().length > 0) await turn();
    expect((await get("plain")).status).toBe(429);
    patience.abort();
    expect(await slow).toBe("AbortError");
    while ((await server.world.journal.entries()).length < 2) await turn();
    expect((await get("plain")).status).toBe(200);
  });

  it("gives back the place of a call whose client went while it was sending", async () => {
    await server.control("POST", "limits", { concurrency: 1 });
    const { Authorization } = server.authorization();
    const head = `POST /crm/v8/cost HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${Authorization}\r\nContent-Length: 9`;
    const socket = net.connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(`${head}\r\n\r\n{}`);
    await server.control("GET", "clock");
    socket.destroy();
    while ((await server.world.journal.entries()).length < 1) await turn();
    expect(executed).toBe(0);
    expect((await get("plain")).status).toBe(200);
  });

  it("counts calls that come in together, over connections that are open, as in flight together", async () => {
    const burst = async () => {
      const responses = await Promise.all(Array.from({ length: 15 }, () => get("plain")));
      await Promise.all(responses.map((response) => response.text()));
      return responses.map(({ status }) => status);
    };
    await burst();
    await server.control("POST", "limits", { concurrency: 5 });
    expect(new Set(await burst())).toEqual(new Set([200, 429]));
  });

  it("refuses an eleventh costly call, and lets others in meanwhile", async () => {
    const held = Array.from({ length: 10 }, () => get("hold?costly"));
    await hold.has(10);
    expect((await get("hold?costly")).status).toBe(429);
    expect((await get("plain")).status).toBe(200);
    hold.release();
    for (const response of await Promise.all(held)) expect(response.status).toBe(200);
    expect((await get("hold?costly")).status).toBe(200);
  });

  it("refuses calls once the credits of 24 hours are used, and gives credits back as they age", async () => {
    await server.control("POST", "limits", { creditsPerDay: 100 });
    expect((await spend(40)).status).toBe(200);
    await server.control("POST", "clock", { advanceSeconds: 3600 });
    expect((await spend(60)).status).toBe(200);
    const refused = await spend(1);
    expect(refused.status).toBe(429);
    expect(refused.headers.has("retry-after")).toBe(false);
    expect(await refused.json()).toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringMatching(/24 hour/),
    });
    expect(executed).toBe(2);

    await server.control("POST", "clock", { advanceSeconds: 23 * 3600 });
    const again = await spend(1);
    expect(again.status).toBe(200);
    expect(again.headers.get("x-api-credits-remaining")).toBe("39");
  });

  it("names the credits left only once half of them are used", async () => {
    await server.control("POST", "limits", { creditsPerDay: 10 });
    expect((await spend(4)).headers.has("x-api-credits-remaining")).toBe(false);
    expect((await spend(1)).headers.get("x-api-credits-remaining")).toBe("5");
    expect((await get("plain")).headers.get("x-api-credits-remaining")).toBe("4");
  });

  it("does not charge calls that are refused before their operation", async () => {
    await get("nowhere/to/be/found");
    await fetch(`${server.url}/crm/v8/plain`);
    await fetch(`${server.url}/crm/v8/plain`, { headers: server.authorization(["ZohoCRM.org.READ"]) });
    expect(await server.control("GET", "ledger")).toMatchObject({ requests: 3, credits: 0 });
  });

  it("are the edition's again, with no credits used, after a reset", async () => {
    await server.control("POST", "limits", { creditsPerDay: 10, concurrency: 1 });
    await spend(10);
    await server.control("POST", "reset", {});
    expect(await server.control("GET", "limits")).toMatchObject({
      creditsPerDay: 5_000_000,
      concurrency: 20,
      pagedRecords: 100_000,
    });
    expect((await spend(1)).status).toBe(200);
  });

  it.each([
    [{ concurrency: 0 }, "/concurrency"],
    [{ creditsPerDay: -1 }, "/creditsPerDay"],
    [{ searchLagSeconds: "1" }, "/searchLagSeconds"],
    [{ creditsPerHour: 5 }, "Unknown key creditsPerHour"],
  ])("cannot be set to %j", async (limits, complaint) => {
    await expect(server.control("POST", "limits", limits)).rejects.toThrow(complaint);
  });
});
