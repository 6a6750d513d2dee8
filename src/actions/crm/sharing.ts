import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { chosen, flag, idList, requiredText } from "../../inputs/cleaners";
import { updatableModule, viewableModule } from "../../inputs/modules";
import { ownRecordId } from "../../inputs/records";
import {
  getRecordLock,
  getSharedRecord,
  lockRecord,
  revokeSharedRecord,
  shareRecord,
  unlockRecord,
  updateRecordLock,
} from "../../zoho/crm/sharing";
import { recordId, time, user } from "./exampleValues";

const sharedWithType = input({
  label: "Shared With Type",
  type: "string",
  default: "users",
  model: [
    { label: "Users", value: "users" },
    { label: "Roles", value: "roles" },
    { label: "Groups", value: "groups" },
  ],
  comments: "Whether Shared With names users, roles or groups.",
  clean: chosen("Shared With Type", ["users", "roles", "groups"], "users"),
});

const sharedWithIds = input({
  label: "Shared With",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter an ID",
  comments:
    "The unique identifiers of the users, roles or groups that may see the record. Maximum is 10 users, 5 roles or 5 groups.",
  example: "5725767000000411001",
  clean: idList("Shared With", 10),
});

const permission = input({
  label: "Permission",
  type: "string",
  default: "read_only",
  model: [
    { label: "Read only", value: "read_only" },
    { label: "Read and write", value: "read_write" },
    { label: "Full access", value: "full_access" },
  ],
  comments: "What they may do with the record.",
  clean: chosen("Permission", ["read_only", "read_write", "full_access"], "read_only"),
});

const shareType = input({
  label: "Share Type",
  type: "string",
  default: "private",
  model: [
    { label: "Private", value: "private" },
    { label: "Public", value: "public" },
  ],
  comments: "Whether the record is shared with those that are named, or with everybody.",
  clean: chosen("Share Type", ["private", "public"], "private"),
});

const shareRelatedRecords = input({
  label: "Share Related Records",
  type: "boolean",
  default: "false",
  comments: "When true, the records related to it are shared too.",
  clean: flag("Share Related Records"),
});

const notifySharedMembers = input({
  label: "Notify Shared Members",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells those with whom the record is shared.",
  clean: flag("Notify Shared Members"),
});

const replaceShares = input({
  label: "Replace Shares",
  type: "boolean",
  default: "false",
  comments:
    "When true, the record is shared with those that are named alone; when false, also with those it was shared with before.",
  clean: flag("Replace Shares"),
});

const sharesExample = {
  share: [
    {
      type: "private",
      permission: "read_only",
      share_related_records: false,
      shared_with: { ...user, type: "users" },
      shared_time: "2026-03-01T09:00:00+01:00",
      shared_through: { module: { name: "Leads", id: "5725767000000002175" }, id: recordId },
      shared_by: { ...user, zuid: "700411001" },
    },
  ],
};

export const crmGetSharedRecord = crmAction({
  label: "CRM - Get Shared Record",
  description: "Returns with whom a record is shared, and what they may do with it.",
  inputs: { recordType: viewableModule, recordId: ownRecordId },
  call: getSharedRecord,
  example: sharesExample,
});

const revokedExample = {
  share: { code: "SUCCESS", details: { id: recordId }, message: "Sharing Revoked", status: "success" },
};

export const crmRevokeSharedRecord = crmAction({
  label: "CRM - Revoke Shared Record",
  description: "Ends every share of a record.",
  inputs: { recordType: updatableModule, recordId: ownRecordId },
  call: revokeSharedRecord,
  writes: true,
  example: revokedExample,
});

const sharedExample = {
  share: [{ code: "SUCCESS", details: {}, message: "record will be shared successfully", status: "success" }],
};

export const crmShareRecord = crmAction({
  label: "CRM - Share Record",
  description: "Shares a record with users, roles or groups.",
  inputs: {
    recordType: updatableModule,
    recordId: ownRecordId,
    sharedWithType,
    sharedWithIds,
    permission,
    shareType,
    shareRelatedRecords,
    notifySharedMembers,
    replaceShares,
  },
  call: shareRecord,
  writes: true,
  example: sharedExample,
});

const lockReason = input({
  label: "Lock Reason",
  type: "string",
  required: true,
  placeholder: "Enter a reason",
  comments: "Why the record is locked. Maximum is 3,000 characters.",
  example: "The record is under audit.",
  clean: (value: unknown) => {
    const reason = requiredText("Lock Reason")(value);
    if (reason.length <= 3000) return reason;
    throw new Error(`Lock Reason: expected at most 3,000 characters, got ${reason.length}.`);
  },
});

const done = (message: string, id: string) => ({
  data: [{ code: "SUCCESS", details: { id }, message, status: "success" }],
});

const lockedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: time,
        Created_Time: time,
        Modified_By: user,
        Created_By: user,
        id: "5725767000001408021",
      },
      message: "record added",
      status: "success",
    },
  ],
};

export const crmLockRecord = crmAction({
  label: "CRM - Lock Record",
  description: "Locks a record, so that nobody changes or deletes it until it is unlocked.",
  inputs: { recordType: updatableModule, recordId: ownRecordId, lockReason },
  call: lockRecord,
  writes: true,
  example: lockedExample,
});

export const crmGetRecordLock = crmAction({
  label: "CRM - Get Record Lock",
  description: "Returns who locked a record, when and why; an empty list where it is not locked.",
  inputs: { recordType: viewableModule, recordId: ownRecordId },
  call: getRecordLock,
  example: {
    data: [
      {
        id: "5725767000001408021",
        Locked_By__s: { ...user, module: "Users" },
        Locked_For__s: {
          module: { api_name: "Leads", id: "5725767000000002175" },
          name: "Burns",
          id: recordId,
        },
        Locked_Reason__s: "The record is under audit.",
        Locked_Time__s: time,
        Lock_Source__s: "Manual",
        Feature_Type__s: "record_locking",
      },
    ],
  },
});

export const crmUpdateRecordLock = crmAction({
  label: "CRM - Update Record Lock",
  description: "Changes the reason for which a record is locked.",
  inputs: { recordType: updatableModule, recordId: ownRecordId, lockReason },
  call: updateRecordLock,
  writes: true,
  example: done("relation updated", "5725767000001408021"),
});

const unlockedExample = done("relation removed", "5725767000001408021");

export const crmUnlockRecord = crmAction({
  label: "CRM - Unlock Record",
  description: "Ends the lock of a record.",
  inputs: { recordType: updatableModule, recordId: ownRecordId },
  call: unlockRecord,
  writes: true,
  example: unlockedExample,
});
