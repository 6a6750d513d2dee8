import { createWriteStream } from "node:fs";
import { Agent, request } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

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

  /** Saves what a GET brings to a file. */
  save(path: string, file: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { Authorization: `Zoho-oauthtoken ${this.token}` };
      request(this.base + path, { headers, agent: this.agent }, (response) => {
        pipeline(response, createWriteStream(file)).then(resolve, reject);
      })
        .on("error", reject)
        .end();
    });
  }

  /** Uploads a file as the part of a form. */
  upload(path: string, file: Buffer, more: Record<string, string>): Promise<unknown> {
    const boundary = "bare-boundary";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="upload.zip"\r\nContent-Type: application/zip\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Zoho-oauthtoken ${this.token}`,
        "Content-Type": `multipart/form-data; boundary=${boundary}`,
        "Content-Length": body.length,
        ...more,
      };
      request(this.base + path, { method: "POST", headers, agent: this.agent }, (response) => {
        textOf(response).then((text) => resolve(JSON.parse(text)), reject);
      })
        .on("error", reject)
        .end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
