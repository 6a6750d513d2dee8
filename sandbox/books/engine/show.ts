import type { BooksOrganization } from "../core/organization";
import { type Draft, isObject, type Row } from "../core/values";
import type { RecordType } from "../table/recordType";

/** Lists that a list's own records still have. */
const shownInLists = new Set(["custom_fields", "tags", "criterion", "user_ids"]);

const isOwn = (name: string): boolean => name.startsWith("_");

/** A record as it stands in a list: without line items, addresses and whatever else has parts of its own. */
export function brief(row: Row): Draft {
  const shown: Draft = {};
  for (const [name, value] of Object.entries(row)) {
    const isPlain = !Array.isArray(value) && !isObject(value);
    if (!isOwn(name) && (isPlain || shownInLists.has(name))) shown[name] = value;
  }
  return shown;
}

/** A record as it stands alone: all of it but what the sandbox keeps for itself, whose names begin with `_`. */
export function full(organization: BooksOrganization, type: RecordType, row: Row): Draft {
  const shown = type.rules?.show?.(row, organization) ?? row;
  return Object.fromEntries(Object.entries(shown).filter(([name]) => !isOwn(name)));
}
