import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ValidateFunction } from "ajv/dist/2020";
import type { Digest, DigestCall } from "../../scripts/oas/digest";
import { isObject, type JsonObject } from "../../src/zoho/core/json";

/** One call as Zoho's OpenAPI files describe it, from the digest of them that stands beside this file. */
export interface Described extends Pick<DigestCall, "file" | "method" | "path" | "scopes"> {
  readonly parameters: readonly JsonObject[];
  /** What is wrong with a body; undefined where the file describes none. */
  readonly body?: Check;
  /** What is wrong with an answer, by status; undefined for a status without a body. */
  readonly answers: ReadonlyMap<string, Check | undefined>;
  /** The schemas themselves, every reference followed. */
  readonly bodySchema: JsonObject;
  readonly answerSchema: JsonObject;
}

/** What is wrong, one short sentence for each; nothing when it is right. */
export type Check = (value: unknown) => string[];

const read = new Map<string, Described[]>();

/** Every call in the files of a product; `npm run oas -- FOLDER` makes the digest anew. */
export function describedCalls(product: "crm" | "books" = "crm"): readonly Described[] {
  const known = read.get(product);
  if (known) return known;
  const digest: Digest = JSON.parse(readFileSync(path.join(__dirname, `${product}.json`), "utf8"));
  const compile = compiler(digest.schemas);
  const checkOf = (name: string | null | undefined): Check | undefined =>
    name === null || name === undefined ? undefined : checker(() => compile(name));
  const schemaOf = (name: string | null | undefined) =>
    name === null || name === undefined ? {} : resolved(digest.schemas, digest.schemas[name]);
  const calls = digest.calls.map((call): Described => {
    const good = Object.entries(call.answers).find(([status]) => status.startsWith("2"));
    return {
      ...call,
      body: checkOf(call.body),
      answers: new Map(Object.entries(call.answers).map(([status, name]) => [status, checkOf(name)])),
      get bodySchema() {
        return schemaOf(call.body);
      },
      get answerSchema() {
        return schemaOf(good?.[1]);
      },
    };
  });
  read.set(product, calls);
  return calls;
}

/** A schema with its references followed, as far as they go on without coming back. */
function resolved(schemas: Digest["schemas"], value: unknown): JsonObject {
  if (!isObject(value)) return {};
  if (typeof value.$ref === "string") return resolved(schemas, schemas[value.$ref.replace("#/schemas/", "")]);
  const properties = isObject(value.properties) ? Object.entries(value.properties) : [];
  return {
    ...value,
    ...(value.items !== undefined && { items: resolved(schemas, value.items) }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(([name, part]) => [name, resolved(schemas, part)])),
    }),
  };
}

/** The properties of a schema; of a list, those of its items. */
export function propertiesOf(schema: unknown): JsonObject {
  if (!isObject(schema)) return {};
  if (isObject(schema.properties)) return schema.properties;
  return schema.items === undefined ? {} : propertiesOf(schema.items);
}

/**
 * Compiles a schema by its name. Ajv is given only what it refers to: of thousands, a test file asks for few.
 */
function compiler(schemas: Digest["schemas"]): (name: string) => ValidateFunction {
  // The digest is ours: to check it by the schema of schemas would cost each test file a fifth of a second.
  // To make the code of a check shorter costs more than the few values that go through it save.
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    allErrors: true,
    code: { optimize: false },
    logger: false,
    meta: false,
  });
  const add = ($ref: string): void => {
    if (ajv.schemas[$ref]) return;
    const schema = schemas[$ref.replace("#/schemas/", "")] ?? {};
    ajv.addSchema(schema, $ref);
    for (const [, other = ""] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)) add(other);
  };
  return (name) => {
    const $ref = `#/schemas/${name}`;
    add($ref);
    return ajv.compile({ $ref });
  };
}

function checker(compile: () => ValidateFunction): Check {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= compile();
    if (validate(value)) return [];
    return [
      ...new Set(
        (validate.errors ?? []).map(({ instancePath, message, params }) =>
          complaint(instancePath, message, params),
        ),
      ),
    ];
  };
}

/** Places in lists are told without their number, so that many rows of one kind say one thing. */
const complaint = (place: string, message: string | undefined, params: JsonObject): string => {
  const named = [params.additionalProperty, params.allowedValue, params.allowedValues].find(
    (value) => value !== undefined,
  );
  const more =
    named === undefined ? "" : ` (${Array.isArray(named) ? named.slice(0, 8).join(", ") : String(named)})`;
  return `${place.replaceAll(/\/\d+/g, "[]") || "the whole"} ${message ?? ""}${more}`;
};
