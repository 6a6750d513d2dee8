import type { ProductClient } from "../http/productClient";
import { Attempts } from "./attempts";
import type { Attempted, Outcome } from "./outcomes";
import { type Entry, Queue } from "./queue";
import type { Batch } from "./types";

/** Kept of an execution's time for handing on what was done. */
const RESERVE_MS = 15_000;
const PROGRESS_EVERY = 5000;

/**
 * Writes records in chunks, several at a time, and says of each what became of it. Records with a key in
 * common are written in their order. What failed for a passing reason is sent again where that can write
 * nothing twice; where it could, it is looked up or reported as `OUTCOME_UNKNOWN`. It stops where every
 * further record would fail too, where the credits are to be left to others, and before the execution ends.
 * @param source what is to be sent, already with the outcomes of records that are not sent at all.
 * @throws ZohoError of kind `connection` or `credits` when nothing at all was written.
 */
export async function runBatch<T>(
  client: ProductClient,
  batch: Batch<T>,
  source: Iterable<Entry<T> | Outcome>,
  total: number,
): Promise<Attempted> {
  const attempts = new Attempts(client, batch, total);
  const queue = new Queue(source, batch, (outcome) => attempts.decide(outcome));
  const underway = new Set<Promise<void>>();
  let done = 0;
  const send = async (chunk: readonly Entry<T>[]): Promise<void> => {
    await attempts.write(chunk);
    queue.release(chunk);
    done += chunk.length;
    if (done % PROGRESS_EVERY < chunk.length) client.log.info(`${done} of ${total} records sent.`);
  };
  const mayStart = (): boolean => {
    attempts.stopped ??= client.shortage();
    const isInTime = client.now() <= client.deadlineAt - RESERVE_MS;
    return underway.size < batch.concurrency && attempts.stopped === undefined && isInTime;
  };
  for (;;) {
    while (mayStart()) {
      const chunk = queue.next();
      if (chunk.length === 0) break;
      const sent: Promise<void> = send(chunk).finally(() => underway.delete(sent));
      underway.add(sent);
    }
    if (underway.size === 0) return attempts.end();
    await Promise.race(underway);
  }
}
