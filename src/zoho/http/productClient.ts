import type { Cache } from "../core/cache";
import type { Failure, ZohoError } from "./errors";
import type { Answer } from "./judge";
import type { Ledger } from "./ledger";
import type { Operation, Product } from "./operation";
import type { Call } from "./request";
import type { Log, Transport } from "./transport";

/**
 * One of Zoho's products over the transport. What works with both products, such as batches and change feeds,
 * takes this.
 */
export abstract class ProductClient {
  /** @param transport what is below; Books asks it itself for what belongs to no organization. */
  constructor(readonly transport: Transport) {}

  get product(): Product {
    return this.transport.product;
  }

  /** What the calls of this execution cost. */
  get ledger(): Ledger {
    return this.transport.ledger;
  }

  /** A log that shows no secret. */
  get log(): Log {
    return this.transport.log;
  }

  /** What was read from this organization before, shared by all clients of one connection. */
  get cache(): Cache {
    return this.transport.cache;
  }

  /** Milliseconds since the epoch at which the execution ends. */
  get deadlineAt(): number {
    return this.transport.deadlineAt;
  }

  now(): number {
    return this.transport.now();
  }

  sleep(ms: number): Promise<void> {
    return this.transport.sleep(ms);
  }

  /**
   * Why no further part of a long read or a batch is to be sent; undefined while there are enough credits.
   */
  shortage(): ZohoError | undefined {
    return this.transport.shortage();
  }

  /** Why a read to the end is to end here, which is logged too; undefined where it may go on. */
  stoppedEarly(): string | undefined {
    return this.transport.stoppedEarly();
  }

  /** A failure as an error of this product, its secrets removed. */
  error(failure: Omit<Failure, "product">): ZohoError {
    return this.transport.error(failure);
  }

  /**
   * Makes one call.
   * @throws ZohoError for every failure; of kind `unknown` where a write may have been carried out.
   */
  send(operation: Operation, call?: Call): Promise<Answer> {
    return this.transport.send(operation, call);
  }
}
