import type { Clock } from "../../src/zoho/core/clock";

/**
 * A clock that sleeps in no time: waiting moves it on, so that retries and pauses can be watched without
 * being waited for.
 */
export class QuickClock implements Clock {
  slept = 0;

  constructor(private skewMs = 0) {}

  now = (): number => Date.now() + this.skewMs + this.slept;

  sleep = (ms: number): Promise<void> => {
    this.slept += ms;
    return new Promise((resolve) => setImmediate(resolve));
  };

  random = (): number => 0.5;
}
