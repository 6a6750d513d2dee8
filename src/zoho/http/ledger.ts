/**
 * What a piece of work cost: every request sent, retries included, and the credits Zoho takes for them by its
 * price list.
 */
export class Ledger {
  requests = 0;
  credits = 0;
  /** Credits of the day that Zoho CRM last said are left; undefined where it has not said so. */
  creditsLeft: number | undefined;
  /** Requests of the day that Zoho Books last said are left; undefined before its first answer. */
  requestsLeft: number | undefined;
  private warned = false;

  sent(): void {
    this.requests += 1;
  }

  /** True once: for a warning that every call of the execution would repeat. */
  warns(): boolean {
    const isFirst = !this.warned;
    this.warned = true;
    return isFirst;
  }

  charged(credits: number): void {
    this.credits += credits;
  }
}
