import type { Answer } from "../../core/answer";
import type { Clock } from "../../core/clock";
import { perOrganization } from "../perOrganization";
import type { Ids } from "../store/ids";

export type JobState = "SCHEDULED" | "RUNNING" | "COMPLETED";

/** How many records a job had, and what became of them, under the names that its status gives. */
export type Counts = Readonly<Record<string, number>>;

interface JobPlan {
  /** The operation and module whose status is asked for, such as `mass_update Leads`. */
  kind: string;
  /** The counts while nothing is done yet: all of them are among those that are not. */
  counts: Counts;
  /** What the job does. */
  work: () => Counts;
}

interface Job extends JobPlan {
  id: string;
  startedAt: number;
  polls: number;
  isDone: boolean;
}

const states: readonly JobState[] = ["SCHEDULED", "RUNNING", "COMPLETED"];
/** A state lasts a second of the sandbox's clock, or until its status is asked for again. */
const stepMs = 1000;

/** The jobs of an organisation. Their work is done when they complete, not before. */
class Jobs {
  private readonly jobs = new Map<string, Job>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the job's id. */
  schedule(plan: JobPlan): string {
    const id = this.ids.next();
    this.jobs.set(id, { ...plan, id, startedAt: this.clock.now(), polls: 0, isDone: false });
    return id;
  }

  /** How many jobs of the kind are not done yet. */
  underWay(kind: string): number {
    return [...this.jobs.values()].filter((job) => job.kind === kind && !job.isDone).length;
  }

  /** Whether a job of the kind is not done yet. */
  isUnderWay(kind: string): boolean {
    return this.underWay(kind) > 0;
  }

  /** Whether a job of the kind is not done yet; being looked at moves it on, as being asked for does. */
  stillRuns(kind: string): boolean {
    const open = [...this.jobs.values()].filter((job) => job.kind === kind && !job.isDone);
    return open.map(({ id }) => this.ask(kind, id)).some((job) => job?.state !== "COMPLETED");
  }

  /**
   * The state of a job, which moves on by being asked for; undefined for an id that no job of the kind has.
   */
  ask(kind: string, id: string): { state: JobState; counts: Counts } | undefined {
    const job = this.jobs.get(id);
    if (job?.kind !== kind) return undefined;
    job.polls += 1;
    return this.moved(job, job.polls - 1);
  }

  /** Carries out what is due by the clock, whether or not anybody asks. */
  runDue(): void {
    for (const job of this.jobs.values()) if (!job.isDone) this.moved(job, 0);
  }

  private moved(job: Job, least: number): { state: JobState; counts: Counts } {
    const steps = Math.max(least, Math.floor((this.clock.now() - job.startedAt) / stepMs));
    const state = job.isDone ? "COMPLETED" : (states[Math.min(steps, states.length - 1)] ?? "SCHEDULED");
    if (state === "COMPLETED" && !job.isDone) {
      job.isDone = true;
      job.counts = job.work();
    }
    return { state, counts: job.counts };
  }
}

/** What starts a job that is under way already is told so, with 202; nothing is started. */
export const alreadyScheduled: Answer = {
  status: 202,
  body: {
    data: [
      { code: "ALREADY_SCHEDULED", details: {}, message: "The job is already scheduled", status: "error" },
    ],
  },
};

export const jobsOf = perOrganization(({ clock, ids }) => new Jobs(clock, ids));
