import { type ComponentDefinition, component } from "@prismatic-io/spectral";

type Definition = ComponentDefinition<boolean, string>;
type Kind = "actions" | "dataSources" | "triggers";
type Shell = Omit<Definition, Kind>;
type Converted = ReturnType<typeof component>;
type Parts = { readonly [K in Kind]: Loaders<K> };
/** The component with its parts under the keys that it has. */
export type Keyed<P extends Parts> = Omit<Converted, Kind> & {
  [K in Kind]: Record<keyof P[K], Converted[K][string]>;
};

/** The parts of a kind by their keys, each brought when it is first asked for. */
type Loaders<K extends Kind> = Readonly<Record<string, () => NonNullable<Definition[K]>[string]>>;

const { version }: { version: string } = require("@prismatic-io/spectral/package.json");

/** The first version of the SDK whose components integrations in code can import and call. */
const CALLABLE_SINCE = [10, 33, 2];

/**
 * What `component()` is told beside the definition: from that version on, that code may call the parts. Older
 * ones take the definition alone.
 */
export function optionsOf(sdk: string): readonly { readonly callable: true }[] {
  const [major = 0, minor = 0, patch = 0] = sdk.split(".").map((part) => Number.parseInt(part, 10));
  const [sinceMajor = 0, sinceMinor = 0, sincePatch = 0] = CALLABLE_SINCE;
  const difference = major - sinceMajor || minor - sinceMinor || patch - sincePatch;
  return difference >= 0 ? [{ callable: true }] : [];
}

const make: (definition: Definition, ...options: readonly object[]) => Converted = component;
const options = optionsOf(version);

/**
 * Spectral's `component()`, with each action, data source and trigger loaded and converted when its own key
 * is first read: an execution needs one of them, and all of them are a third of a cold start. Whoever lists,
 * copies or serializes the component sees everything.
 */
export function lazyComponent<const P extends Parts>(shell: Shell, parts: P): Keyed<P>;
export function lazyComponent(shell: Shell, parts: Parts): Converted {
  const converted = make(shell, ...options);
  const convert = (part: Partial<Definition>) => make({ ...shell, connections: [], ...part }, ...options);
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
