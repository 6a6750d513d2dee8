import type { Behaviours } from "../behaviours";
import type { Clock } from "../core/clock";
import type { BooksLimits } from "../core/limits";
import type { Random } from "../core/random";
import { type BooksOrganization, offsetMinutes } from "./core/organization";
import { Refusal } from "./core/refusal";
import { type Draft, partsOf, textOf } from "./core/values";
import { BooksGate } from "./gate";
import { refreshStatuses } from "./money/refresh";
import { type Counts, fill } from "./seed/fill";
import { newOrganization } from "./seed/organization";

export interface BooksOptions {
  clock: Clock;
  random: Random;
  limits: BooksLimits;
  behaviours: Behaviours;
  /**
   * How many records of a type to make, by its path, in the first organisation; `organizations` is how many
   * there are.
   */
  counts: Counts;
}

/** What of a request tells the organization that it is for. */
interface Asking {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** The organisations of the one user of the sandbox, and what lets calls to each of them in. */
export class Books {
  readonly clock: Clock;
  readonly behaviours: Behaviours;
  private readonly organizations: BooksOrganization[] = [];
  private readonly gates = new Map<string, BooksGate>();
  private readonly limits: BooksLimits;

  /** Throws an Error that names a record type that does not exist. */
  constructor({ clock, random, limits, behaviours, counts }: BooksOptions) {
    this.clock = clock;
    this.behaviours = behaviours;
    this.limits = limits;
    const { organizations = 1, ...records } = counts;
    for (let index = 0; index < organizations; index++) {
      const organization = this.add({});
      fill(organization, random, index === 0 ? records : {});
    }
  }

  all(): readonly BooksOrganization[] {
    return this.organizations;
  }

  /** The organisation that the sandbox begins with. */
  get first(): BooksOrganization {
    const [first] = this.organizations;
    if (!first) throw new Error("The sandbox has no organisation of Zoho Books.");
    return first;
  }

  /** One more organisation, with the settings each has from the start. */
  add(details: Draft): BooksOrganization {
    const organization = newOrganization(this.clock, this.behaviours, this.organizations.length, details);
    this.organizations.push(organization);
    return organization;
  }

  find(id: string): BooksOrganization | undefined {
    return this.organizations.find((organization) => organization.id === id);
  }

  /**
   * The organisation that a call names, in its query or in the header of older clients; throws 6041 for none
   * of the user's.
   */
  of(request: Asking): BooksOrganization {
    const id = this.idIn(request);
    const organization = this.find(id);
    if (!organization) {
      throw new Refusal(400, 6041, `This user is not associated with the CompanyID/CompanyName:${id}.`);
    }
    refreshStatuses(organization);
    return organization;
  }

  private idIn({ query, headers, body }: Asking): string {
    const isForm = (headers["content-type"] ?? "").startsWith("multipart/");
    if (isForm && this.behaviours.booksMultipartOrganization === "formField")
      return textOf(partsOf(body).organization_id);
    return query.get("organization_id") ?? headers["x-com-zoho-books-organizationid"] ?? "";
  }

  /** What counts a call: its organisation's gate; calls without one share a gate. */
  gateFor(request: Asking): BooksGate {
    const id = this.find(this.idIn(request))?.id ?? "";
    const known = this.gates.get(id);
    if (known) return known;
    const gate = new BooksGate(this.clock, this.limits, offsetMinutes);
    this.gates.set(id, gate);
    return gate;
  }
}
