import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

/** A sandbox in a process of its own, so that its work is not counted as the client's. */
export class SandboxProcess {
  private constructor(
    readonly url: string,
    private readonly child: ReturnType<typeof spawn>,
  ) {}

  static async start(): Promise<SandboxProcess> {
    const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", "--port", "0"], {
      cwd: path.resolve(__dirname, ".."),
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url) return new SandboxProcess(url, child);
    }
    throw new Error("The sandbox ended before it was ready.");
  }

  /** A request of the control interface. */
  async control(method: string, route: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/__sandbox/${route}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json" },
      }),
    });
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Lets every call of CRM wait so long, until it is told another time. */
  async slowDown(delayMs: number): Promise<void> {
    await this.control("DELETE", "faults");
    const fault = { path: "^/crm/", times: Number.MAX_SAFE_INTEGER, effect: { delayMs } };
    if (delayMs > 0) await this.control("POST", "faults", [fault]);
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, "exit");
  }
}
