import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import {
  changing,
  creating,
  given,
  reading,
  readSettings,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

/** The variables of an organization, which keep a value from one run to another, and their groups. */
export const variableOperations = {
  getVariables: {
    ...reading,
    path: "/crm/{version}/settings/variables",
    scope: "ZohoCRM.settings.variables.READ",
    answers: "variables",
  },
  createVariable: {
    ...creating,
    path: "/crm/{version}/settings/variables",
    scope: "ZohoCRM.settings.variables.CREATE",
    items: "variables",
  },
  updateVariable: {
    ...changing,
    path: "/crm/{version}/settings/variables/{id}",
    scope: "ZohoCRM.settings.variables.UPDATE",
    items: "variables",
  },
  deleteVariable: {
    ...removing,
    path: "/crm/{version}/settings/variables/{id}",
    scope: "ZohoCRM.settings.variables.DELETE",
    items: "variables",
  },
  getVariableGroups: {
    ...reading,
    path: "/crm/{version}/settings/variable_groups",
    scope: "ZohoCRM.settings.variable_groups.READ",
    answers: "variable_groups",
  },
} as const;

/**
 * The variables of the organization, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-variables.html
 */
export const getVariables = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, variableOperations.getVariables);

/**
 * The groups that variables are in, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-variable-groups.html
 */
export const getVariableGroups = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, variableOperations.getVariableGroups);

/**
 * The variable of an API name or id. Zoho reads a single one only with its group, so it is looked for among
 * all.
 */
async function findVariable(crm: Crm, variable: string): Promise<JsonObject | undefined> {
  const all = objectsAt(await getVariables(crm), "variables");
  return all.find(({ id }) => id === variable) ?? all.find(({ api_name }) => api_name === variable);
}

async function variableOf(crm: Crm, variable: string): Promise<JsonObject> {
  const found = await findVariable(crm, variable);
  if (found) return found;
  const message = `The organization has no variable ${variable}`;
  throw crm.error({ kind: "notFound", code: "VARIABLE_NOT_FOUND", message });
}

/**
 * One variable, by its API name or id.
 * @throws ZohoError `VARIABLE_NOT_FOUND` where there is none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-variables.html
 */
export async function getVariable(crm: Crm, { variable }: { variable: string }): Promise<SettingList> {
  return { variables: [await variableOf(crm, variable)] };
}

/** A value for a variable, and what the variable is where it is not there yet. */
export interface VariableInput {
  readonly variable: string;
  readonly value: string;
  /** Text when left out. */
  readonly variableType?: string;
  /** Id or name of the group of a new variable; the first group when left out. */
  readonly variableGroup?: string;
  readonly description?: string;
}

/**
 * Gives a variable a value. Where there is no variable of that API name, it is created with it.
 * @throws ZohoError of kind `input` for an id that no variable has, or a group that is not there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-variables.html
 */
export async function setVariable(crm: Crm, input: VariableInput): Promise<SettingList> {
  const { variable, value } = input;
  const known = await findVariable(crm, variable);
  if (known) {
    const call = { path: { id: textAt(known, "id") ?? variable }, body: { variables: [{ value }] } };
    return writeSetting(crm, variableOperations.updateVariable, call);
  }
  if (!/^[A-Za-z]/.test(variable))
    throw inputError("crm", `Variable: the organization has no variable of the id ${variable}`);
  return writeSetting(crm, variableOperations.createVariable, {
    body: { variables: [await newVariable(crm, input)] },
  });
}

async function newVariable(
  crm: Crm,
  { variable, value, variableType = "text", variableGroup, description }: VariableInput,
): Promise<JsonObject> {
  const groups = objectsAt(await getVariableGroups(crm), "variable_groups");
  const group = variableGroup
    ? groups.find(({ id, name, api_name }) => [id, name, api_name].includes(variableGroup))
    : groups[0];
  if (!group) {
    const names = groups.map(({ name }) => name).join(", ");
    throw inputError("crm", `Variable Group: expected one of ${names}, got ${variableGroup}`);
  }
  const name = variable.replaceAll("_", " ");
  const variable_group = { id: group.id };
  return given({ api_name: variable, name, type: variableType, variable_group, value, description });
}

/**
 * Deletes a variable, by its API name or id. Templates and functions that use it lose its value.
 * @throws ZohoError `VARIABLE_NOT_FOUND` where there is none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-variables.html
 */
export async function removeVariable(crm: Crm, { variable }: { variable: string }): Promise<SettingList> {
  const id = textAt(await variableOf(crm, variable), "id") ?? variable;
  return removeSetting(crm, variableOperations.deleteVariable, { path: { id } }, id);
}
