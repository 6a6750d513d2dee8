import { isObject } from "../objects";

/** `@{id:$.path}`: a value from the answer of another part. */
const reference = /@\{([A-Za-z0-9][A-Za-z0-9_]*):(\$[^}]*)\}/g;
const whole = /^@\{([A-Za-z0-9][A-Za-z0-9_]*):(\$[^}]*)\}$/;

/** Gives the value that a reference stands for; undefined where there is none. */
export type Lookup = (id: string, path: string) => unknown;

/** The parts that a value refers to, as ids. */
export function referredIds(value: unknown): string[] {
  if (typeof value === "string") return [...value.matchAll(reference)].map(([, id = ""]) => id);
  if (Array.isArray(value)) return value.flatMap(referredIds);
  return isObject(value) ? Object.values(value).flatMap(referredIds) : [];
}

/** A reference that leads to nothing. */
export class NoSuchValue extends Error {
  constructor(readonly reference: string) {
    super(reference);
  }
}

/**
 * A value with its references replaced: a text that is nothing but a reference becomes the value itself.
 * @throws NoSuchValue
 */
export function resolved(value: unknown, lookup: Lookup): unknown {
  if (typeof value === "string") return resolvedText(value, lookup);
  if (Array.isArray(value)) return value.map((item) => resolved(item, lookup));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, lookup)]));
}

function resolvedText(text: string, lookup: Lookup): unknown {
  const find = (match: string, id: string, path: string): unknown => {
    const found = lookup(id, path);
    if (found === undefined) throw new NoSuchValue(match);
    return found;
  };
  const [match, id = "", path = ""] = whole.exec(text) ?? [];
  if (match !== undefined) return find(match, id, path);
  return text.replace(reference, (...args: string[]) =>
    String(find(args[0] ?? "", args[1] ?? "", args[2] ?? "")),
  );
}

/** What stands at a path such as `$.data[0].details.id`. */
export function valueAt(body: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]/g)];
  if (steps.map(([step]) => step).join("") !== path.slice(1)) return undefined;
  return steps.reduce<unknown>((at, [, name, index, quoted]) => {
    if (index !== undefined) return Array.isArray(at) ? at[Number(index)] : undefined;
    return isObject(at) ? at[name ?? quoted ?? ""] : undefined;
  }, body);
}
