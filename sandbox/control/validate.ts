import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import type { Answer } from "../core/answer";
import type { Order } from "../core/deliveries";
import type { Fault } from "../core/faults";
import { lazy } from "../core/lazy";
import type { BooksLimits, Limits } from "../core/limits";
import type { SandboxRequest } from "../http/route";
import type { ControlRoute } from "../http/server";
import type { ResetOptions } from "../world";
import { problem } from "./problem";

/** The forms below are our own: checking them by the schema of schemas would cost more than they do. */
const ajv = lazy(
  () =>
    new Ajv({
      allErrors: true,
      strictTypes: false,
      meta: false,
      validateSchema: false,
      code: { optimize: false },
    }),
);

/** A check of a body, made when it is first asked for. */
export type Check<T> = () => ValidateFunction<T>;

function check<T>(schema: object): Check<T> {
  return lazy(() => ajv().compile<T>(schema));
}

/**
 * A handler for a body of one form; any other is refused with what is wrong with it. An empty body is `{}`.
 */
export function withBody<T>(
  check: Check<T>,
  handle: (body: T, request: SandboxRequest) => Answer | Promise<Answer>,
): ControlRoute["handle"] {
  return (request) => {
    const body = request.body ?? {};
    const isValid = check();
    return isValid(body) ? handle(body, request) : problem(complaints(isValid.errors));
  };
}

const count = { type: "integer", minimum: 0 };
const counts = { type: "object", additionalProperties: count };

function object(properties: object, required: string[] = []) {
  return { type: "object", additionalProperties: false, required, properties };
}

export const isReset = check<ResetOptions>(
  object({ seed: { type: "integer" }, records: counts, books: counts }),
);

/** Limits as they are given: any of them. */
export type GivenLimits = Partial<Omit<Limits, "books">> & { books?: Partial<BooksLimits> };

export const isLimits = check<GivenLimits>(
  object({
    concurrency: { type: "integer", minimum: 1 },
    creditsPerDay: count,
    pagedRecords: count,
    searchLagSeconds: { type: "number", minimum: 0 },
    visibilityLagSeconds: { type: "number", minimum: 0 },
    bulkReadRows: { type: "integer", minimum: 1 },
    products: { type: "array", items: { enum: ["crm", "books"] } },
    apiAccess: { type: "boolean" },
    books: object({ perMinute: count, perDay: count, concurrency: { type: "integer", minimum: 1 } }),
  }),
);

/** What nobody knows, by its name, and how it is to be played. */
export const areChoices = check<Record<string, string>>({
  type: "object",
  additionalProperties: { type: "string" },
});

export const isClock = check<{ advanceSeconds?: number; dateSkewSeconds?: number }>({
  ...object({ advanceSeconds: { type: "number" }, dateSkewSeconds: { type: "number" } }),
  minProperties: 1,
});

const choice = { anyOf: [{ const: "all" }, { type: "array", items: { type: "integer" } }] };

export const isOrder = check<Order>(
  object({ hold: { type: "boolean" }, drop: choice, release: choice, together: { type: "boolean" } }),
);

export const isWrite = check<{ data: object[] }>(
  object({ data: { type: "array", items: { type: "object" } } }, ["data"]),
);

const effect = object({
  status: { type: "integer", minimum: 200, maximum: 599 },
  body: {},
  headers: {
    type: "object",
    propertyNames: { pattern: "^[A-Za-z0-9-]+$" },
    additionalProperties: { type: ["string", "number"], pattern: "^[ -~]*$" },
  },
  html: { type: "boolean" },
  reset: { type: "boolean" },
  delayMs: { type: "number", minimum: 0 },
  truncate: { anyOf: [{ type: "integer", minimum: 0 }, { const: true }] },
  stall: { type: "boolean" },
  slice: { type: "integer", minimum: 1 },
  gzip: { enum: ["cut", "bomb"] },
  understate: { type: "integer", minimum: 1 },
  applied: { type: "boolean" },
});

/** A fault as it is given: the counts may be left out, and `applied` may stand beside the effect. */
export type GivenFault = Omit<Fault, "skip" | "times"> & { skip?: number; times?: number; applied?: boolean };

export const areFaults = check<GivenFault[]>({
  type: "array",
  items: object(
    {
      method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
      path: { type: "string" },
      skip: count,
      times: { type: "integer", minimum: 1 },
      probability: { type: "number", minimum: 0, maximum: 1 },
      applied: { type: "boolean" },
      effect,
    },
    ["effect"],
  ),
});

/** What is wrong, one short sentence for each: `Unknown key efect at /0.` */
export function complaints(errors: ErrorObject[] | null | undefined): string {
  return (errors ?? []).map(complaint).join(" ");
}

function complaint({ keyword, params, instancePath, message }: ErrorObject): string {
  const place = instancePath === "" ? "" : ` at ${instancePath}`;
  if (keyword === "additionalProperties") return `Unknown key ${params.additionalProperty}${place}.`;
  return `${place === "" ? "The body" : `The value${place}`} ${message}.`;
}
