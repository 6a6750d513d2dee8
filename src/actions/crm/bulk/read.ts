import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  bulkConditions,
  bulkFields,
  bulkMaxRecords,
  bulkWaitSeconds,
  callbackUrl,
  output,
  pageToken,
  readJobId,
  requiredJobId,
  skip,
} from "../../../inputs/bulk";
import { match } from "../../../inputs/conditions";
import { viewableModule } from "../../../inputs/modules";
import { customViewId as anyCustomViewId } from "../../../inputs/records";
import { bulkRead, downloadBulkRead } from "../../../zoho/crm/bulk/read/bulkRead";
import { getBulkReadJob, startBulkRead } from "../../../zoho/crm/bulk/read/job";

const customViewId = input({
  ...anyCustomViewId,
  comments: "The unique identifier of a custom view whose records to read.",
});

const query = {
  recordType: viewableModule,
  fields: bulkFields,
  conditions: bulkConditions,
  match,
  customViewId,
};

const bulkReadExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns", Owner: { id: "5725767000000411001" } }],
  info: {
    count: 1,
    more_records: false,
    method: "bulk",
    job_id: "5725767000001408012",
    state: "COMPLETED",
    jobs: 1,
    requests: 6,
    credits: 52,
  },
};

export const crmBulkRead = crmAction({
  label: "CRM - Bulk Read",
  description:
    "Reads any number of records by Zoho's bulk jobs, 200,000 and 50 credits each: starts them, waits for them, and returns a list of records or one CSV file. Lookups come with their IDs alone.",
  inputs: {
    ...query,
    output,
    maxRecords: bulkMaxRecords,
    job: structuredObjectInput({
      label: "Job",
      comments: "How long to wait for each job, and where to go on after an earlier run.",
      inputs: { waitSeconds: bulkWaitSeconds, jobId: readJobId, skip, pageToken },
    }),
  },
  call: bulkRead,
  example: bulkReadExample,
});

const createdBy = { id: "5725767000000411001", name: "Ada Burns" };

const startedExample = {
  data: [
    {
      status: "success",
      code: "ADDED_SUCCESSFULLY",
      message: "Added successfully.",
      details: {
        id: "5725767000001408012",
        operation: "read",
        state: "ADDED",
        created_by: createdBy,
        created_time: "2026-03-01T09:00:00+01:00",
      },
    },
  ],
};

export const crmStartBulkRead = crmAction({
  label: "CRM - Start Bulk Read",
  description:
    "Starts a bulk read of up to 200,000 records, for 50 credits, and does not wait for it. Zoho can call a flow when it has ended.",
  inputs: { ...query, pageToken, callbackUrl },
  call: startBulkRead,
  writes: true,
  example: startedExample,
});

const jobExample = {
  data: [
    {
      id: "5725767000001408012",
      operation: "read",
      state: "COMPLETED",
      query: { module: { api_name: "Leads", id: "5725767000000002175" }, fields: ["Last_Name"], page: 1 },
      created_by: createdBy,
      created_time: "2026-03-01T09:00:00+01:00",
      file_type: "csv",
      result: {
        page: 1,
        count: 127,
        download_url: "/crm/bulk/v8/read/5725767000001408012/result",
        per_page: 200000,
        more_records: false,
      },
    },
  ],
};

export const crmGetBulkReadJob = crmAction({
  label: "CRM - Get Bulk Read Job",
  description:
    "Returns a bulk read as it stands. Its state alone says whether there is a result: ADDED, QUEUED, IN PROGRESS, COMPLETED or FAILURE.",
  inputs: { jobId: requiredJobId },
  call: getBulkReadJob,
  example: jobExample,
});

export const crmDownloadBulkRead = crmAction({
  label: "CRM - Download Bulk Read",
  description:
    "Returns the records of a completed bulk read as a list or a CSV file, and the page token with which another goes on.",
  inputs: { jobId: requiredJobId, output, maxRecords: bulkMaxRecords, skip },
  call: downloadBulkRead,
  example: bulkReadExample,
});
