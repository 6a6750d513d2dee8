import type { ActionPerformReturn, Component, DataSourceResult, Params, Trigger } from "./component";
import { actionContext, type ContextOverrides, type FlowIdentity, type LogLine, loneFlow } from "./context";
import { loadComponent } from "./load";
import { withDefaults } from "./params";
import { type RunHooks, runTrigger, type TriggerRun, type TriggerRunOptions } from "./rounds";
import { begin, commit, emptyState, merge, type PersistedState } from "./state";

export interface RunOptions {
  /** State from before; a run that succeeds writes its changes into it. */
  state?: PersistedState;
  flow?: FlowIdentity;
  /** Runs in the platform's debug mode. */
  debug?: boolean;
  /** Puts parts of the caller's own into the context. */
  context?: ContextOverrides;
}

export type TriggerOptions = Omit<RunOptions, "context"> &
  RunHooks &
  Partial<Pick<TriggerRunOptions, "request" | "phase" | "saves">>;

export type LifecycleEvent = "onInstanceDeploy" | "onInstanceDelete" | "webhookCreate" | "webhookDelete";

/** A part of the component by its key; an unknown key is answered with the ones there are. */
function find<T>(kind: string, parts: Record<string, T>, key: string): T {
  const part = Object.hasOwn(parts, key) ? parts[key] : undefined;
  if (!part) throw new Error(`There is no ${kind} ${key}. There are ${Object.keys(parts).join(", ")}.`);
  return part;
}

/** A result has to leave the process; one that holds a function fails on the platform too. */
function serialisable<T>(owner: string, result: T): T {
  try {
    structuredClone(result);
  } catch {
    throw new Error(`${owner} returned a value that cannot be serialised.`);
  }
  return result;
}

/**
 * The platform ends a life-cycle handler after half a minute, and an execution after a quarter of an hour.
 */
const HANDLER_MS = 30_000;
const EXECUTION_MS = 15 * 60_000;

/** What takes longer than the platform lets it fails, and nothing of it is saved. */
async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s.`)), ms);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * Runs the parts of a component one at a time, as Prismatic's runner does: complete contexts, defaults, kept
 * state.
 */
export class Runner {
  /** Every line logged so far, in order. */
  readonly logs: LogLine[] = [];

  constructor(readonly component: Component) {}

  /** Runs an action and gives what it returned; what the component throws comes through unchanged. */
  async action(key: string, inputs: Params = {}, options: RunOptions = {}): Promise<ActionPerformReturn> {
    const action = find("action", this.component.actions, key);
    const { state = emptyState() } = options;
    const execution = begin(state);
    const context = {
      ...actionContext({ ...options, logs: this.logs, state: execution }),
      ...options.context,
    };
    const params = withDefaults(`Action ${key}`, action.inputs, inputs);
    const result = serialisable(`Action ${key}`, await action.perform(context, params));
    merge(execution, result);
    commit(state, execution);
    return result;
  }

  /** Runs a data source. It gets the small context that the platform promises: no state and no flow. */
  async dataSource(key: string, inputs: Params = {}, options: RunOptions = {}): Promise<DataSourceResult> {
    const source = find("data source", this.component.dataSources, key);
    const full = actionContext({ ...options, logs: this.logs, state: begin(emptyState()) });
    const { logger, configVars, customer, instance, user, globalDebug } = { ...full, ...options.context };
    const context = { logger, configVars, customer, instance, user, globalDebug };
    const params = withDefaults(`Data source ${key}`, source.inputs, inputs);
    return serialisable(`Data source ${key}`, await source.perform(context, params));
  }

  /** Runs a trigger once, through all its rounds, and hands what it emits to `dispatch`. */
  async trigger(key: string, inputs: Params, options: TriggerOptions): Promise<TriggerRun> {
    const trigger = this.find(key);
    const {
      request = {},
      phase = "run",
      saves = "lastRound",
      flow = loneFlow,
      state = emptyState(),
    } = options;
    const params = triggerParams(trigger, phase, inputs);
    const run = { ...options, trigger, params, request, phase, flow, state, saves, logs: this.logs };
    return within(EXECUTION_MS, `Trigger ${key}`, runTrigger(run));
  }

  /**
   * Runs a life cycle handler of a trigger, where it has it. Webhook handlers see the instance's state but
   * not the flow's.
   */
  async lifecycle(key: string, event: LifecycleEvent, inputs: Params, options: RunOptions): Promise<void> {
    const trigger = this.find(key);
    const { state = emptyState() } = options;
    const execution = begin(state);
    if (event.startsWith("webhook")) execution.instanceState = {};
    const context = {
      ...actionContext({ ...options, logs: this.logs, state: execution }),
      ...options.context,
    };
    const run = async () => trigger[event]?.(context, triggerParams(trigger, "run", inputs));
    const changes = await within(HANDLER_MS, `${event} of trigger ${key}`, run());
    if (isObject(changes)) merge(execution, changes);
    const { instanceState } = event.startsWith("webhook") ? state : execution;
    commit(state, { ...execution, instanceState });
  }

  find(key: string): Trigger {
    return find("trigger", this.component.triggers, key);
  }
}

/** The inputs of the initial sync reach only the initial sync. */
function triggerParams({ key, inputs }: Trigger, phase: "run" | "deploy", given: Params): Params {
  const declared = phase === "deploy" ? inputs : inputs.filter(({ scope }) => scope !== "ON_DEPLOY");
  return withDefaults(`Trigger ${key}`, declared, given);
}

export interface RunnerOptions {
  /** The component to run; the built one when left out. */
  component?: Component;
  /** Environment variables to set before the component is loaded. */
  env?: Record<string, string>;
}

export function createRunner({ component, env = {} }: RunnerOptions = {}): Runner {
  Object.assign(process.env, env);
  return new Runner(component ?? loadComponent());
}
