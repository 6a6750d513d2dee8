import { byLabel, byTyping, type Choice, tellApart, withCut } from "../../core/choice";
import { isObject, objectsAt, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { getProfiles, getRoles } from "../users";
import { getCadences } from "./automation";
import { getCurrencies } from "./currencies";
import { getContactRoles, getUserGroups } from "./people";
import { getAssignmentRules, getEmailTemplates, getGlobalPicklists } from "./reference";
import { getTerritories } from "./territories";
import { getVariables } from "./variables";

/** What a list of settings offers to choose from: the value under `value`, shown by its name. */
function choicesOf(listed: object, key: string, value = "id"): Choice[] {
  const items = objectsAt(listed, key).map((item) => ({
    key: textAt(item, value) ?? "",
    label: textAt(item, "name") ?? textAt(item, value) ?? "",
  }));
  const choices = byLabel(tellApart(items, (index) => items[index]?.key));
  const isCut = "info" in listed && isObject(listed.info) && listed.info.more_records === true;
  return withCut({ choices, isCut }, byTyping);
}

/** The variables of the organization, by their API names. */
export const variableChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getVariables(crm), "variables", "api_name");

/** The currencies of the organization, by their ISO codes. */
export const currencyChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getCurrencies(crm), "currencies", "iso_code");

const whole = { fetchAll: true, maxRecords: 1_000 };

/** The organization's roles, by name. */
export const roleChoices = async (crm: Crm): Promise<Choice[]> => choicesOf(await getRoles(crm), "roles");

/** The organization's profiles, by name. */
export const profileChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getProfiles(crm), "profiles");

/** The organization's territories, by name. */
export const territoryChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getTerritories(crm, whole), "territories");

/** The organization's global picklists, by label. */
export const globalPicklistChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getGlobalPicklists(crm), "global_picklists", "api_name");

/** The organization's user groups, by name. */
export const userGroupChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getUserGroups(crm, whole), "user_groups");

/** The contact roles of deals, by name. */
export const contactRoleChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesOf(await getContactRoles(crm), "contact_roles");

/** The assignment rules of a module, by name. */
export const assignmentRuleChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(await getAssignmentRules(crm, { recordType }), "assignment_rules");

/** The email templates of a module, or of all, by name. */
export const emailTemplateChoices = async (crm: Crm, recordType?: string): Promise<Choice[]> =>
  choicesOf(await getEmailTemplates(crm, { recordType, ...whole }), "email_templates");

/** The cadences of a module. */
export const cadenceChoices = async (crm: Crm, recordType?: string): Promise<Choice[]> =>
  choicesOf(await getCadences(crm, { recordType, ...whole }), "cadences");
