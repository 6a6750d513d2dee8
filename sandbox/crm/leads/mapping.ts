import type { Module, RecordData } from "../metadata/types";
import { isObject } from "../objects";

export const targets = ["Accounts", "Contacts", "Deals"] as const;
export type Target = (typeof targets)[number];

export const isTarget = (name: unknown): name is Target => targets.some((target) => target === name);

/**
 * The values that a lead hands on to a record of a module, by the fields' conversion mapping. Empty ones are
 * left out.
 */
export function mappedValues(leads: Module, lead: RecordData, target: Target): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { apiName, convertsTo } of leads.fields.values()) {
    const name = convertsTo?.[target];
    const value = lead[apiName];
    if (name !== undefined && value !== undefined && value !== null && value !== "") values[name] = value;
  }
  return values;
}

/** The record of a module that a lead is taken for: contacts by e-mail, accounts by name. */
export const matchFields: Readonly<Record<"Contacts" | "Accounts", readonly [lead: string, target: string]>> =
  {
    Contacts: ["Email", "Email"],
    Accounts: ["Company", "Account_Name"],
  };

/** The id in `{ id }`; v2 has it bare. Undefined for what is neither. */
export function referenceId(value: unknown, version: string): string | undefined {
  if (version === "v2") return typeof value === "string" ? value : undefined;
  return isObject(value) && typeof value.id === "string" ? value.id : undefined;
}
