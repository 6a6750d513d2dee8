import { crmChangeOwner } from "./crmChangeOwner";
import { crmMassDeleteRecords } from "./crmMassDeleteRecords";
import { crmMassUpdateRecords } from "./crmMassUpdateRecords";
import { crmMergeRecords } from "./crmMergeRecords";

export const jobsActions = { crmChangeOwner, crmMassDeleteRecords, crmMassUpdateRecords, crmMergeRecords };
