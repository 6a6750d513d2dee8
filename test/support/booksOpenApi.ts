import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isObject, type JsonObject, objectsAt, textAt } from "../../src/zoho/core/json";

const folder = path.resolve(__dirname, "../../../shared/oas/books");

/** Whether Zoho's OpenAPI files stand beside the project. */
export const hasOpenApi = existsSync(folder);

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

const methods = ["get", "post", "put", "delete"];

/** Every call in the files of Zoho Books; none where the files are not there. */
export function describedCalls(): Described[] {
  if (!hasOpenApi) return [];
  return readdirSync(folder).flatMap((file) =>
    callsIn(file, parse(readFileSync(path.join(folder, file), "utf8"))),
  );
}

function callsIn(file: string, document: unknown): Described[] {
  const follow = (value: unknown): JsonObject => {
    const reference = textAt(value, "$ref");
    if (reference === undefined) return isObject(value) ? value : {};
    const steps = reference.replace("#/", "").split("/");
    return follow(steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document));
  };
  const schemaIn = (holder: JsonObject): JsonObject => {
    const content = Object.values(follow(holder.content)).map((media) => follow(follow(media).schema));
    return resolved(content.find((schema) => schema.properties) ?? content[0] ?? {});
  };
  const resolved = (schema: JsonObject): JsonObject => ({
    ...schema,
    ...(isObject(schema.items) ? { items: resolved(follow(schema.items)) } : {}),
    ...(isObject(schema.properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, property]) => [name, resolved(follow(property))]),
          ),
        }
      : {}),
  });
  return Object.entries(follow(isObject(document) ? document.paths : {})).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const call = isObject(item) ? item[method] : undefined;
      if (!isObject(item) || !isObject(call)) return [];
      const parameters = [item, call].flatMap((holder) =>
        Array.isArray(holder.parameters) ? holder.parameters.map(follow) : [],
      );
      const [answer = {}] = Object.values(follow(call.responses)).map(follow);
      return [
        {
          file,
          method: method.toUpperCase(),
          path: normalised(template).slice(1),
          query: parameters.filter((parameter) => parameter.in === "query"),
          headers: parameters
            .filter((parameter) => parameter.in === "header")
            .map(({ name }) => String(name)),
          scopes: objectsAt(call, "security").flatMap((login) => Object.values(login).flat().map(String)),
          answer: schemaIn(answer),
          body: schemaIn(follow(call.requestBody)),
        },
      ];
    }),
  );
}

/** The properties of a schema; of a list, those of its items. */
export function propertiesOf(schema: unknown): JsonObject {
  if (!isObject(schema)) return {};
  if (isObject(schema.properties)) return schema.properties;
  return schema.items === undefined ? {} : propertiesOf(schema.items);
}
