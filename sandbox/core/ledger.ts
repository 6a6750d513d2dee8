/**
 * What the sandbox was asked since the ledger was last cleared. Calls refused by a limit count as requests
 * that cost nothing.
 */
export interface LedgerPage {
  requests: number;
  credits: number;
  /** The most calls that were in flight at one time, refused ones included. */
  peakConcurrency: number;
  /** Requests by method and path, such as `GET /crm/v8/Leads`. */
  routes: Record<string, number>;
}

export class Ledger {
  private requests = 0;
  private credits = 0;
  private peakConcurrency = 0;
  private inFlight = 0;
  private readonly routes = new Map<string, number>();

  arrive(method: string, path: string): void {
    this.requests++;
    this.inFlight++;
    if (this.inFlight > this.peakConcurrency) this.peakConcurrency = this.inFlight;
    const route = `${method} ${path}`;
    this.routes.set(route, (this.routes.get(route) ?? 0) + 1);
  }

  depart(): void {
    this.inFlight--;
  }

  charge(credits: number): void {
    this.credits += credits;
  }

  /** Begins a new page; calls still in flight go on counting as that. */
  clear(): void {
    this.requests = 0;
    this.credits = 0;
    this.peakConcurrency = this.inFlight;
    this.routes.clear();
  }

  page(): LedgerPage {
    const { requests, credits, peakConcurrency } = this;
    return { requests, credits, peakConcurrency, routes: Object.fromEntries(this.routes) };
  }
}
