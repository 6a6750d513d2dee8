import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** What the platform was sent: the questions by name, the definition, and the files that were uploaded. */
export interface PublishedComponent {
  readonly operations: string[];
  readonly tokens: (string | undefined)[];
  variables: Record<string, unknown>;
  readonly uploads: Map<string, Buffer>;
}

const user = {
  name: "Ada Burns",
  email: "ada@example.com",
  tenantId: "tenant-1",
  org: { id: "org-1", name: "Zylker" },
  customer: null,
};

/**
 * The part of the platform's API that the command line publishes through, on loopback: who is logged in,
 * which signature is known, the definition, and the addresses that the files go to.
 */
export async function startPlatformApi() {
  const published: PublishedComponent = { operations: [], tokens: [], variables: {}, uploads: new Map() };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const { port } = server.address() as AddressInfo;
    if (request.method === "PUT") {
      published.uploads.set(String(request.url), body);
      response.end();
      return;
    }
    const { query, variables } = JSON.parse(body.toString());
    const [, operation = ""] = /^\s*(?:query|mutation) (\w+)/.exec(query) ?? [];
    published.operations.push(operation);
    published.tokens.push(request.headers.authorization);
    const answers: Record<string, () => unknown> = {
      whoami: () => ({ authenticatedUser: user }),
      component: () => ({ components: { nodes: [] } }),
      publishComponent: () => {
        published.variables = variables;
        const upload = (file: string) => `http://127.0.0.1:${port}/upload/${file}`;
        return {
          publishComponent: {
            publishResult: {
              component: { id: "component-1", versionNumber: "1" },
              iconUploadUrl: upload("icon"),
              packageUploadUrl: upload("package"),
              sourceUploadUrl: null,
              connectionIconUploadUrls: [],
              connectionAvatarIconUploadUrls: [],
            },
            errors: [],
          },
        };
      },
    };
    const data = answers[operation]?.();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(data ? { data } : { errors: [{ message: `No ${operation} here.` }] }));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    published,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The files of an archive by name. */
export async function unzipped(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
