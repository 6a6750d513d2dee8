import { Agent, request } from "node:http";
import { text as textOf } from "node:stream/consumers";

/**
 * A client with nothing to it but `node:http`: what a call costs when nobody checks, retries or counts
 * anything.
 */
export class BareClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** Sends one request and parses the answer; undefined for one without a body. */
  send(method: string, path: string, body?: unknown): Promise<unknown> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Zoho-oauthtoken ${this.token}`,
        ...(text && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
      };
      const sent = request(this.base + path, { method, headers, agent: this.agent }, (response) => {
        textOf(response).then((body) => resolve(body === "" ? undefined : JSON.parse(body)), reject);
      });
      sent.on("error", reject).end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
