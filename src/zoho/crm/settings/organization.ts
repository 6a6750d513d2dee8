import { isObject, type JsonObject, objectsAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import { settledBy } from "../../http/outcome";
import { type Crm, doneBefore } from "../crm";
import { startedId, waitForJob } from "../jobs/waitForJob";
import { changing, creating, reading, readSettings, type SettingList, writeSetting } from "./calls";

const portal = "/crm/{version}/settings/portals";
const portalUsers = `${portal}/{portal}/user_type/{userType}/users`;
const portalScope = "ZohoCRM.settings.clientportal";

/** The organization towards its customers: portals, preferences and who sees what. */
export const organizationOperations = {
  getPortals: { ...reading, path: portal, scope: `${portalScope}.READ`, answers: "portals" },
  getPortalUserTypes: {
    ...reading,
    path: `${portal}/{portal}/user_type`,
    scope: `${portalScope}.READ`,
    answers: "user_type",
  },
  getPortalUsers: { ...reading, path: portalUsers, scope: `${portalScope}.READ`, answers: "users" },
  invitePortalUsers: {
    ...creating,
    path: "/crm/{version}/{module}/actions/portal_invite",
    scope: `${portalScope}.CREATE`,
    items: "portal_invite",
  },
  getPortalInvites: {
    ...reading,
    path: "/crm/{version}/{module}/actions/portal_invite",
    scope: `${portalScope}.READ`,
    answers: "portal_invite",
  },
  changePortalUserStatus: {
    ...changing,
    path: `${portalUsers}/{id}/actions/change_status`,
    scope: `${portalScope}.UPDATE`,
    items: "change_status",
  },
  getWizards: {
    ...reading,
    path: "/crm/{version}/settings/wizards",
    scope: "ZohoCRM.settings.wizards.READ",
    answers: "wizards",
  },
  getDataSharing: {
    ...reading,
    path: "/crm/{version}/settings/data_sharing",
    scope: "ZohoCRM.settings.data_sharing.READ",
    answers: "data_sharing",
  },
  getUnsubscribeLinks: {
    ...reading,
    path: "/crm/{version}/settings/unsubscribe_links",
    scope: "ZohoCRM.settings.unsubscribe.READ",
    answers: "unsubscribe_links",
  },
  getAppointmentPreferences: {
    ...reading,
    path: "/crm/{version}/settings/appointment_preferences",
    scope: "ZohoCRM.settings.modules.READ",
    answers: "appointment_preferences",
  },
  getServicePreferences: {
    ...reading,
    path: "/crm/{version}/settings/service_preferences",
    scope: "ZohoCRM.settings.modules.READ",
    answers: "service_preferences",
  },
  getDuplicateCheckPreference: {
    ...reading,
    path: "/crm/{version}/settings/duplicate_check_preference",
    scope: "ZohoCRM.settings.duplicate_check_preference.READ",
    answers: "duplicate_check_preference",
  },
} as const;

/**
 * The portals of the organization.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-portals.html
 */
export const getPortals = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, organizationOperations.getPortals);

/**
 * The types of users that a portal has, with the module whose records they are.
 * @param input.portal its name.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-user-types.html
 */
export const getPortalUserTypes = (crm: Crm, { portal: name }: { portal: string }): Promise<SettingList> =>
  readSettings(crm, organizationOperations.getPortalUserTypes, { path: { portal: name } });

/** Users of one type of a portal. */
export interface PortalUsersInput {
  /** The name of the portal. */
  readonly portal: string;
  readonly userTypeId: string;
}

/**
 * The users of a type that a portal has, all at once; an empty list where it has none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users-of-user-type.html
 */
export async function getPortalUsers(
  crm: Crm,
  { portal: name, userTypeId }: PortalUsersInput,
): Promise<{ users: JsonObject[] }> {
  const call = { path: { portal: name, userType: userTypeId } };
  return { users: objectsAt((await crm.send(organizationOperations.getPortalUsers, call)).body, "users") };
}

export interface PortalInviteInput {
  readonly recordType: string;
  readonly recordIds: readonly string[];
  readonly userTypeId: string;
  /** Send the invitation once more to those who have not taken it. */
  readonly reinvite?: boolean;
  /** Such as `de_DE`; the portal's own when left out. */
  readonly language?: string;
  readonly waitSeconds?: number;
  readonly jobId?: string;
}

/**
 * Invites the people of records to a portal, by a job, and waits for it.
 * @returns the job as Zoho tells of it, with what became of each record under `data`.
 * @throws ZohoError `JOB_FAILED` where Zoho says so.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/invite-users-to-portal.html
 */
export async function invitePortalUsers(
  crm: Crm,
  { recordType, recordIds, userTypeId, reinvite, language, jobId, waitSeconds }: PortalInviteInput,
): Promise<{ portal_invite: JsonObject[] }> {
  const path = { module: recordType };
  const type = reinvite ? "reinvite" : "invite";
  const more = language ? { language } : {};
  const data = recordIds.map((id) => ({ id, user_type_id: userTypeId, type, ...more }));
  const start = async (): Promise<string> => {
    const call = { path, body: { portal_invite: [{ data }] } };
    const { portal_invite: [item = {}] = [] } = await writeSetting(
      crm,
      organizationOperations.invitePortalUsers,
      call,
    );
    return startedId(crm, organizationOperations.invitePortalUsers, item.details, "job_id");
  };
  const id = jobId ?? (await start());
  const ask = async () => {
    const answer = await crm.send(organizationOperations.getPortalInvites, { path, query: { job_id: id } });
    return objectsAt(answer.body, "portal_invite")[0];
  };
  return { portal_invite: [await waitForJob(crm, { id, ask }, waitSeconds)] };
}

/**
 * Lets a user of a portal in, or out of it. Where an earlier try of the request may have done it, a look
 * tells.
 * @throws ZohoError `ALREADY_ACTIVATED` or `NOT_ALLOWED` for one that is as wanted.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/change-user-status-portal.html
 */
export async function changePortalUserStatus(
  crm: Crm,
  { recordId, active, ...type }: PortalUsersInput & { recordId: string; active: boolean },
): Promise<SettingList> {
  const operation = organizationOperations.changePortalUserStatus;
  const path = { portal: type.portal, userType: type.userTypeId, id: recordId };
  try {
    return await writeSetting(crm, operation, { path, query: { active } });
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && asWanted.includes(error.code))) throw error;
    return settledBy(crm, error, async () => {
      const { users } = await getPortalUsers(crm, type);
      const user = users.find(({ personality_id: id }) => id === recordId);
      return user?.active === active ? { [operation.items]: [doneBefore(recordId)] } : undefined;
    });
  }
}

const asWanted: readonly string[] = ["ALREADY_ACTIVATED", "NOT_ALLOWED"];

/**
 * The wizards that lead through the forms of a module, or of all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-wizards.html
 */
export const getWizards = (crm: Crm, { recordType }: { recordType?: string }): Promise<SettingList> =>
  readSettings(crm, organizationOperations.getWizards, { query: { module: recordType } });

/**
 * Who sees the records of each module by default.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-data-sharing.html
 */
export const getDataSharing = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, organizationOperations.getDataSharing);

/**
 * The pages by which people unsubscribe from emails.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-unsubscribe-links.html
 */
export const getUnsubscribeLinks = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, organizationOperations.getUnsubscribeLinks);

const preferences = {
  appointments: organizationOperations.getAppointmentPreferences,
  services: organizationOperations.getServicePreferences,
  duplicates: organizationOperations.getDuplicateCheckPreference,
} as const;

/**
 * What each is asked with: the check is of leads alone, and the deals of appointments come where they are
 * named.
 */
const queries = {
  appointments: { include: "deal_record_configuration" },
  services: {},
  duplicates: { module: "Leads" },
} as const;

/**
 * What is chosen for appointments, for services, or for the check of leads for duplicates; an empty object
 * where nothing is chosen.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-appointment-preferences.html,
 * https://www.zoho.com/crm/developer/docs/api/v8/get-service-preferences.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/get-duplicate-check-preference.html
 */
export async function getPreferences(
  crm: Crm,
  { preference }: { preference: keyof typeof preferences },
): Promise<{ preferences: JsonObject }> {
  const operation = preferences[preference];
  const { body } = await crm.send(operation, { query: queries[preference] });
  const found = isObject(body) ? body[operation.answers] : undefined;
  return { preferences: isObject(found) ? found : {} };
}
