import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";
import type { JsonObject } from "../../zoho/core/json";

const recordType = "Leads";

async function sharedLead(world: ExampleWorld): Promise<Record<string, unknown>> {
  const recordId = await idOf(world, recordType);
  const { users } = await world.act("crmGetUsers", { userType: "ActiveUsers" });
  return { recordType, recordId, sharedWithIds: [(users as JsonObject[])[1]?.id] };
}

exerciseActions("crm/sharing", {
  crmShareRecord: sharedLead,
  crmGetSharedRecord: async (world) => {
    const { recordId, ...share } = await sharedLead(world);
    await world.act("crmShareRecord", { recordId, ...share });
    return { recordType, recordId };
  },
  crmRevokeSharedRecord: async (world) => {
    const { recordId, ...share } = await sharedLead(world);
    await world.act("crmShareRecord", { recordId, ...share });
    return { recordType, recordId };
  },
  crmLockRecord: async (world) => ({
    recordType,
    recordId: await idOf(world, recordType),
    lockReason: "The record is under audit.",
  }),
  crmGetRecordLock: async (world) => {
    const record = { recordType, recordId: await idOf(world, recordType) };
    await world.act("crmLockRecord", { ...record, lockReason: "The record is under audit." });
    return record;
  },
  crmUpdateRecordLock: async (world) => {
    const record = { recordType, recordId: await idOf(world, recordType) };
    await world.act("crmLockRecord", { ...record, lockReason: "The record is under audit." });
    return { ...record, lockReason: "The audit goes on." };
  },
  crmUnlockRecord: async (world) => {
    const record = { recordType, recordId: await idOf(world, recordType) };
    await world.act("crmLockRecord", { ...record, lockReason: "The record is under audit." });
    return record;
  },
});
