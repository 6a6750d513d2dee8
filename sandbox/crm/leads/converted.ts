import type { Module, RecordData, Reference } from "../metadata/types";
import type { CrmOrganization } from "../organization";
import { moduleReference } from "../store/moduleReference";
import type { Target } from "./mapping";

/** Marks a lead as converted: lists leave it out from then on, and it can no longer be changed. */
export function markConverted(
  organization: CrmOrganization,
  leads: Module,
  lead: RecordData,
  made: Partial<Record<Target, Reference>>,
): void {
  const store = organization.store(leads);
  const by = organization.currentUser;
  const now = organization.now();
  const marks = {
    Converted__s: true,
    Converted_Date_Time: now,
    Converted_Account: made.Accounts ?? null,
    Converted_Contact: made.Contacts ?? null,
    Converted_Deal: made.Deals ?? null,
  };
  const record = { ...lead, ...marks, Modified_By: by.asOwner, Modified_Time: now };
  store.put(record, organization.writeMoment(store));
  organization.announce({
    module: leads.apiName,
    operation: "update",
    ids: [lead.id],
    affectedFields: { [lead.id]: Object.keys(marks) },
    by,
    before: lead,
  });
}

/** Gives the attachments of a lead to a record it became. */
export function moveAttachments(
  organization: CrmOrganization,
  lead: RecordData,
  module: Module,
  reference: Reference,
): void {
  const attachments = organization.schema.get("Attachments");
  if (!attachments) return;
  const store = organization.store(attachments);
  for (const id of [...store.find("Parent_Id", lead.id)]) {
    const attachment = store.get(id);
    if (!attachment) continue;
    const moved = { Parent_Id: moduleReference(module, reference), $se_module: module.apiName };
    store.put({ ...attachment, ...moved }, organization.writeMoment(store));
  }
}
