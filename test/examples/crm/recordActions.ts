import type { JsonObject } from "../../../src/zoho/core/json";
import { type Example, type ExampleWorld, idOf } from "../world";

const recordType = "Leads";

/** A new lead, whose unique fields are empty. */
async function newLead(world: ExampleWorld): Promise<string> {
  const record = { Last_Name: "Burns", Company: "ABC Inc.", City: "Paris" };
  const { data } = await world.act("crmCreateRecord", { recordType, record });
  const [{ details }] = data as [{ details: { id: string } }];
  return details.id;
}

/** A case at the beginning of its process. */
async function newCase(world: ExampleWorld): Promise<string> {
  const record = { Subject: "Lock does not open", Status: "New", Case_Origin: "Web" };
  const { data } = await world.act("crmCreateRecord", { recordType: "Cases", record });
  const [{ details }] = data as [{ details: { id: string } }];
  return details.id;
}

async function sharedLead(world: ExampleWorld): Promise<Record<string, unknown>> {
  const recordId = await idOf(world, recordType);
  const { users } = await world.act("crmGetUsers", { userType: "ActiveUsers" });
  return { recordType, recordId, sharedWithIds: [(users as JsonObject[])[1]?.id] };
}

export const examples: Record<string, Example> = {
  crmCloneRecord: async (world) => ({
    recordType,
    recordId: await newLead(world),
    fieldValues: [{ key: "City", value: "Rome" }],
  }),
  crmGetDeletedRecords: async (world) => {
    const recordId = await idOf(world, recordType);
    await world.act("crmRemoveRecord", { recordType, recordId });
    return { recordType, type: "recycle" };
  },
  crmGetRecordTimeline: async (world) => {
    const recordId = await newLead(world);
    await world.act("crmUpdateRecord", { recordType, recordId, record: { City: "Rome" } });
    return { recordType, recordId };
  },
  crmGetBlueprint: async (world) => ({ recordType: "Cases", recordId: await newCase(world) }),
  crmUpdateBlueprint: async (world) => ({
    recordType: "Cases",
    recordId: await newCase(world),
    transition: "Wait for the customer",
    fieldValues: [{ key: "Case_Reason", value: "New problem" }],
  }),
  crmLockRecord: async (world) => ({
    recordType,
    recordId: await idOf(world, recordType),
    lockReason: "The record is under audit.",
  }),
  crmUnlockRecord: async (world) => {
    const record = { recordType, recordId: await idOf(world, recordType) };
    await world.act("crmLockRecord", { ...record, lockReason: "The record is under audit." });
    return record;
  },
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
  crmCompositeRequest: () => ({
    parts: [
      {
        id: "account",
        method: "POST",
        path: "Accounts",
        body: { data: [{ Account_Name: "Zylker" }] },
      },
      {
        method: "POST",
        path: "Contacts",
        body: { data: [{ Last_Name: "Burns", Account_Name: { id: "@{account:$.data[0].details.id}" } }] },
      },
    ],
  }),
};
