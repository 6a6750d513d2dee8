import type { Component, Input } from "../../harness/component";

export interface ManifestInput {
  type: string;
  collection?: string;
  required: boolean;
  default?: unknown;
  inputs?: Record<string, ManifestInput>;
}

export interface ManifestPart {
  inputs: Record<string, ManifestInput>;
  /** The top-level keys of what an action returns, or the kind of list that a data source gives. */
  output?: string[];
}

type Parts = Record<string, ManifestPart>;

/** The public face of the component: what an integration that is already built relies on. */
export interface Manifest {
  key: string;
  connections: Parts;
  actions: Parts;
  dataSources: Parts;
  triggers: Parts;
}

const inputsOf = (inputs: readonly Input[]): Record<string, ManifestInput> =>
  Object.fromEntries(inputs.map((input) => [input.key, inputOf(input)]));

const inputOf = ({ type, collection, required, default: value, inputs }: Input): ManifestInput => ({
  type,
  ...(collection && { collection }),
  required: required ?? false,
  ...(value !== undefined && value !== "" && { default: value }),
  ...(inputs && { inputs: inputsOf(inputs) }),
});

/** The top-level keys of an action's output schema. */
function outputOf({ outputSchema }: Component["actions"][string]): string[] | undefined {
  if (outputSchema?.type !== "actionOutput") return undefined;
  const { properties = {} }: { properties?: object } = JSON.parse(outputSchema.schema);
  return Object.keys(properties);
}

function partsOf<T extends { inputs: Input[] }>(
  parts: Record<string, T>,
  output: (part: T) => string[] | undefined = () => undefined,
): Parts {
  // In the order of their keys, so that moving a page changes nothing.
  const sorted = Object.entries(parts).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, part]) => [key, { inputs: inputsOf(part.inputs), output: output(part) }]),
  );
}

export function manifestOf({ key, connections, actions, dataSources, triggers }: Component): Manifest {
  return {
    key,
    connections: partsOf(Object.fromEntries(connections.map((connection) => [connection.key, connection]))),
    actions: partsOf(actions, outputOf),
    dataSources: partsOf(dataSources, ({ dataSourceType }) => [dataSourceType]),
    triggers: partsOf(triggers),
  };
}
