import { isObject } from "../../src/zoho/core/json";

/** The keys of a value with the place where each stands, those of all items of a list together. */
export function keysOf(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, `${at}[]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${at}.${key}`, ...keysOf(item, `${at}.${key}`)],
  );
}

const parentOf = (key: string): string => key.slice(0, key.lastIndexOf("."));

/** Keys of records, of which each organization has its own: CRM's begin with a capital or a $. */
const ofRecords = /\.data(\[\])?\.[$A-Z]|\.(invoices?|payment)(\[\])?\./;

/** Keys that only the stages of deals have, which no answer about leads can show. */
const ofStages = /\.pick_list_values\[\]\.(deal_category|forecast_|probability)/;

/**
 * The keys that an answer and its example do not share: `+` where only the answer has it, but for those of
 * records, `-` where only the example has it and the answer is not empty there.
 */
export function differingKeys(example: unknown, answer: unknown): string[] {
  const shown = new Set(keysOf(example));
  const given = new Set(keysOf(answer));
  const filled = new Set([...given].map(parentOf));
  const more = [...given].filter((key) => !shown.has(key) && !ofRecords.test(key));
  const less = [...shown].filter(
    (key) => !given.has(key) && filled.has(parentOf(key)) && !ofStages.test(key),
  );
  return [...more.map((key) => `+ ${key}`), ...less.map((key) => `- ${key}`)];
}
