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

/** Methods that a file has and Zoho's page and SDK do not. */
const misprints: Readonly<Record<string, string>> = {
  "POST /settings/portals/{portal}/user_type/{userType}/users/{recordId}/actions/change_status": "PUT",
};

/** Where a call stands: its method, its base where it is not that of most, and its path. */
type Place = Pick<DigestCall, "method" | "base" | "path">;

/**
 * Digests every file of some folders, JSON or YAML. Each folder is a state of Zoho's files, the latest first:
 * a state corrects those before it, so that of an earlier one only the calls are taken that no later one has.
 * Within a state two files may describe one call, each for what it is about.
 */
export function digestOf(folders: readonly string[]): Digest {
  const schemas = new Schemas();
  const calls: DigestCall[] = [];
  for (const folder of folders) {
    const known = new Set(calls.map(sameness));
    const documents = documentsIn(folder);
    for (const file of documents.keys())
      calls.push(...callsIn(file, documents, schemas, (call) => !known.has(sameness(call))));
  }
  return { calls, schemas: schemas.all };
}

/**
 * What calls are the same by: the method and the whole path, whatever its case and the names of its slots.
 */
const sameness = ({ method, base = "", path: rest }: Place): string =>
  `${method} ${base}${rest}`.replaceAll(/\{\w+\}/g, "{}").toLowerCase();

/** The files of a folder. Every reference in them begins with the name of the file that it points into. */
function documentsIn(folder: string): ReadonlyMap<string, unknown> {
  const documentIn = (file: string): unknown =>
    parse(readFileSync(path.join(folder, file), "utf8"), (key, value) => {
      if (key !== "$ref" || typeof value !== "string") return value;
      return value.startsWith("#")
        ? `${file}${value}`
        : value.slice(value.lastIndexOf("/", value.indexOf("#")) + 1);
    });
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, documentIn(file)]),
  );
}

/**
 * Where a call stands: `/crm/v8/Leads` and `/Leads` of a server at `/crm/{version}` are the same. Undefined
 * for what is no path of the API, such as the address of a file that an answer names.
 */
function placeOf(server: string, template: string): Omit<Place, "method"> | undefined {
  const [, product, own, rest] =
    /^\/(crm|books)(\/[a-z]+)?\/(?:\{version\}|v\d+)(\/.*)$/.exec(server + template) ?? [];
  if (rest === undefined) return undefined;
  return { ...(own !== undefined && { base: `/${product}${own}/{version}` }), path: rest };
}

function callsIn(
  file: string,
  documents: ReadonlyMap<string, unknown>,
  schemas: Schemas,
  isWanted: (call: Place) => boolean,
): DigestCall[] {
  const document = documents.get(file);
  const follow = (value: unknown): Json => {
    if (!isObject(value) || typeof value.$ref !== "string") return isObject(value) ? value : {};
    const [holder = "", pointer = ""] = value.$ref.split("#/");
    const steps = pointer.split("/").map(decoded);
    return follow(
      steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), documents.get(holder)),
    );
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
  const callOf = (place: Place, item: unknown, given: unknown) => {
    const call = follow(given);
    const parameters = [follow(item), call].flatMap((holder) => list(holder.parameters).map(follow));
    const body = bodyOf(call.requestBody);
    const { method, base, path: rest } = place;
    return {
      file: file.replaceAll("_", "-"),
      method,
      path: rest,
      ...(typeof call.operationId === "string" && { name: call.operationId }),
      ...(base !== undefined && { base }),
      parameters: parameters.map(({ name, in: where, required, schema, description, example }) => ({
        name,
        in: where,
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
  };
  const [server = ""] = list(isObject(document) ? document.servers : []).map((each) =>
    pathOf(follow(each).url),
  );
  return entries(isObject(document) ? document.paths : {}).flatMap(([template, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .flatMap(([verb, given]): DigestCall[] => {
        const place = placeOf(server, template);
        if (place === undefined) return [];
        const written = verb.toUpperCase();
        const method = misprints[`${written} ${place.path}`] ?? written;
        return isWanted({ method, ...place }) ? [callOf({ method, ...place }, item, given)] : [];
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
