import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ValidateFunction } from "ajv/dist/2020";
import { isObject, type JsonObject } from "../../src/zoho/core/json";

const folder = path.resolve(__dirname, "../../../shared/oas/crm");

/** Whether Zoho's OpenAPI files stand beside the project. */
export const hasFiles = existsSync(folder);

/** One call as a file of Zoho's describes it. */
export interface Described {
  readonly file: string;
  readonly method: string;
  /** Such as `/{module}/{recordID}`. */
  readonly path: string;
  readonly parameters: readonly JsonObject[];
  /** What is wrong with a body; undefined where the file describes none. */
  readonly body?: Check;
  /** What is wrong with an answer, by status; undefined for a status without a body. */
  readonly answers: ReadonlyMap<string, Check | undefined>;
}

/** What is wrong, one short sentence for each; nothing when it is right. */
export type Check = (value: unknown) => string[];

const methods = ["get", "post", "put", "patch", "delete"];
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false });

/** Every call in the files; none where the files are not there. */
export function describedCalls(): Described[] {
  if (!hasFiles) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const document: unknown = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
      ajv.addSchema({ ...(isObject(document) ? document : {}), $id: file });
      return callsIn(file, document);
    });
}

const entriesAt = (value: unknown): [string, JsonObject][] =>
  Object.entries(isObject(value) ? value : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );

function callsIn(file: string, document: unknown): Described[] {
  const follow = (value: unknown): JsonObject => {
    if (!isObject(value) || typeof value.$ref !== "string") return isObject(value) ? value : {};
    const steps = value.$ref.replace("#/", "").split("/");
    return follow(steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document));
  };
  return entriesAt(isObject(document) ? document.paths : {}).flatMap(([template, item]) =>
    entriesAt(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, call]): Described => {
        const at = ["paths", template, method];
        const parameters = [item.parameters, call.parameters].flatMap((list) =>
          Array.isArray(list) ? list.map(follow) : [],
        );
        const answers = entriesAt(call.responses).map(([status, answer]): [string, Check | undefined] => [
          status,
          checkOf(file, [...at, "responses", status], answer),
        ]);
        return {
          file,
          method: method.toUpperCase(),
          path: template,
          parameters,
          body: checkOf(file, [...at, "requestBody"], call.requestBody),
          answers: new Map(answers),
        };
      }),
  );
}

function checkOf(file: string, at: readonly string[], holder: unknown): Check | undefined {
  const content =
    isObject(holder) && isObject(holder.content) ? holder.content["application/json"] : undefined;
  if (!isObject(content) || content.schema === undefined) return undefined;
  const steps = [...at, "content", "application/json", "schema"].map(encoded);
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv.compile({ $ref: `${file}#/${steps.join("/")}` });
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

const encoded = (step: string): string =>
  encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Places in lists are told without their number, so that many rows of one kind say one thing. */
const complaint = (place: string, message: string | undefined, params: JsonObject): string => {
  const named = [params.additionalProperty, params.allowedValue, params.allowedValues].find(
    (value) => value !== undefined,
  );
  const more =
    named === undefined ? "" : ` (${Array.isArray(named) ? named.slice(0, 8).join(", ") : String(named)})`;
  return `${place.replaceAll(/\/\d+/g, "[]") || "the whole"} ${message ?? ""}${more}`;
};
