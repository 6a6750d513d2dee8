import { PerformSafety } from "@prismatic-io/spectral";
import { schemaOf } from "./schemaOf";

/*
 * An action's example and its schema say the same, so they come from one place: the example.
 */

const described = (example: unknown) => ({
  examplePayload: { data: example },
  outputSchema: {
    type: "actionOutput" as const,
    /** Made when it is asked for: an execution does not ask. */
    get schema() {
      return schemaOf(example);
    },
  },
});

/** For actions that change nothing: safe to run while a flow is being built. */
export const reads = (example: unknown) => ({ ...described(example), performSafety: PerformSafety.SAFE });

/** For actions that change something: while a flow is being built, the example stands in for the run. */
export const writes = (example: unknown) => ({
  ...described(example),
  performSafety: PerformSafety.NOT_ALLOWED,
  examplePerform: async () => ({ data: example }),
});

/** For actions that return a file: its bytes, which no schema describes further, and their kind. */
export const downloads = {
  examplePayload: { data: Buffer.from("%PDF-1.4"), contentType: "application/pdf" },
  outputSchema: { type: "actionOutput" as const, schema: {} },
  performSafety: PerformSafety.SAFE,
};
