import { type ComponentDefinition, component } from "@prismatic-io/spectral";

type Definition = ComponentDefinition<boolean, string>;
type Kind = "actions" | "dataSources" | "triggers";
type Shell = Omit<Definition, Kind>;
type Converted = ReturnType<typeof component>;

/** The parts of a kind by their keys, each brought when it is first asked for. */
type Loaders<K extends Kind> = Readonly<Record<string, () => NonNullable<Definition[K]>[string]>>;

/**
 * Spectral's `component()`, with each action, data source and trigger loaded and converted when its own key
 * is first read: an execution needs one of them, and all of them are a third of a cold start. Whoever lists,
 * copies or serializes the component sees everything.
 */
export function lazyComponent(shell: Shell, parts: { readonly [K in Kind]: Loaders<K> }): Converted {
  const converted = component(shell);
  const convert = (part: Partial<Definition>) => component({ ...shell, connections: [], ...part });
  for (const [key, load] of Object.entries(parts.actions))
    lazily(converted.actions, key, () => convert({ actions: { [key]: load() } }).actions[key]);
  for (const [key, load] of Object.entries(parts.dataSources))
    lazily(converted.dataSources, key, () => convert({ dataSources: { [key]: load() } }).dataSources[key]);
  for (const [key, load] of Object.entries(parts.triggers))
    lazily(converted.triggers, key, () => convert({ triggers: { [key]: load() } }).triggers[key]);
  return converted;
}

/**
 * A property whose value is made when it is first read and kept; it can be assigned, and its object copied
 * and frozen, as any other.
 */
function lazily(target: object, key: string, make: () => unknown): void {
  let made: { readonly value: unknown } | undefined;
  Object.defineProperty(target, key, {
    configurable: true,
    enumerable: true,
    get: () => {
      made ??= { value: make() };
      return made.value;
    },
    set: (value: unknown) => {
      made = { value };
    },
  });
}
