import { crmGetSharedRecord } from "./crmGetSharedRecord";
import { crmLockRecord } from "./crmLockRecord";
import { crmRevokeSharedRecord } from "./crmRevokeSharedRecord";
import { crmShareRecord } from "./crmShareRecord";
import { crmUnlockRecord } from "./crmUnlockRecord";

export const sharingActions = {
  crmGetSharedRecord,
  crmLockRecord,
  crmRevokeSharedRecord,
  crmShareRecord,
  crmUnlockRecord,
};
