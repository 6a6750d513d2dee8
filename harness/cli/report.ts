import type { LogLine } from "../context";

/** What a run cost the sandbox. */
export interface Cost {
  requests: number;
  credits: number;
}

/** How a run ended, with everything there is to say about it. */
export type Outcome = { logs: readonly LogLine[]; cost?: Cost } & ({ result: unknown } | { error: unknown });

/**
 * Files are told by their size. A Buffer has turned itself into its JSON form by the time that the replacer
 * sees it.
 */
function summarise(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Uint8Array ? `<${original.byteLength} bytes>` : value;
}

const asJson = (value: unknown): string => JSON.stringify(value, summarise, 2) ?? "undefined";

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : asJson(error);

const errorFields = (error: unknown): unknown =>
  error instanceof Error ? { ...error, name: error.name, message: error.message } : error;

/** The outcome as one JSON document, for machines. */
export function machineReport({ logs, cost, ...outcome }: Outcome): string {
  const body = "error" in outcome ? { error: errorFields(outcome.error) } : outcome;
  return asJson({ ...body, logs, cost });
}

/** The outcome for a person: the result, then the log, then the cost. */
export function report({ logs, cost, ...outcome }: Outcome): string {
  return [
    "error" in outcome ? messageOf(outcome.error) : asJson(outcome.result),
    ...logs.map(({ level, message }) => `${level.padEnd(6)} ${message}`),
    ...(cost ? [`cost   requests ${cost.requests}, credits ${cost.credits}`] : []),
  ].join("\n");
}
