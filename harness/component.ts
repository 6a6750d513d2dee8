import type { component } from "@prismatic-io/spectral";

/*
 * A component as the platform holds it. Its parts are typed by what the SDK's `component()` makes of them.
 */

type Converted = ReturnType<typeof component>;
type ConvertedAction = Converted["actions"][string];
type ConvertedDataSource = Converted["dataSources"][string];

export type Input = ConvertedAction["inputs"][number];
export type ActionContext = Parameters<ConvertedAction["perform"]>[0];
export type ActionLogger = ActionContext["logger"];
export type ActionPerformReturn = Awaited<ReturnType<ConvertedAction["perform"]>>;
type DataSourceContext = Parameters<ConvertedDataSource["perform"]>[0];
export type DataSourceResult = Awaited<ReturnType<ConvertedDataSource["perform"]>>;
type ServerTriggerPayload = Parameters<Converted["triggers"][string]["perform"]>[1];

export type Params = Record<string, unknown>;
/** What a round hands to the next one; its shape is the trigger's own. */
export type PaginationState = Record<string, unknown>;
export type TriggerPayload = ServerTriggerPayload & { paginationState?: PaginationState | null };

/** The four kinds of state that a perform may return to have it merged into what is kept. */
export interface StateChanges {
  instanceState?: Record<string, unknown>;
  crossFlowState?: Record<string, unknown>;
  executionState?: Record<string, unknown>;
  integrationState?: Record<string, unknown>;
}

export interface TriggerResult extends StateChanges {
  payload: TriggerPayload;
  response?: { statusCode: number; contentType: string; headers?: Record<string, string>; body?: string };
  branch?: string;
  resultType?: string;
}

interface Display {
  label: string;
  description: string;
}

export interface Action {
  key: string;
  display: Display;
  inputs: Input[];
  outputSchema?: ConvertedAction["outputSchema"];
  examplePayload?: unknown;
  perform(context: ActionContext, params: Params): Promise<ActionPerformReturn>;
  examplePerform?(context: ActionContext, params: Params): Promise<ActionPerformReturn>;
}

export interface DataSource {
  key: string;
  display: Display;
  inputs: Input[];
  dataSourceType: string;
  examplePayload?: unknown;
  perform(context: DataSourceContext, params: Params): Promise<DataSourceResult>;
}

/** A trigger as the platform holds it: what to run, and how its items are found and dispatched. */
export interface Trigger {
  key: string;
  display: Display;
  inputs: Input[];
  examplePayload?: unknown;
  scheduleSupport: string;
  isPollingTrigger?: boolean;
  triggerResolverSupport?: string;
  triggerResolverDefaultBatchSize?: number;
  perform(context: ActionContext, payload: TriggerPayload, params: Params): Promise<unknown>;
  resolveTriggerItems?(context: ActionContext, result: TriggerResult): unknown[];
  getNextPaginationState?(context: ActionContext, result: TriggerResult): object | null;
  onDeployPerform?(context: ActionContext, payload: TriggerPayload, params: Params): Promise<unknown>;
  resolveOnDeployItems?(context: ActionContext, result: TriggerResult): unknown[];
  getOnDeployNextPaginationState?(context: ActionContext, result: TriggerResult): object | null;
  onInstanceDeploy?(context: ActionContext, params: Params): Promise<unknown>;
  onInstanceDelete?(context: ActionContext, params: Params): Promise<unknown>;
  webhookCreate?(context: ActionContext, params: Params): Promise<unknown>;
  webhookDelete?(context: ActionContext, params: Params): Promise<unknown>;
}

/** A component as `component()` converts it, which is what the platform loads and calls. */
export interface Component {
  key: string;
  display: Display & { iconPath?: string };
  actions: Record<string, Action>;
  triggers: Record<string, Trigger>;
  dataSources: Record<string, DataSource>;
  connections: { key: string; label: string; inputs: Input[] }[];
}
