import Ajv from "ajv";
import component from "../../src";
import type { Form, FormSchema } from "../../src/zoho/core/form";
import type { JsonObject } from "../../src/zoho/core/json";
import { startSandbox } from "./sandbox";

/*
 * Forms as a deployer fills them: judged by the validator that JSON Forms has.
 */

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
ajv.addFormat("email", /^\S+@\S+$/);

const log = () => {};
const context = { logger: { debug: log, info: log, warn: log } };
type Perform = (context: object, inputs: object) => Promise<{ result: unknown; data: unknown }>;

/** A sandbox, and the parts of the component run against it with their defaults, as the platform does. */
export async function startForms() {
  const sandbox = await startSandbox();
  async function perform(kind: "actions" | "dataSources", key: string, inputs: object) {
    const parts: Record<string, { perform: unknown; inputs: readonly { key: string; default?: unknown }[] }> =
      component[kind];
    const part = parts[key];
    if (!part) throw new Error(`There is no ${key}.`);
    const run = part.perform as Perform;
    const defaults = part.inputs.map((input) => [input.key, input.default ?? undefined]);
    const connection = await sandbox.connection();
    return run(context, { ...Object.fromEntries(defaults), ...inputs, connection });
  }
  return {
    sandbox,
    perform,
    formOf: async (key: string, inputs: object) => (await perform("dataSources", key, inputs)).result as Form,
    act: async (key: string, inputs: object) =>
      (await perform("actions", key, inputs)).data as { data: JsonObject[] },
  };
}

export type Forms = Awaited<ReturnType<typeof startForms>>;

/** What is wrong with the value of a form, in the validator's words. */
export function errorsOf({ schema }: Form, value: unknown): string[] {
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const texts: Record<string, string> = {
  date: "2026-03-01",
  "date-time": "2026-03-01T09:00:00+00:00",
  email: "ada@example.com",
};

/**
 * What a person may fill in; undefined for what wants knowledge, such as the rule by which a task repeats.
 */
export function filled(schema: FormSchema): unknown {
  const [option] = schema.oneOf ?? [];
  if (schema.const !== undefined) return schema.const;
  if (option) return option.const;
  if (schema.type === "object") {
    const values = Object.entries(schema.properties ?? {}).map(
      ([name, inner]) => [name, filled(inner)] as const,
    );
    const object = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    return schema.required?.every((name) => name in object) === false ? undefined : object;
  }
  if (schema.type === "array") {
    const item = filled(schema.items ?? {});
    return item === undefined ? undefined : [item];
  }
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return 12;
  if (schema.pattern?.includes("18")) return "123456789012345678";
  if (schema.pattern || schema.description) return undefined;
  return texts[schema.format ?? ""] ?? "www.zylker.com".slice(0, schema.maxLength);
}
