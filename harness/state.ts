import type { StateChanges } from "./component";

type State = Record<string, unknown>;

/**
 * What the platform keeps between executions: of a flow, of an instance, and of an integration over all its
 * versions.
 */
export interface PersistedState {
  instanceState: State;
  crossFlowState: State;
  integrationState: State;
}

/** The copy of the kept state that one execution works on, with the part that ends with it. */
export type ExecutionState = PersistedState & { executionState: State };

const MAX_STATE_BYTES = 64 * 1024 * 1024;

export const emptyState = (): PersistedState => ({
  instanceState: {},
  crossFlowState: {},
  integrationState: {},
});

/** A copy as it comes back from a store: functions are gone and dates are strings. */
function stored(value: State): State {
  return JSON.parse(JSON.stringify(value));
}

/** The platform loads all state when an execution starts. */
export function begin(state: PersistedState): ExecutionState {
  return {
    instanceState: stored(state.instanceState),
    crossFlowState: stored(state.crossFlowState),
    integrationState: stored(state.integrationState),
    executionState: {},
  };
}

/**
 * Adds what a perform returned to the state of its execution, where later steps and the final save see it.
 */
export function merge(execution: ExecutionState, changes: StateChanges | undefined): void {
  Object.assign(execution.instanceState, changes?.instanceState);
  Object.assign(execution.crossFlowState, changes?.crossFlowState);
  Object.assign(execution.integrationState, changes?.integrationState);
  Object.assign(execution.executionState, changes?.executionState);
}

/**
 * Writes the state of a successful execution back as a whole; the last writer wins. A failed execution never
 * gets here.
 */
export function commit(
  state: PersistedState,
  { instanceState, crossFlowState, integrationState }: ExecutionState,
): void {
  const text = JSON.stringify({ instanceState, crossFlowState, integrationState });
  if (Buffer.byteLength(text) > MAX_STATE_BYTES)
    throw new Error("Persisted state is over the platform's 64 MB.");
  const kept: PersistedState = JSON.parse(text);
  overwrite(state.instanceState, kept.instanceState);
  overwrite(state.crossFlowState, kept.crossFlowState);
  overwrite(state.integrationState, kept.integrationState);
}

/** In place, because the flows of an instance hold the same object. */
function overwrite(target: State, source: State): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, source);
}
