import { isObject, type JsonObject } from "../../core/json";
import type { Field } from "./fields";
import { invalid, isEmail, refused, type Typed, typed } from "./problem";
import { each, itemsOf } from "./references";
import { type Converter, datetime } from "./scalars";

/*
 * How activities repeat, remind and invite.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

const wrong = (field: Field, expected: string): Typed =>
  refused(invalid(field.name, expected, { expected_data_type: field.isList ? "jsonarray" : "jsonobject" }));

/** The object that Zoho documents for a rule, or the rule itself as text, which must have certain parts. */
const ruled =
  (key: string, parts: readonly string[], example: string): Converter =>
  (value, field) => {
    if (isObject(value)) return typed(value);
    const rule = typeof value === "string" ? value.trim().replace(new RegExp(`^${key}:`), "") : "";
    const names = rule.split(";").map((part) => part.split("=", 1)[0]);
    return parts.every((part) => names.includes(part))
      ? typed({ [key]: rule })
      : wrong(field, `a rule such as ${example}`);
  };

/** How a task or event repeats: `{ RRULE }`. */
export const recurrence = ruled("RRULE", ["FREQ"], "FREQ=DAILY;INTERVAL=1;UNTIL=2026-03-08");

/** The reminder of a task: `{ ALARM }`. */
export const alarm = ruled(
  "ALARM",
  ["ACTION", "TRIGGER"],
  "ACTION=EMAIL;TRIGGER=DATE-TIME:2026-03-01T09:00:00+01:00",
);

const periods: readonly (readonly [pattern: RegExp, period: string])[] = [
  [/^min(ute)?s?$/i, "minutes"],
  [/^(hr|hour)s?$/i, "hours"],
  [/^days?$/i, "days"],
  [/^weeks?$/i, "weeks"],
];

/** `15 minutes`, `2 hrs` or `1 day` as Zoho's `{ unit, period }`. */
function reminder(text: string): JsonObject | undefined {
  const [, unit, word = ""] = /^(\d{1,2})\s*([a-z]+)(?:\s+before)?$/i.exec(text) ?? [];
  const period = periods.find(([pattern]) => pattern.test(word))?.[1];
  return period !== undefined && Number(unit) <= 60 ? { unit: Number(unit), period } : undefined;
}

/**
 * The reminders of an event, as `[{ unit, period }]` or as text such as `15 minutes; 1 day`. Older API
 * versions have one moment instead.
 */
export const reminders: Converter = (value, field, how) => {
  if (!field.isList) return datetime(value, field, how);
  return each(itemsOf(value), (item) => {
    if (isObject(item)) return typed(item);
    const made = reminder(String(item));
    return made ? typed(made) : wrong(field, "reminders such as 15 minutes; 2 hours; 1 day");
  });
};

/**
 * Those invited to an event: rows as Zoho has them, or text with e-mail addresses and `contact:`, `lead:` or
 * `user:` before an ID.
 */
export const participants: Converter = (value, field) =>
  each(itemsOf(value), (item) => {
    if (isObject(item)) return typed(item);
    const text = String(item);
    if (isEmail(text)) return typed({ type: "email", Email: text });
    const [, type, participant] = /^(contact|lead|user):\s*(\d{1,20})$/i.exec(text) ?? [];
    return type
      ? typed({ type: type.toLowerCase(), participant })
      : wrong(field, "e-mail addresses, or contact:, lead: or user: and an ID");
  });
