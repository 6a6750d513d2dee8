import { isObject } from "./values";

/** What a step says of itself once it did what it promised. */
export type Step = () => Promise<string>;

/** Tells a story step by step, with what each cost in Zoho's requests and credits. */
export class Teller {
  private steps = 0;
  private requests = 0;
  private credits = 0;

  constructor(private readonly sandboxUrl: string) {}

  chapter(title: string): void {
    console.log(`\n${title}`);
  }

  /** Runs one step and prints its line; a step that fails ends the story. */
  async step(label: string, run: Step): Promise<void> {
    await this.cost();
    const told = await run().catch((error: unknown) => {
      console.log(`  ✗ ${label}`);
      throw error;
    });
    const { requests, credits } = await this.cost();
    this.steps += 1;
    this.requests += requests;
    this.credits += credits;
    const cost = `${requests} request${requests === 1 ? "" : "s"}, ${credits} credit${credits === 1 ? "" : "s"}`;
    console.log(`  ✓ ${label.padEnd(46)} ${told}  (${cost})`);
  }

  end(): void {
    console.log(
      `\n${this.steps} steps, ${this.requests} requests, ${this.credits} credits. Everything did what it says.`,
    );
  }

  /** What was asked of Zoho since the last time. */
  private async cost(): Promise<{ requests: number; credits: number }> {
    const ledger: unknown = await (await fetch(`${this.sandboxUrl}/__sandbox/ledger`)).json();
    await fetch(`${this.sandboxUrl}/__sandbox/ledger`, { method: "DELETE" });
    const [requests, credits] = isObject(ledger) ? [ledger.requests, ledger.credits] : [];
    return { requests: Number(requests ?? 0), credits: Number(credits ?? 0) };
  }
}
