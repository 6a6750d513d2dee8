import type { JsonObject } from "../../src/zoho/core/json";
import { describedCalls as callsOf } from "../oas/files";

export { propertiesOf } from "../oas/files";

/** One call as Zoho's OpenAPI files describe it, its path with every part as `{}`. */
export interface Described {
  readonly file: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly JsonObject[];
  readonly headers: readonly string[];
  readonly scopes: readonly string[];
  /** The schemas of the good answer and of the JSON body, with every reference followed. */
  readonly answer: JsonObject;
  readonly body: JsonObject;
}

export const normalised = (template: string): string => template.replace(/\{[^}]*\}/g, "{}");

/** Every call of Zoho Books. */
export const describedCalls = (): Described[] =>
  callsOf("books").map(({ file, method, path, parameters, scopes, answerSchema, bodySchema }) => ({
    file,
    method,
    path: normalised(path).slice(1),
    query: parameters.filter((parameter) => parameter.in === "query"),
    headers: parameters.filter((parameter) => parameter.in === "header").map(({ name }) => String(name)),
    scopes,
    answer: answerSchema,
    body: bodySchema,
  }));
