import { type ComponentDefinition, component } from "@prismatic-io/spectral";

type Definition = ComponentDefinition<boolean, string>;
type Shell = Omit<Definition, "actions" | "dataSources" | "triggers">;
type Converted = ReturnType<typeof component>;

/** The parts of the component, brought when they are first asked for. */
interface Parts {
  readonly actions: () => Definition["actions"];
  readonly dataSources: () => Definition["dataSources"];
  readonly triggers: () => Definition["triggers"];
}

/**
 * Spectral's `component()`, with the actions, data sources and triggers loaded when their kind is first asked for, and each converted when it is: an
 * execution needs one of them, and all of them are a third of a cold start. Whoever lists or serialises the component sees everything.
 */
export function lazyComponent(shell: Shell, parts: Parts): Converted {
  const converted = component(shell);
  const convert = (part: Partial<Definition>) => component({ ...shell, connections: [], ...part });
  lazily(converted, "actions", () =>
    eachLazily(parts.actions(), (key, part) => convert({ actions: { [key]: part } }).actions[key]),
  );
  lazily(converted, "dataSources", () =>
    eachLazily(
      parts.dataSources(),
      (key, part) => convert({ dataSources: { [key]: part } }).dataSources[key],
    ),
  );
  lazily(converted, "triggers", () =>
    eachLazily(parts.triggers(), (key, part) => convert({ triggers: { [key]: part } }).triggers[key]),
  );
  return converted;
}

/** The same keys, each with the value that `make` makes of its own when it is first read. */
function eachLazily<T>(parts: Record<string, T> = {}, make: (key: string, part: T) => unknown): object {
  const target = {};
  for (const [key, part] of Object.entries(parts)) lazily(target, key, () => make(key, part));
  return target;
}

/** A property whose value is made when it is first read, and kept. */
function lazily(target: object, key: string, make: () => unknown): void {
  const visible = { configurable: true, enumerable: true };
  const get = () => {
    const value = make();
    Object.defineProperty(target, key, { ...visible, writable: true, value });
    return value;
  };
  Object.defineProperty(target, key, { ...visible, get });
}
