/** What a piece of work cost: every request sent, retries included, and the credits Zoho takes for them by its price list. */
export class Ledger {
  requests = 0;
  credits = 0;

  sent(): void {
    this.requests += 1;
  }

  charged(credits: number): void {
    this.credits += credits;
  }
}
