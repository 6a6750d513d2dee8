import Ajv from "ajv";
import { objectOf, objects, text } from "./nodes";
import type { Rule } from "./rules";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { optimize: false } });

/** The schema and the example that an action shows to builders, as the platform reads them. */
function shown(value: Record<string, unknown>): { schema: object; example: unknown } {
  const { schema } = objectOf(value.outputSchema);
  return {
    schema: JSON.parse(text(schema) || "{}"),
    example: JSON.parse(text(value.examplePayload) || "{}"),
  };
}

export const outputRules: readonly Rule[] = [
  {
    name: "shows an example of what it gives",
    kinds: ["action", "dataSource", "trigger"],
    check: ({ kind, value }) => {
      const key = { action: "data", dataSource: "result", trigger: "payload" }[String(kind)] ?? "";
      return key in objectOf(shown(value).example) ? [] : [`has no example with ${key}`];
    },
  },
  {
    name: "describes what it returns by a schema that its example follows",
    kinds: ["action"],
    check: ({ value }) => {
      if (!value.outputSchema) return ["has no output schema"];
      const { schema, example } = shown(value);
      if (!ajv.validateSchema(schema)) return [`has a bad schema: ${ajv.errorsText()}`];
      const data = objectOf(example).data;
      return ajv.validate(schema, data)
        ? []
        : [`has an example that its schema refuses: ${ajv.errorsText()}`];
    },
  },
  {
    name: "tells of outcomes with what to do about those that failed",
    kinds: ["action"],
    check: ({ value }) => {
      const rows = objects(objectOf(objectOf(shown(value).example).data).data);
      const isOutcome = rows.some((row) => "index" in row && "status" in row);
      return !isOutcome || rows.some((row) => "hint" in row) ? [] : ["shows no outcome with a hint"];
    },
  },
  {
    name: "says whether it is safe to try, and has a safe stand-in where it is not",
    kinds: ["action"],
    check: ({ value: { performSafety, examplePerformSafety } }) => {
      if (performSafety === "SAFE") return [];
      if (performSafety !== "NOT_ALLOWED") return ["has no performSafety"];
      return examplePerformSafety === "SAFE" ? [] : ["has no examplePerform"];
    },
  },
];
