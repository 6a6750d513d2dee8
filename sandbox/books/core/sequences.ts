/** Counters that begin at 1, each under its name. */
export class Sequences {
  private readonly last = new Map<string, number>();

  next(name: string): number {
    const number = (this.last.get(name) ?? 0) + 1;
    this.last.set(name, number);
    return number;
  }
}
