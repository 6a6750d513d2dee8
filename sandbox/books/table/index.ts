import { accountingTypes } from "./accounting";
import { commentTypes } from "./comments";
import { contactTypes } from "./contacts";
import { itemTypes } from "./items";
import { customModules } from "./modules";
import { paymentTypes } from "./payments";
import { projectTypes } from "./projects";
import { purchaseTypes } from "./purchases";
import type { RecordType } from "./recordType";
import { salesTypes } from "./sales";
import { settingsTypes } from "./settings";

/** Every record type that stands at a path of its own, by that path. */
export const recordTypes: ReadonlyMap<string, RecordType> = new Map(
  [
    ...settingsTypes,
    ...contactTypes,
    ...itemTypes,
    ...salesTypes,
    ...purchaseTypes,
    ...paymentTypes,
    ...accountingTypes,
    ...projectTypes,
    ...commentTypes,
    ...customModules,
  ].map((type) => [type.path, type]),
);

/** Types that share a path with another, by a name of their own. */
const aliases: ReadonlyMap<string, RecordType> = new Map(
  [...recordTypes.values()].flatMap(({ variant }) => (variant ? [[variant.name, variant.type]] : [])),
);

/** The type of a path; throws where there is none, which is a mistake of the sandbox. */
export function typeAt(path: string): RecordType {
  const type = recordTypes.get(path);
  if (!type) throw new Error(`No record type stands at ${path}.`);
  return type;
}

/** The type that a path names, or the last part of one: `projects/tasks`, `tasks`. */
export const findType = (path: string): RecordType | undefined =>
  recordTypes.get(path) ??
  aliases.get(path) ??
  [...recordTypes.values()].find((type) => type.path.endsWith(`/${path}`));
