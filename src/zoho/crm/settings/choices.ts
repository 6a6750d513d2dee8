import { byLabel, type Choice } from "../../core/choice";
import { objectsAt, textAt } from "../../core/json";
import type { Crm } from "../crm";
import type { Listed } from "./calls";
import { getCurrencies } from "./currencies";
import { getVariables } from "./variables";

/** What a list of settings offers to choose from: the value under `value`, shown by its name. */
function choicesOf(listed: Listed, key: string, value = "id"): Choice[] {
  const items = objectsAt(listed, key).map((item) => ({
    key: textAt(item, value) ?? "",
    label: textAt(item, "name") ?? textAt(item, value) ?? "",
  }));
  return byLabel(items);
}

/** The variables of the organization, by their API names. */
export const variableChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getVariables(crm), "variables", "api_name");

/** The currencies of the organization, by their ISO codes. */
export const currencyChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getCurrencies(crm), "currencies", "iso_code");
