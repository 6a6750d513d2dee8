import net from "node:net";
import { client } from "./accounts/client";
import { accountsRoutes } from "./accounts/routes";
import { controlRoutes } from "./control/routes";
import type { DataCenter } from "./core/dataCenters";
import type { Route } from "./http/route";
import { type Listening, serve } from "./http/server";
import { World } from "./world";

/** A sandbox with the accounts server, the control interface and routes of the test's own. */
export interface TestServer extends Listening {
  world: World;
  /** The Authorization header of a live token. */
  authorization(scopes?: string[], dataCenter?: DataCenter): { Authorization: string };
  /** A request to the control interface; throws where it is refused. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
}

export async function startTestServer(routes: Route[] = []): Promise<TestServer> {
  const world = new World();
  const server = await serve(world, [...accountsRoutes, ...routes], controlRoutes);
  return {
    ...server,
    world,
    authorization: (scopes = ["ZohoCRM.modules.ALL"], dataCenter = "us") => ({
      Authorization: `Zoho-oauthtoken ${world.accounts.connect({ clientId: client.id, dataCenter, scopes }).value}`,
    }),
    async control(method, path, body) {
      const response = await fetch(`${server.url}/__sandbox/${path}`, json(method, body));
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer;
    },
  };
}

/** The options of a fetch that sends JSON. */
export function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  if (body === undefined) return { method, headers };
  return { method, headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** What a client sees that reads the bytes of a connection until it ends: all of them, and how it ended. */
export interface RawExchange {
  text: string;
  end: "closed" | "reset";
}

/** Sends text as it is over a connection of its own and waits for the connection's end. */
export function rawExchange(url: string, text: string): Promise<RawExchange> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (end: RawExchange["end"]) => resolve({ text: Buffer.concat(chunks).toString(), end });
    const socket = net.connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => finish("reset"));
    socket.on("close", () => finish("closed"));
  });
}
