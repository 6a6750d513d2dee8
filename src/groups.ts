import type { Inputs } from "@prismatic-io/spectral";

/*
 * Inputs that belong together stand in a group, a structured object. What a call reads knows no groups.
 */

/** Inputs that hold others. */
export type GroupsOf<T extends Inputs> = {
  [K in keyof T]: T[K] extends { type: "structuredObject" } ? K : never;
}[keyof T];
/** All that any of several has. */
export type All<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

type Values = Readonly<Record<string, unknown>>;

/** What stands in a group that a builder filled in, or in none. */
function membersOf(label: string, group: unknown, known: Inputs): Values {
  if (group === undefined || group === null || group === "" || (Array.isArray(group) && group.length === 0))
    return {};
  if (typeof group !== "object" || Array.isArray(group))
    throw new Error(`${label}: expected an object with ${Object.keys(known).join(", ")}.`);
  const stranger = Object.keys(group).find((name) => !(name in known));
  if (stranger === undefined) return { ...group };
  throw new Error(`${label}: it has no ${stranger}. It has ${Object.keys(known).join(", ")}.`);
}

function cleaned(definition: Inputs[string], value: unknown): unknown {
  const clean: unknown = Reflect.get(definition, "clean");
  return typeof clean === "function" ? clean(value) : value;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/**
 * The values of inputs as a call takes them: those of groups beside the others. Inputs of a group may be
 * given beside it too, and page inputs that stand by themselves in a group `pagination`.
 */
export function ungrouped(inputs: Inputs, given: Values): Record<string, unknown> {
  const values: Record<string, unknown> = { ...given };
  for (const [key, group] of Object.entries(inputs)) {
    if (group.type !== "structuredObject") continue;
    delete values[key];
    const members = membersOf(String(group.label), given[key], group.inputs);
    // Spectral has cleaned what stands in the group.
    for (const [name, input] of Object.entries(group.inputs))
      values[name] = isGiven(given[name]) || !(name in members) ? cleaned(input, given[name]) : members[name];
  }
  if (!("pagination" in given) || "pagination" in inputs) return values;
  const paging = Object.fromEntries(
    Object.entries(leavesOf(inputs)).filter(([name]) => pageInputs.has(name)),
  );
  delete values.pagination;
  for (const [name, value] of Object.entries(membersOf("Pagination", given.pagination, paging))) {
    const input = paging[name];
    if (input && !isGiven(values[name])) values[name] = cleaned(input, value);
  }
  return values;
}

/** Inputs with those that stand in groups. */
const leavesOf = (inputs: Inputs): Inputs =>
  Object.assign(
    {},
    inputs,
    ...Object.values(inputs).map((input) => (input.type === "structuredObject" ? input.inputs : {})),
  );

const pageInputs = new Set(["maxRecords", "page", "per_page", "page_token", "sort_by", "sort_order"]);
