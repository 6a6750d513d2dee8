import type {
  ActionContext,
  PaginationState,
  Params,
  Trigger,
  TriggerPayload,
  TriggerResult,
} from "./component";
import {
  actionContext,
  type FlowIdentity,
  type LogLine,
  triggerPayload,
  type WebhookRequest,
} from "./context";
import { begin, commit, merge, type PersistedState } from "./state";

/** One execution of the flow behind a trigger: what its first step sees. */
export interface FlowExecution {
  payload: TriggerPayload;
  branch?: string;
}

/** A point between two things that the platform does, where a machine may die. */
export type Step =
  | { at: "performed"; round: number }
  | { at: "dispatching"; round: number; execution: FlowExecution }
  | { at: "dispatched"; round: number; execution: FlowExecution }
  | { at: "saving"; round: number }
  | { at: "saved"; round: number };

export interface RunHooks {
  /** Receives each execution of the flow. A throw counts as the platform's own failure to hand on. */
  dispatch: (execution: FlowExecution) => void | Promise<void>;
  /**
   * Called between the steps of a run; a throw ends the run there, as a crash would, and what was not saved
   * is lost.
   */
  onStep?: (step: Step) => void | Promise<void>;
}

/**
 * When the kept state is written in a run of several rounds: after each round, after each but before its
 * batches have run, after the last, or after the last with no round seeing what the one before it kept.
 * Prismatic's pages do not say, so a trigger has to be right under all.
 */
export type Saves = "eachRound" | "beforeBatches" | "lastRound" | "lastRoundAlone";

export interface TriggerRunOptions extends RunHooks {
  trigger: Trigger;
  params: Params;
  request: WebhookRequest;
  /** The ordinary perform, or the initial sync on deploy. */
  phase: "run" | "deploy";
  flow: FlowIdentity;
  state: PersistedState;
  saves: Saves;
  logs: LogLine[];
  debug?: boolean;
}

export interface TriggerRun {
  status: "completed" | "polledNoChanges";
  rounds: number;
  executions: number;
  /** What a webhook's caller is answered. */
  response: NonNullable<TriggerResult["response"]>;
}

/** What a round of a batched run may hand back: its items and its pagination state go through one request. */
const MAX_PAGE_BYTES = 5 * 1024 * 1024;

function checkPage(key: string, items: unknown[] | undefined, cursor: object | null | undefined): void {
  const bytes = Buffer.byteLength(JSON.stringify({ items, paginationState: cursor }));
  if (bytes > MAX_PAGE_BYTES)
    throw new Error(`Trigger ${key} hands back a page of ${bytes} bytes, over the platform's 5 MB.`);
}

/** A trigger that never ends its paging is stopped here. */
const MAX_ROUNDS = 10_000;

function isTriggerResult(value: unknown): value is TriggerResult {
  return (
    typeof value === "object" &&
    value !== null &&
    "payload" in value &&
    typeof value.payload === "object" &&
    value.payload !== null &&
    "body" in value.payload
  );
}

const resolvers = {
  run: ({ perform, resolveTriggerItems, getNextPaginationState }: Trigger) => ({
    perform,
    items: resolveTriggerItems,
    next: getNextPaginationState,
  }),
  deploy: ({ onDeployPerform, resolveOnDeployItems, getOnDeployNextPaginationState }: Trigger) => ({
    perform: onDeployPerform,
    items: resolveOnDeployItems,
    next: getOnDeployNextPaginationState,
  }),
};

/** The executions of one round: one a batch where the flow batches, else the whole payload. */
function executionsOf(
  result: TriggerResult,
  items: unknown[] | undefined,
  flow: FlowIdentity,
): FlowExecution[] {
  const { payload, branch } = result;
  if (!items || !flow.batch.enabled) return [{ payload, branch }];
  const { batchSize } = flow.batch;
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, batch) => {
    const slice = items.slice(batch * batchSize, (batch + 1) * batchSize);
    const data = structuredClone(batchSize === 1 ? slice[0] : slice);
    return { payload: { ...payload, body: { data, contentType: "application/json" } }, branch };
  });
}

/** The cursor as the next round gets it, having crossed from one process to another. */
const carried = (cursor: object | null | undefined): PaginationState | undefined =>
  cursor ? JSON.parse(JSON.stringify(cursor)) : undefined;

/**
 * Runs a trigger once: perform, hand the items on in batches, and again with the next pagination state until
 * there is none. State is saved after everything of the round was handed on, and never when something threw.
 */
export async function runTrigger(options: TriggerRunOptions): Promise<TriggerRun> {
  const { trigger, params, request, phase, flow, state, saves, logs, debug, dispatch } = options;
  const { perform, items: itemsOf, next } = resolvers[phase](trigger);
  if (!perform) throw new Error(`Trigger ${trigger.key} has no initial sync.`);
  const step = async (at: Step) => options.onStep?.(at);

  let execution = begin(state);
  let cursor: PaginationState | undefined;
  let executions = 0;
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const context: ActionContext = actionContext({ logs, state: execution, flow, debug });
    const result = await perform(context, triggerPayload(context, request, cursor), params);
    if (!isTriggerResult(result)) throw new Error(`Trigger ${trigger.key} returned no payload.`);
    merge(execution, result);
    await step({ at: "performed", round });

    const quiet = result.resultType === "polled_no_changes";
    if (quiet && round > 1)
      throw new Error(`Trigger ${trigger.key} reports no changes in round ${round} of a run.`);
    const items = flow.batch.enabled ? itemsOf?.(context, result) : undefined;
    const following = flow.batch.enabled && !quiet ? next?.(context, result) : undefined;
    if (flow.batch.enabled) checkPage(trigger.key, items, following);
    const save = async () => {
      await step({ at: "saving", round });
      commit(state, execution);
      await step({ at: "saved", round });
    };
    const savesFirst = saves === "beforeBatches" && flow.batch.enabled;
    if (savesFirst) await save();
    for (const batch of quiet ? [] : executionsOf(result, items, flow)) {
      await step({ at: "dispatching", round, execution: batch });
      await dispatch(batch);
      executions += 1;
      await step({ at: "dispatched", round, execution: batch });
    }

    cursor = carried(following);
    if (!savesFirst && (!cursor || saves === "eachRound")) await save();
    if (saves !== "lastRound") execution = begin(state);
    if (!cursor) {
      const body = JSON.stringify({ executionId: context.executionId });
      const response = { statusCode: 200, contentType: "application/json", body, ...result.response };
      return { status: quiet ? "polledNoChanges" : "completed", rounds: round, executions, response };
    }
  }
  throw new Error(`Trigger ${trigger.key} still asks for another round after ${MAX_ROUNDS}.`);
}
