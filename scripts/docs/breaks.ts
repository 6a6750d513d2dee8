import type { Manifest, ManifestInput, ManifestPart } from "./manifest";

type Named<T> = Record<string, T>;

const typeOf = ({ type, collection }: ManifestInput): string =>
  collection ? `${type} (${collection})` : type;

/**
 * The inputs that stand in groups. Each may be given beside its group too: moving into one breaks nothing.
 */
const inGroups = (inputs: Named<ManifestInput>): Named<ManifestInput> =>
  Object.assign({}, ...Object.values(inputs).map((input) => input.inputs ?? {}));

function inputBreaks(owner: string, before: Named<ManifestInput>, now: Named<ManifestInput>): string[] {
  const grouped = inGroups(now);
  const gone = Object.entries(before).flatMap(([key, was]) => {
    const is = now[key] ?? grouped[key];
    const name = `${owner}.${key}`;
    if (!is) return [`${name} is gone`];
    return [
      ...(typeOf(was) === typeOf(is) ? [] : [`${name} was ${typeOf(was)} and is ${typeOf(is)}`]),
      ...(is.required && !was.required ? [`${name} became required`] : []),
      ...inputBreaks(name, was.inputs ?? {}, is.inputs ?? {}),
    ];
  });
  const added = Object.entries(now).filter(([key, { required }]) => required && !(key in before));
  return [...gone, ...added.map(([key]) => `${owner}.${key} is new and required`)];
}

function partBreaks(kind: string, before: Named<ManifestPart>, now: Named<ManifestPart>): string[] {
  return Object.entries(before).flatMap(([key, was]) => {
    const is = now[key];
    const name = `${kind}.${key}`;
    if (!is) return [`${name} is gone`];
    const lost = (was.output ?? []).filter((output) => !is.output?.includes(output));
    return [
      ...lost.map((output) => `${name} no longer returns ${output}`),
      ...inputBreaks(name, was.inputs, is.inputs),
    ];
  });
}

/** What would break in an integration that was built on `before`, a line each; empty when nothing would. */
export function breaks(before: Manifest, now: Manifest): string[] {
  return [
    ...(before.key === now.key ? [] : [`the component ${before.key} is gone`]),
    ...partBreaks("connections", before.connections, now.connections),
    ...partBreaks("actions", before.actions, now.actions),
    ...partBreaks("dataSources", before.dataSources, now.dataSources),
    ...partBreaks("triggers", before.triggers, now.triggers),
  ];
}
