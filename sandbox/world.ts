import { Accounts } from "./accounts/accounts";
import { type Behaviours, defaultBehaviours } from "./behaviours";
import { Books } from "./books/books";
import { Clock } from "./core/clock";
import { Faults } from "./core/faults";
import { CreditGate, type Gate } from "./core/gate";
import { lazy } from "./core/lazy";
import { Ledger } from "./core/ledger";
import { enterpriseLimits, type Limits } from "./core/limits";
import { Random } from "./core/random";
import { CrmOrganization } from "./crm/organization";
import { seedOrganization } from "./crm/seed";
import { Journal } from "./http/journal";
import type { Product } from "./http/refusals";

export interface ResetOptions {
  /** The same seed gives the same organisation. */
  seed?: number;
  /** How many records to make of a CRM module, by its API name. */
  records?: Record<string, number>;
  /**
   * How many records to make of a Books record type, by its path; `organizations` is how many organisations
   * there are.
   */
  books?: Record<string, number>;
}

/** What belongs to the organisation and is made anew with it; a product when it is first asked for. */
interface Organization {
  limits: Limits;
  gate: Gate;
  crm: () => CrmOrganization;
  books: () => Books;
}

/**
 * All that a sandbox holds: an organisation, and around it the time, the tokens, the faults to come and the
 * books it keeps.
 */
export class World {
  readonly clock = new Clock();
  readonly accounts = new Accounts(this.clock);
  readonly ledger = new Ledger();
  readonly journal = new Journal();
  readonly faults: Faults;
  /** How the sandbox plays what nobody knows for certain; a reset keeps it. */
  readonly behaviours: Behaviours = defaultBehaviours();
  private organization: Organization;

  constructor(options: ResetOptions = {}) {
    this.faults = new Faults(faultRandom(options));
    this.organization = this.createOrganization(options);
  }

  /**
   * A fresh organisation: its records, its limits and the credits it has used. Tokens, clock, faults and
   * ledger stay. Throws an Error that names a module or record type that does not exist; then nothing has
   * changed.
   */
  reset(options: ResetOptions): void {
    this.organization = this.createOrganization(options);
    this.faults.reseed(faultRandom(options));
  }

  get limits(): Limits {
    return this.organization.limits;
  }

  /** What lets a call in; a product without one has no limits. */
  gateFor(product: Product, request: Parameters<Books["gateFor"]>[0]): Gate | undefined {
    if (product === "books") return this.books.gateFor(request);
    return product === "crm" ? this.organization.gate : undefined;
  }

  get crm(): CrmOrganization {
    return this.organization.crm();
  }

  get books(): Books {
    return this.organization.books();
  }

  private createOrganization({ seed = 1, records = {}, books = {} }: ResetOptions): Organization {
    const { clock, behaviours } = this;
    const limits = { ...enterpriseLimits, books: { ...enterpriseLimits.books } };
    const now = clock.now();
    const organization = {
      limits,
      gate: new CreditGate(clock, limits),
      crm: lazy(() => {
        const crm = new CrmOrganization({ clock, random: new Random(seed), limits, behaviours });
        seedOrganization(crm, records);
        return crm;
      }),
      books: lazy(() => {
        const random = new Random(seed);
        // Its records are as old as the organisation, however late they are asked for.
        const make = () => new Books({ clock, random, limits: limits.books, behaviours, counts: books });
        return clock.asOf(now, make);
      }),
    };
    // What is asked for is made at once, so that a name that is none is told to whoever gave it.
    if (Object.keys(records).length > 0) organization.crm();
    if (Object.keys(books).length > 0) organization.books();
    return organization;
  }
}

/** A generator of its own, so that chances do not change the organisation. */
function faultRandom({ seed = 1 }: ResetOptions): Random {
  return new Random(seed + 1);
}
