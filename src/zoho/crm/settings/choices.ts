import { byTyping, type Choice, withCut } from "../../core/choice";
import { isObject, objectsAt } from "../../core/json";
import type { Crm } from "../crm";
import { choicesOf } from "../metadata/choices";
import { getProfiles, getRoles } from "../users";
import { getCadences } from "./automation";
import { getCurrencies } from "./currencies";
import { getGlobalPicklists } from "./globalPicklists";
import { getContactRoles, getUserGroups } from "./people";
import { getAssignmentRules, getEmailTemplates } from "./reference";
import { getTerritories } from "./territories";
import { getVariables } from "./variables";

/** What a list of settings offers to choose from: the value under `value`, shown by its name. */
function choicesIn(listed: object, key: string, value = "id"): Choice[] {
  const choices = choicesOf(objectsAt(listed, key), value, "name");
  const isCut = "info" in listed && isObject(listed.info) && listed.info.more_records === true;
  return withCut({ choices, isCut }, byTyping);
}

/** The variables of the organization, by their API names. */
export const variableChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getVariables(crm), "variables", "api_name");

/** The currencies of the organization, by their ISO codes. */
export const currencyChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getCurrencies(crm), "currencies", "iso_code");

const whole = { fetchAll: true, maxRecords: 1_000 };

/** The organization's roles, by name. */
export const roleChoices = async (crm: Crm): Promise<Choice[]> => choicesIn(await getRoles(crm), "roles");

/** The organization's profiles, by name. */
export const profileChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getProfiles(crm), "profiles");

/** The organization's territories, by name. */
export const territoryChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getTerritories(crm, whole), "territories");

/** The organization's global picklists, by label. */
export const globalPicklistChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getGlobalPicklists(crm), "global_picklists", "api_name");

/** The organization's user groups, by name. */
export const userGroupChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getUserGroups(crm, whole), "user_groups");

/** The contact roles of deals, by name. */
export const contactRoleChoices = async (crm: Crm): Promise<Choice[]> =>
  choicesIn(await getContactRoles(crm), "contact_roles");

/** The assignment rules of a module, by name. */
export const assignmentRuleChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesIn(await getAssignmentRules(crm, { recordType }), "assignment_rules");

/** The email templates of a module, or of all, by name. */
export const emailTemplateChoices = async (crm: Crm, recordType?: string): Promise<Choice[]> =>
  choicesIn(await getEmailTemplates(crm, { recordType, ...whole }), "email_templates");

/** The cadences of a module. */
export const cadenceChoices = async (crm: Crm, recordType?: string): Promise<Choice[]> =>
  choicesIn(await getCadences(crm, { recordType, ...whole }), "cadences");
