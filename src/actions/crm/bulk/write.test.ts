import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

const records = ["Burns", "Daly"].map((Last_Name) => ({ Last_Name, Company: "Zylker", ERP_Id: "E-1" }));
const source = { recordType: "Leads", operation: "insert", records: JSON.stringify(records) };

/** A job that has been asked for until it was completed. */
async function completed(world: ExampleWorld) {
  const { details } = await world.act("crmStartBulkWrite", source);
  const job = { jobId: String(Object(details).id) };
  for (let count = 0; count < 4; count += 1) await world.act("crmGetBulkWriteJob", job);
  return job;
}

exerciseActions("crm/bulk/write", {
  crmBulkWrite: () => ({ ...source, checks: { strict: "true" }, job: { waitSeconds: "600" } }),
  crmStartBulkWrite: () => source,
  crmGetBulkWriteJob: completed,
  crmDownloadBulkWrite: completed,
});
