import { randomUUID } from "node:crypto";
import { format } from "node:util";
import type { ActionContext, ActionLogger, PaginationState, TriggerPayload } from "./component";
import type { ExecutionState } from "./state";

export interface LogLine {
  level: keyof ActionLogger;
  message: string;
}

/** The flow in whose name something runs, and how it dispatches the items of its trigger. */
export interface FlowIdentity {
  name: string;
  /** Stays the same over all versions of the flow; state that outlives a version is keyed by it. */
  stableId: string;
  webhookUrls: Record<string, string>;
  batch: { enabled: false } | { enabled: true; batchSize: number };
}

export interface ContextOptions {
  logs: LogLine[];
  state: ExecutionState;
  flow?: FlowIdentity;
  debug?: boolean;
}

/** What a caller's own context may put in place of the standard one. */
export type ContextOverrides = Partial<Omit<ActionContext, keyof ExecutionState>>;

/** The flow of a lone step, tried outside any deployed instance. */
export const loneFlow: FlowIdentity = {
  name: "Flow 1",
  stableId: "3f2b9c1e-77aa-4d1c-9a55-0c6b8d1e2f30",
  webhookUrls: { "Flow 1": "https://hooks.example.com/trigger/flow-1" },
  batch: { enabled: false },
};

const who = {
  customer: { id: "customer-1", externalId: "acme", name: "Acme" },
  instance: { id: "instance-1", name: "Acme Zoho" },
  user: { id: "user-1", email: "user@acme.example", name: "User One", externalId: "user-1" },
  integration: { id: "integration-1", name: "Zoho", versionSequenceId: "1", externalVersion: "1.0.0" },
};

/** A logger that keeps every line with its level, as the platform's log does. */
function logger(logs: LogLine[]): ActionLogger {
  const writer =
    (level: LogLine["level"]) =>
    (...parts: unknown[]) =>
      void logs.push({ level, message: format(...parts) });
  return {
    metric: writer("metric"),
    trace: writer("trace"),
    debug: writer("debug"),
    info: writer("info"),
    log: writer("log"),
    warn: writer("warn"),
    error: writer("error"),
  };
}

const refuse = (what: string) => (): never => {
  throw new Error(`${what} is not emulated.`);
};

/**
 * The context that the platform gives to a step; spectral adds `debug`, `invokeFlow` and `polling` on top of
 * it.
 */
export function actionContext({
  logs,
  state,
  flow = loneFlow,
  debug = false,
}: ContextOptions): ActionContext {
  const executionId = randomUUID();
  const startedAt = new Date().toISOString();
  return {
    ...who,
    ...state,
    logger: logger(logs),
    configVars: {},
    components: {},
    stepId: randomUUID(),
    executionId,
    webhookUrls: flow.webhookUrls,
    webhookApiKeys: {},
    invokeUrl: flow.webhookUrls[flow.name] ?? "",
    flow: { id: `${flow.stableId}-v1`, name: flow.name, stableId: flow.stableId },
    batch: flow.batch,
    startedAt,
    executionFrame: {
      invokedByExecutionJWT: "",
      invokedByExecutionStartedAt: startedAt,
      componentActionKey: "",
      executionId,
      executionStartedAt: startedAt,
      stepName: "Step 1",
      loopPath: "",
    },
    flowSchemas: {},
    globalDebug: debug,
    runnerAllocatedMemoryMb: 1024,
    invokeFlow: refuse("Calling another flow"),
    debug: {
      enabled: debug,
      timeElapsed: { mark: () => undefined, measure: () => undefined },
      memoryUsage: () => undefined,
      results: { timeElapsed: { marks: {}, measurements: {} }, memoryUsage: [], allowedMemory: 1024 },
    },
  };
}

/** What a webhook call carries: a value to send as JSON, or the bytes as they are. */
export interface WebhookRequest {
  body?: unknown;
  rawBody?: Buffer;
  headers?: Record<string, string>;
  queryParameters?: Record<string, string>;
  pathFragment?: string;
}

/** The ways in which the platform runs a flow, as its header names them. */
export type InvokeType =
  | "Scheduled"
  | "Webhook"
  | "Webhook Snapshot"
  | "Deploy Flow"
  | "Instance Sync Flow"
  | "Integration Flow Test"
  | "Cross Flow"
  | "AI Agent";

/** The header that tells a scheduled run from a webhook call. */
export const scheduledRequest: WebhookRequest = { headers: { "prismatic-invoke-type": "Scheduled" } };

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return bytes.toString();
  }
}

/** The payload of a trigger: the body parsed in `body`, and as the bytes that arrived in `rawBody`. */
export function triggerPayload(
  context: ActionContext,
  request: WebhookRequest,
  paginationState?: PaginationState,
): TriggerPayload {
  const { body, headers = {}, queryParameters = {}, pathFragment = "" } = request;
  const bytes = request.rawBody ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const contentType = headers["content-type"] ?? (bytes && "application/json");
  const { webhookUrls, webhookApiKeys, invokeUrl, executionId, customer, instance, user } = context;
  const { integration, flow, startedAt, globalDebug = false } = context;
  return {
    headers: contentType ? { ...headers, "content-type": contentType } : headers,
    queryParameters,
    rawBody: { data: bytes, contentType },
    body: { data: bytes && parsed(bytes), contentType },
    pathFragment,
    ...{ webhookUrls, webhookApiKeys, invokeUrl, executionId, customer, instance, user, integration, flow },
    ...{ startedAt, globalDebug },
    ...(paginationState && { paginationState }),
  };
}
