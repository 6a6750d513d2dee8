import type { Input, Params } from "./component";

/** The value of an input that was left empty: its default, or an empty list where it takes a list. */
const blank = ({ collection, default: value }: Input): unknown =>
  collection && (value === undefined || value === "") ? [] : structuredClone(value);

/**
 * The parameters that the platform passes for what a builder filled in. It applies defaults and checks
 * nothing: a required input may arrive empty. A key that is no input is refused here, since no builder can
 * give one; what stands in a group may be given beside it, as code may.
 */
export function withDefaults(owner: string, inputs: readonly Input[], given: Params): Params {
  const keys = inputs.map(({ key }) => key);
  const grouped = inputs.flatMap((input) => (input.inputs ?? []).map(({ key }) => key));
  const unknown = Object.keys(given).filter((key) => !keys.includes(key) && !grouped.includes(key));
  if (unknown.length > 0) {
    throw new Error(`${owner} has no input ${unknown.join(", ")}. Its inputs are ${keys.join(", ")}.`);
  }
  const beside = grouped.filter((key) => key in given).map((key) => [key, given[key]]);
  const own = inputs.map((input) => [input.key, given[input.key] ?? blank(input)]);
  return Object.fromEntries([...own, ...beside]);
}
