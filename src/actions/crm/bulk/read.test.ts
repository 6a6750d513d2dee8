import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";
import type { JsonObject } from "../../../zoho/core/json";

const query = { recordType: "Leads", fields: ["Last_Name", "Owner"] };

async function started(world: ExampleWorld) {
  const { data } = await world.act("crmStartBulkRead", query);
  const [item] = data as JsonObject[];
  return { jobId: String(Object(item?.details).id) };
}

/** A job that has been asked for until it was completed. */
async function completed(world: ExampleWorld) {
  const job = await started(world);
  for (let count = 0; count < 4; count += 1) await world.act("crmGetBulkReadJob", job);
  return job;
}

exerciseActions("crm/bulk/read", {
  crmBulkRead: () => ({ ...query, job: { waitSeconds: "600" } }),
  crmStartBulkRead: () => query,
  crmGetBulkReadJob: completed,
  crmDownloadBulkRead: completed,
});
