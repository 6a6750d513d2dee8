import { channel } from "node:diagnostics_channel";
import { once } from "node:events";
import https from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import tls from "node:tls";
import { crmAt, type Hostile, json, startHostile } from "../../../test/hostile/zoho";
import { fileOperations } from "../crm/files/files";
import { recordOperations } from "../crm/records/operations";

/* Real sockets: what is certain of a request that got no answer, by how far its connection had come. */

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const call = { path: { module: "Leads" }, body: { data: [{ Last_Name: "Burns" }] } };
const created = {
  data: [{ code: "SUCCESS", details: { id: "1" }, message: "record added", status: "success" }],
};

/** Breaks the connector's own end of a connection, as the kernel does when the network is gone. */
const breaking = (code: string) =>
  Object.assign(new Error(`read ${code}`), { code, errno: -113, syscall: "read" });

describe("an insert whose connection breaks after it was sent is never sent again", () => {
  const clients: Socket[] = [];
  const note = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    clients.push(socket);
  };
  const opened = channel("net.client.socket");
  beforeEach(() => opened.subscribe(note));
  afterEach(() => {
    opened.unsubscribe(note);
    clients.length = 0;
  });

  test.each([
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPROTO",
    "ENOTFOUND",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
  ])("%s", async (code) => {
    zoho.respond(({ socket }) => {
      clients.find(({ localPort }) => localPort === socket.remotePort)?.destroy(breaking(code));
    });
    const crm = crmAt({ url: zoho.url });
    await expect(crm.send(recordOperations.insertRecords, call)).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
      message: expect.stringContaining(`${code}: read ${code}`),
      details: { cause: "NO_ANSWER" },
    });
    expect(zoho.received).toHaveLength(1);
  });

  test("for a reason without a code", async () => {
    zoho.respond(({ socket }) => {
      clients.find(({ localPort }) => localPort === socket.remotePort)?.destroy(new Error("broken"));
    });
    const insert = crmAt({ url: zoho.url }).send(recordOperations.insertRecords, call);
    await expect(insert).rejects.toThrow("connection lost: broken");
  });

  test("on a connection that was used before", async () => {
    zoho.respond((_, response) => json(response, 201, created));
    const crm = crmAt({ url: zoho.url });
    await crm.send(recordOperations.insertRecords, call);
    zoho.respond(({ socket }) => {
      clients.find(({ localPort }) => localPort === socket.remotePort)?.destroy(breaking("EHOSTUNREACH"));
    });
    await expect(crm.send(recordOperations.insertRecords, call)).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
    });
    expect(zoho.received).toHaveLength(1);
    expect(clients).toHaveLength(1);
  });
});

test("an insert that was given to a TLS connection is never sent again", async () => {
  // Ciphers that take no certificate, which only this test lets a client have.
  const open = { ciphers: "aNULL:@SECLEVEL=0", maxVersion: "TLSv1.2" } as const;
  const received: string[] = [];
  const server = https.createServer(open, ({ method = "", socket }) => {
    received.push(method);
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { connect } = tls;
  const trusting = (options: tls.ConnectionOptions) =>
    connect({ ...options, ...open, rejectUnauthorized: false });
  Object.assign(tls, { connect: trusting });
  try {
    const { port } = server.address() as AddressInfo;
    const insert = crmAt({ url: `https://127.0.0.1:${port}` }).send(recordOperations.insertRecords, call);
    await expect(insert).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(received).toEqual(["POST"]);
  } finally {
    Object.assign(tls, { connect });
    server.close();
  }
});

describe("an insert that never left is sent again, and says so in the end", () => {
  const listening = async (onConnection: (socket: Socket) => void) => {
    const server = createServer(onConnection).listen(0, "127.0.0.1");
    await once(server, "listening");
    return { server, port: (server.address() as AddressInfo).port };
  };
  const unsentTo = (host: string) => ({
    kind: "unavailable",
    code: "UNREACHABLE",
    message: expect.stringMatching(`could not be reached at ${host} .* Nothing was sent`),
  });

  test("where the name of the host is unknown", async () => {
    const crm = crmAt({ url: "http://no-such-host.invalid" });
    const refusal = unsentTo("no-such-host.invalid");
    await expect(crm.send(recordOperations.insertRecords, call)).rejects.toMatchObject(refusal);
    expect(crm.ledger.requests).toBe(5);
  });

  test("where the other side speaks no TLS", async () => {
    const { server, port } = await listening((socket) =>
      socket.on("error", () => {}).end("SSH-2.0-OpenSSH\r\n"),
    );
    const crm = crmAt({ url: `https://127.0.0.1:${port}` });
    await expect(crm.send(recordOperations.insertRecords, call)).rejects.toMatchObject(
      unsentTo(`127.0.0.1:${port}`),
    );
    expect(crm.ledger.requests).toBe(5);
    server.close();
  });

  test("where the handshake takes longer than the time of a try", async () => {
    const sockets: Socket[] = [];
    const { server, port } = await listening((socket) => void sockets.push(socket.on("error", () => {})));
    const crm = crmAt({ url: `https://127.0.0.1:${port}`, timeoutMs: 100 });
    const host = `127.0.0.1:${port}`;
    const insert = crm.send(recordOperations.insertRecords, call);
    await expect(insert).rejects.toMatchObject(unsentTo(host));
    await expect(insert).rejects.toThrow(`at ${host} (no connection within 0 s)`);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});

const list = { path: { module: "Leads" }, query: { fields: ["Last_Name"] } };

test("a call takes any type of answer", async () => {
  zoho.respond((_, response) => json(response, 200, { data: [] }));
  await crmAt({ url: zoho.url }).send(recordOperations.listRecords, list);
  expect(zoho.received[0]?.headers.accept).toBe("*/*");
});

test("a call goes through no proxy, whatever the environment names", async () => {
  const proxy = await startHostile();
  process.env.http_proxy = proxy.url;
  try {
    zoho.respond((_, response) => json(response, 200, { data: [] }));
    await crmAt({ url: zoho.url }).send(recordOperations.listRecords, list);
    expect([proxy.received.length, zoho.received.length]).toEqual([0, 1]);
  } finally {
    delete process.env.http_proxy;
    await proxy.close();
  }
});

test("a call that must not be sent twice uses no connection that others keep, and none for long", async () => {
  zoho.respond(({ method }, response) => json(response, 200, method === "GET" ? { data: [] } : created));
  const crm = crmAt({ url: zoho.url });
  await crm.send(recordOperations.listRecords, list);
  await crm.send(recordOperations.insertRecords, call);
  await crm.send(recordOperations.listRecords, list);
  const [read, insert, again] = zoho.received.map(({ socket }) => socket);
  expect([again === read, insert === read]).toEqual([true, false]);
  if (!insert?.destroyed) await once(insert as Socket, "close");
  expect(read?.destroyed).toBe(false);
});

describe("an answer larger than what is read at once", () => {
  const tooLong = { "content-type": "application/octet-stream", "content-length": String(121 * 1024 * 1024) };
  const chunk = Buffer.alloc(1024 * 1024);
  const flood: Parameters<Hostile["respond"]>[0] = (_, response) => {
    response.writeHead(200, tooLong);
    let sent = 0;
    const more = () => {
      if (response.destroyed || sent > 121) return;
      sent += 1;
      response.write(chunk, more);
    };
    more();
  };

  test("is asked for once, and the error says the limit", async () => {
    zoho.respond(flood);
    const crm = crmAt({ url: zoho.url });
    const download = crm.send(fileOperations.downloadFile, { query: { id: "1" }, as: "bytes" });
    await expect(download).rejects.toMatchObject({
      kind: "answer",
      code: "ANSWER_TOO_LARGE",
      message: expect.stringContaining("larger than 120 MB"),
    });
    expect(zoho.received).toHaveLength(1);
  });

  test("leaves it open whether a write was carried out", async () => {
    zoho.respond(flood);
    const crm = crmAt({ url: zoho.url });
    await expect(crm.send(recordOperations.insertRecords, call)).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
      details: { cause: "ANSWER_TOO_LARGE" },
    });
  });
});

test("a request larger than what is sent at once is refused, and nothing was sent", async () => {
  zoho.respond((_, response) => json(response, 200, created));
  const crm = crmAt({ url: zoho.url });
  const body = Buffer.alloc(121 * 1024 * 1024);
  await expect(
    crm.send(recordOperations.insertRecords, { path: { module: "Leads" }, body }),
  ).rejects.toMatchObject({
    kind: "input",
    code: "REQUEST_TOO_LARGE",
    message: expect.stringContaining("larger than 120 MB"),
  });
  expect(zoho.received).toHaveLength(0);
});
