import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/*
 * The facts in Zoho's OpenAPI files, without their prose: calls, parameters, names and types of properties,
 * enumerations, what is required, scopes.
 */

type Json = Readonly<Record<string, unknown>>;

/** One call, as far as it can be checked. Schemas are names in `schemas`. */
export interface DigestCall {
  readonly file: string;
  readonly method: string;
  /** Such as `/{module}/{recordID}`. */
  readonly path: string;
  /** The name that the file gives the call, such as `convertLead`. */
  readonly name?: string;
  /** Where its paths stand below the host, where that is not where those of most files do. */
  readonly base?: string;
  readonly parameters: readonly Json[];
  readonly scopes: readonly string[];
  readonly body?: string;
  /** The schema of an answer by status; null where it has no JSON body. */
  readonly answers: Readonly<Record<string, string | null>>;
}

export interface Digest {
  readonly calls: readonly DigestCall[];
  readonly schemas: Readonly<Record<string, Json>>;
}

/** What of a JSON schema is a fact; descriptions, examples and titles are not. */
const facts = new Set([
  ...["type", "enum", "const", "required", "nullable", "pattern", "additionalProperties"],
  ...["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "format"],
]);
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const entries = (value: unknown): [string, unknown][] => Object.entries(isObject(value) ? value : {});

/** Schemas by what they say, so that each is written once. */
class Schemas {
  private readonly names = new Map<string, string>();
  readonly all: Record<string, Json> = {};

  /** The name of a schema, which is new where it says what none has said. */
  add(schema: Json): string {
    const text = JSON.stringify(schema);
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = this.names.size.toString(36);
    this.names.set(text, name);
    this.all[name] = schema;
    return name;
  }
}

const methods = ["get", "post", "put", "patch", "delete"];

/** Digests every file of a folder, JSON or YAML. */
export function digestOf(folder: string): Digest {
  const schemas = new Schemas();
  const calls = readdirSync(folder)
    .sort()
    .flatMap((file) => callsIn(file, parse(readFileSync(path.join(folder, file), "utf8")), schemas));
  return { calls, schemas: schemas.all };
}

function callsIn(file: string, document: unknown, schemas: Schemas): DigestCall[] {
  const follow = (value: unknown): Json => {
    if (!isObject(value) || typeof value.$ref !== "string") return isObject(value) ? value : {};
    const steps = value.$ref.replace("#/", "").split("/").map(decoded);
    return follow(steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document));
  };
  /** A schema's facts; what has parts is a reference. A schema that holds itself holds anything there. */
  const condensed = (given: unknown, above: readonly unknown[] = []): Json => {
    if (typeof given === "boolean") return given ? {} : { not: {} };
    const schema = follow(given);
    if (above.includes(schema)) return {};
    const inside = [...above, schema];
    const condense = (part: unknown) => condensed(part, inside);
    const kept: Record<string, unknown> = Object.fromEntries(
      Object.entries(schema).filter(([name, value]) => facts.has(name) && typeof value !== "object"),
    );
    for (const name of ["type", "enum", "required"])
      if (Array.isArray(schema[name])) kept[name] = schema[name];
    if (isObject(schema.additionalProperties))
      kept.additionalProperties = condense(schema.additionalProperties);
    if (schema.properties !== undefined)
      kept.properties = Object.fromEntries(
        entries(schema.properties).map(([name, part]) => [name, condense(part)]),
      );
    if (schema.items !== undefined) kept.items = condense(schema.items);
    for (const name of ["oneOf", "anyOf", "allOf"])
      if (Array.isArray(schema[name])) kept[name] = list(schema[name]).map(condense);
    return kept.properties || kept.oneOf || kept.anyOf || kept.allOf
      ? { $ref: `#/schemas/${schemas.add(kept)}` }
      : kept;
  };
  const bodyOf = (holder: unknown): string | undefined => {
    const content = entries(follow(holder).content);
    const media = (content.find(([type]) => type.includes("json")) ?? content[0])?.[1];
    const schema = isObject(media) ? media.schema : undefined;
    return schema === undefined ? undefined : schemas.add(condensed(schema));
  };
  const [server] = list(isObject(document) ? document.servers : []).map((each) => pathOf(follow(each).url));
  const base = server !== undefined && !/^\/(crm\/\{version\}|books\/v3)$/.test(server) ? server : undefined;
  return entries(isObject(document) ? document.paths : {}).flatMap(([template, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, given]): DigestCall => {
        const call = follow(given);
        const parameters = [follow(item), call].flatMap((holder) => list(holder.parameters).map(follow));
        const body = bodyOf(call.requestBody);
        return {
          file,
          method: method.toUpperCase(),
          path: template,
          ...(typeof call.operationId === "string" && { name: call.operationId }),
          ...(base !== undefined && { base }),
          parameters: parameters.map(({ name, in: place, required, schema, description, example }) => ({
            name,
            in: place,
            ...(required === true && { required }),
            schema: condensed(schema ?? {}),
            ...(name === "sort_column" && { columns: columnsIn(`${description ?? ""} ${example ?? ""}`) }),
          })),
          scopes: [
            ...new Set(
              list(call.security ?? (isObject(document) ? document.security : [])).flatMap((login) =>
                entries(login).flatMap(([, scopes]) => list(scopes).map(String)),
              ),
            ),
          ],
          ...(body !== undefined && { body }),
          answers: Object.fromEntries(
            entries(call.responses).map(([status, answer]) => [status, bodyOf(answer) ?? null]),
          ),
        };
      }),
  );
}

/** The path of a server's address, which may have slots for its host. */
const pathOf = (url: unknown): string => String(url).replace(/^https?:\/\/[^/]+/, "");

/** The columns that a description of sorting names: every word in it that could be one. */
const columnsIn = (text: string): string[] => [...new Set(text.match(/[a-z_]+/g))].sort();

const decoded = (step: string): string =>
  decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");

/** The digest as text, one call and one schema a line, so that a change of Zoho's can be read. */
export function digestText({ calls, schemas }: Digest): string {
  const lines = (items: readonly string[]) => items.map((item) => `    ${item}`).join(",\n");
  return `{
  "calls": [
${lines(calls.map((call) => JSON.stringify(call)))}
  ],
  "schemas": {
${lines(Object.entries(schemas).map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`))}
  }
}
`;
}
