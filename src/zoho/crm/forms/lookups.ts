import type { Listed } from "../../core/choice";
import type { Crm } from "../crm";
import { userChoices } from "../metadata/choices";
import { listRecords } from "../metadata/recordChoices";
import type { Field } from "../values/fields";

/** Records that a lookup of a form offers, and how long all lookups of a form may read. */
const MAX_OPTIONS = 200;
const MAX_MS = 15_000;

/**
 * What the lookups of a form offer, by module; users under `users`. A module that could not be read in time
 * is not there.
 */
export type Lookups = ReadonlyMap<string, Listed>;

const userTypes = ["ownerlookup", "userlookup", "multiuserlookup"];
const recordTypes = ["lookup", "multiselectlookup"];

/** Where a field's values come from: a module, `users`, or nowhere that can be listed. */
export function lookedUpIn({ type, module }: Field): string | undefined {
  if (userTypes.includes(type)) return "users";
  if (!recordTypes.includes(type)) return undefined;
  return module;
}

async function listed(crm: Crm, module: string): Promise<Listed> {
  if (module !== "users") return listRecords(crm, module, { max: MAX_OPTIONS });
  const users = (await userChoices(crm)).filter(({ key }) => key !== "");
  return { choices: users.slice(0, MAX_OPTIONS), isCut: users.length > MAX_OPTIONS };
}

/**
 * The records that lookups may name: the 200 most recently changed of each module, read within 15 seconds.
 * One credit a module.
 */
export async function readLookups(crm: Crm, fields: readonly Field[]): Promise<Lookups> {
  const until = crm.now() + MAX_MS;
  const modules = new Set(fields.map(lookedUpIn).filter((module) => module !== undefined));
  const lookups = new Map<string, Listed>();
  for (const module of modules) {
    if (crm.now() >= until) {
      crm.log.warn(`The records of ${module} could not be listed in time; their IDs can be typed.`);
      continue;
    }
    try {
      lookups.set(module, await listed(crm, module));
    } catch (error) {
      crm.log.warn(`The records of ${module} cannot be listed; their IDs can be typed. ${String(error)}`);
    }
  }
  return lookups;
}
