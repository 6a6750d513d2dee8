import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, expectItem } from "./crm";
import { jobResult, type MassResult } from "./jobs/mass";
import { startedId, waitForJob } from "./jobs/waitForJob";
import { moduleReference } from "./metadata/modules";
import { getRecord } from "./records/records";
import { type Values, valuesOf } from "./records/write/create";
import { typedRecord } from "./values/prepare";

/** Conversions of leads. */
export const leadOperations = {
  convertLead: {
    method: "POST",
    path: "/crm/{version}/Leads/{id}/actions/convert",
    safety: "unsafe",
    class: "sub",
    scope: "ZohoCRM.modules.leads.CREATE",
    credits: 5,
    success: [200, 202],
    items: "data",
  },
  getLeadConversionOptions: {
    method: "GET",
    path: "/crm/{version}/Leads/{id}/__conversion_options",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.leads.READ",
    credits: 1,
    success: [200, 204],
    answers: "__conversion_options",
  },
  massConvertLeads: {
    method: "POST",
    path: "/crm/{version}/Leads/actions/mass_convert",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.mass_convert.leads.CREATE",
    credits: 1,
    success: [200, 202],
  },
  getMassConvertJob: {
    method: "GET",
    path: "/crm/{version}/Leads/actions/mass_convert",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.mass_convert.leads.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
} as const;

export type Target = "Accounts" | "Contacts" | "Deals";

/** The deal that a lead becomes; none is made when all of these are left out. */
export interface DealInput extends Values {
  /** The role of the contact in the deal, by id. */
  readonly contactRoleId?: string;
}

export interface ConvertInput extends DealInput {
  /** The lead's id. */
  readonly recordId: string;
  /** An existing account and contact to add to, by id; new ones are made otherwise. */
  readonly accountId?: string;
  readonly contactId?: string;
  /** Look for an account and contact to add to. */
  readonly addToExisting?: boolean;
  /**
   * Move an existing contact of another account to the account of the lead's company. The account keeps its
   * data.
   */
  readonly overwrite?: boolean;
  readonly notifyLeadOwner?: boolean;
  readonly notifyNewOwner?: boolean;
  /** The user who gets the new records; the lead's owner otherwise. */
  readonly assignTo?: string;
  /** The kinds of new record that get the lead's tags. */
  readonly carryOverTags?: readonly Target[];
  /** The kind of new record that gets the lead's attachments; Zoho chooses when it is left out. */
  readonly moveAttachmentsTo?: Target;
}

/**
 * Converts a lead into a contact, an account where it names a company, and a deal where one is described.
 * @returns Zoho's item, whose details name the records by kind, null for those that were not made; or the job
 * that Zoho scheduled.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html
 */
export async function convertLead(crm: Crm, input: ConvertInput): Promise<{ data: JsonObject[] }> {
  const { recordId, accountId, contactId, assignTo, moveAttachmentsTo, carryOverTags = [] } = input;
  // The older version has ids where the newer ones have objects, and no word for success.
  const isOld = crm.version < 3;
  const reference = (id: string) => (isOld ? id : { id });
  const deal = await dealOf(crm, input);
  if (moveAttachmentsTo === "Deals" && !deal) {
    throw inputError("crm", "Move Attachments To: Deals needs the values of a deal");
  }
  const tags = carryOverTags.length > 0 ? await tagsOf(crm, recordId) : [];
  const options = {
    overwrite: input.overwrite ?? false,
    notify_lead_owner: input.notifyLeadOwner ?? false,
    notify_new_entity_owner: input.notifyNewOwner ?? false,
    ...(input.addToExisting ? { add_to_existing_record: true } : {}),
    ...(accountId ? { Accounts: reference(accountId) } : {}),
    ...(contactId ? { Contacts: reference(contactId) } : {}),
    ...(assignTo ? { assign_to: reference(assignTo) } : {}),
    ...(moveAttachmentsTo ? { move_attachments_to: { api_name: moveAttachmentsTo } } : {}),
    ...(tags.length > 0
      ? { carry_over_tags: Object.fromEntries(carryOverTags.map((kind) => [kind, tags])) }
      : {}),
    ...(deal ? { Deals: deal } : {}),
  };
  const body = { data: [options] };
  const answer = await crm.send(leadOperations.convertLead, { path: { id: recordId }, body });
  const [told] = objectsAt(answer.body, "data");
  if (isOld && told && "Contacts" in told) return { data: [told] };
  return { data: [expectItem(crm, leadOperations.convertLead, answer)] };
}

/** Zoho wants these of a deal, though its fields call only the first two mandatory. */
const dealNeeds = ["Deal_Name", "Stage", "Closing_Date"];

/** The deal as Zoho wants it, typed by the fields of deals; undefined where none is described. */
export async function dealOf(crm: Crm, input: DealInput): Promise<JsonObject | undefined> {
  const given = valuesOf(input);
  if (Object.keys(given).length === 0) {
    if (input.contactRoleId) throw inputError("crm", "Contact Role ID: it needs the values of a deal");
    return undefined;
  }
  const { Contact_Role = input.contactRoleId, ...values } = given;
  const deal = await typedRecord(crm, "Deals", values, "create");
  const missing = dealNeeds.filter((name) => (deal[name] ?? "") === "");
  if (missing.length > 0) throw inputError("crm", `The deal needs ${missing.join(", ")}`);
  return { ...deal, ...(Contact_Role ? { Contact_Role: idIn(Contact_Role) } : {}) };
}

const idIn = (value: unknown): unknown => (isObject(value) ? value.id : value);

/** The names of a lead's tags. */
async function tagsOf(crm: Crm, recordId: string): Promise<string[]> {
  const { data } = await getRecord(crm, { recordType: "Leads", recordId, fields: ["Tag"] });
  return objectsAt(data[0], "Tag").map((tag) => textAt(tag, "name") ?? "");
}

/**
 * The contacts and accounts that a lead may be the same as, and by which of its values.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/lead-conversion-options.html
 */
export async function getConversionOptions(
  crm: Crm,
  { recordId }: { readonly recordId: string },
): Promise<{ __conversion_options: JsonObject }> {
  const { body } = await crm.send(leadOperations.getLeadConversionOptions, { path: { id: recordId } });
  const options = isObject(body) ? body.__conversion_options : undefined;
  return { __conversion_options: isObject(options) ? options : {} };
}

export interface MassConvertInput extends DealInput {
  readonly recordIds?: readonly string[];
  readonly jobId?: string;
  readonly assignTo?: string;
  readonly carryOverTags?: readonly Target[];
  readonly moveAttachmentsTo?: Target;
  readonly waitSeconds?: number;
}

/** Leads that Zoho converts in one job. */
const MAX = 50;

/**
 * Converts up to 50 leads by a job, and waits for it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/mass-convert-lead.html
 */
export async function massConvertLeads(crm: Crm, input: MassConvertInput): Promise<MassResult> {
  const id = input.jobId ?? (await start(crm, input));
  const ask = async () => {
    const { body } = await crm.send(leadOperations.getMassConvertJob, { query: { job_id: id } });
    return objectsAt(body, "data")[0];
  };
  return jobResult(crm, id, await waitForJob(crm, { id, ask }, input.waitSeconds));
}

async function start(crm: Crm, input: MassConvertInput): Promise<string> {
  const { recordIds: ids = [], assignTo, carryOverTags = [], moveAttachmentsTo } = input;
  if (ids.length === 0 || ids.length > MAX) {
    throw inputError("crm", `Record IDs: expected 1 to ${MAX} leads, or a Job ID, got ${ids.length}`);
  }
  const deal = await dealOf(crm, input);
  const tagged = await Promise.all(carryOverTags.map((name) => moduleReference(crm, name)));
  const moved = moveAttachmentsTo && (await moduleReference(crm, moveAttachmentsTo));
  const body = {
    ids,
    ...(deal ? { Deals: deal } : {}),
    ...(assignTo ? { assign_to: { id: assignTo } } : {}),
    ...(tagged.length > 0 ? { carry_over_tags: tagged } : {}),
    ...(moved ? { move_attachments_to: moved } : {}),
  };
  const answer = await crm.send(leadOperations.massConvertLeads, { body });
  const details = isObject(answer.body) ? answer.body.details : undefined;
  return startedId(crm, leadOperations.massConvertLeads, details, "job_id");
}
