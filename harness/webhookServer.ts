import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { WebhookRequest } from "./context";
import type { Flow, Instance } from "./platform";

async function webhookRequest(request: IncomingMessage, { searchParams }: URL): Promise<WebhookRequest> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    rawBody: await buffer(request),
    headers: Object.fromEntries(headers),
    queryParameters: Object.fromEntries(searchParams),
  };
}

/**
 * Gives the flows of an instance webhook URLs that can be called, on loopback. Start it before the deploy, so
 * that the URLs are the ones that the triggers register. A trigger that throws answers 500, as on the
 * platform.
 */
export async function serveWebhooks({ flows }: Instance): Promise<{ close: () => Promise<void> }> {
  const routes = new Map<string, Flow>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const flow = routes.get(url.pathname);
    if (!flow) return void response.writeHead(404).end();
    try {
      const { response: given } = await flow.webhook(await webhookRequest(request, url));
      const headers = { "content-type": given.contentType, ...given.headers };
      response.writeHead(given.statusCode, headers).end(given.body);
    } catch {
      response.writeHead(500).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const flow of flows) {
    routes.set(`/trigger/${flow.stableId}`, flow);
    flow.webhookUrl = `http://127.0.0.1:${port}/trigger/${flow.stableId}`;
  }
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    // Last, so that no connection comes in between and is waited for.
    server.closeAllConnections();
    await closed;
  };
  return { close };
}
