import type { Clock } from "../../core/clock";
import { perOrganization } from "../perOrganization";
import type { Ids } from "../store/ids";

/** What a job does when it is due, and what it makes. */
export interface Plan<Result> {
  kind: "read" | "write";
  /** The states that it goes through before the last. */
  states: readonly string[];
  work: () => { state: string; result: Result };
  /** Told of the end, for callbacks. */
  ended?: (id: string) => void;
}

interface Job<Result> extends Plan<Result> {
  id: string;
  createdAt: number;
  polls: number;
  end: { state: string; result: Result } | undefined;
}

/** How a job stands. */
export interface Standing<Result> {
  id: string;
  state: string;
  createdAt: number;
  result: Result | undefined;
}

/** A state lasts a second of the sandbox's clock, or until the job is asked for again. */
const STEP_MS = 1000;

/** The bulk jobs of an organization. What a job does is done when it completes, not before. */
export class BulkJobs<Result> {
  private readonly jobs = new Map<string, Job<Result>>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  start(plan: Plan<Result>): { id: string; createdAt: number } {
    const job = { ...plan, id: this.ids.next(), createdAt: this.clock.now(), polls: 0, end: undefined };
    this.jobs.set(job.id, job);
    // Nobody needs to ask for a job for it to end.
    if (plan.ended) this.clock.after(plan.states.length * STEP_MS, () => void this.moved(job));
    return job;
  }

  /** How a job stands, which moves on by being asked for; undefined for an id that no job of the kind has. */
  ask(kind: Plan<Result>["kind"], id: string): Standing<Result> | undefined {
    const job = this.jobs.get(id);
    if (job?.kind !== kind) return undefined;
    job.polls += 1;
    return this.moved(job);
  }

  /** How a job stands, without moving it on. */
  look(kind: Plan<Result>["kind"], id: string): Standing<Result> | undefined {
    const job = this.jobs.get(id);
    return job?.kind === kind ? this.moved(job) : undefined;
  }

  private moved(job: Job<Result>): Standing<Result> {
    const steps = Math.max(job.polls - 1, Math.floor((this.clock.now() - job.createdAt) / STEP_MS));
    if (!job.end && steps >= job.states.length) {
      job.end = job.work();
      job.ended?.(job.id);
    }
    const { id, createdAt, end } = job;
    return { id, createdAt, state: end?.state ?? job.states[steps] ?? "", result: end?.result };
  }
}

/** The downloads that Zoho allows in a minute. */
export const DOWNLOADS_A_MINUTE = 10;

/** The jobs of each organization, with what they make. */
export const perOrganizationJobs = <Result>() =>
  perOrganization(({ clock, ids }) => new BulkJobs<Result>(clock, ids));
