import { accountsBehaviours } from "./accounts/behaviours";
import { booksBehaviours } from "./books/behaviours";
import type { Behaviour, BehaviourRows, Choices } from "./core/behaviours";
import { bulkBehaviours } from "./crm/bulk/behaviours";
import { coqlBehaviours } from "./crm/coql/behaviours";
import { notificationBehaviours } from "./crm/notifications/behaviours";
import { recordBehaviours } from "./crm/records/behaviours";
import { searchBehaviours } from "./crm/search/behaviours";
import { setupBehaviours } from "./crm/setup/behaviours";
import { gatewayBehaviours } from "./http/behaviours";

/**
 * What nobody knows for certain of Zoho. A room keeps its rows in a `behaviours.ts` of its own; added here,
 * they are listed and switched under `/__sandbox/behaviours`, and code asks for them by name:
 * `world.behaviours.unknownFields === "refused"`.
 */
const rows = {
  ...accountsBehaviours,
  ...gatewayBehaviours,
  ...recordBehaviours,
  ...coqlBehaviours,
  ...searchBehaviours,
  ...notificationBehaviours,
  ...bulkBehaviours,
  ...setupBehaviours,
  ...booksBehaviours,
} as const satisfies BehaviourRows;

const table: BehaviourRows = rows;

/** The present choice of each behaviour; read at each use, so that a switch holds from the next call on. */
export type Behaviours = Choices<typeof rows>;

/** Each behaviour at its default. */
export function defaultBehaviours(): Behaviours {
  const choices = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row.choices[0]]));
  if (!areBehaviours(choices)) throw new Error("A behaviour has no default.");
  return choices;
}

function areBehaviours(given: Record<string, string>): given is Behaviours {
  return Object.entries(table).every(([name, { choices }]) =>
    choices.some((choice) => choice === given[name]),
  );
}

/** A behaviour with its name and how it is played at present. */
export type ListedBehaviour = Behaviour & { name: string; present: string; default: string };

export function listBehaviours(present: Behaviours): ListedBehaviour[] {
  const now = new Map<string, string>(Object.entries(present));
  return Object.entries(table).map(([name, row]) => {
    const [first] = row.choices;
    return { name, present: now.get(name) ?? first, default: first, ...row };
  });
}

/**
 * Switches the behaviours that are named, all or none of them; returns what is wrong with a name or a choice.
 */
export function switchBehaviours(
  present: Behaviours,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, choice] of Object.entries(given)) {
    const row = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!row) return `Unknown behaviour "${name}": known are ${Object.keys(table).join(", ")}.`;
    if (!row.choices.some((known) => known === choice)) {
      return `${JSON.stringify(choice)} is no choice of ${name}: its choices are ${row.choices.join(", ")}.`;
    }
  }
  Object.assign(present, given);
  return undefined;
}
