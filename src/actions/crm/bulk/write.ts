import { structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  bulkRecords,
  bulkWaitSeconds,
  callbackUrl,
  csv,
  findBy,
  ignoreEmpty,
  jobIds,
  operation,
  requiredJobId,
} from "../../../inputs/bulk";
import { upsertableModule } from "../../../inputs/modules";
import { manyInputs, typedCheckInputs } from "../../../inputs/writing";
import { bulkWrite, downloadBulkWrite, startBulkWrite } from "../../../zoho/crm/bulk/write/bulkWrite";
import { getBulkWriteJob } from "../../../zoho/crm/bulk/write/job";

const { failOnError } = manyInputs;

const source = {
  recordType: upsertableModule,
  operation,
  records: bulkRecords,
  csv,
  findBy,
  ignoreEmpty,
  ...typedCheckInputs,
};

const jobId = "5725767000001408012";

const outcomes = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      action: "insert",
      message: "record added",
      id: "5725767000000524001",
      details: { job_id: jobId },
    },
    {
      index: 1,
      status: "error",
      code: "DUPLICATE_DATA",
      message: "duplicate data: ERP_Id",
      details: { job_id: jobId, api_name: "ERP_Id" },
      hint: "A record with this unique value exists. Update it, or use an upsert action.",
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 7, credits: 502 },
};

export const crmBulkWrite = crmAction({
  label: "CRM - Bulk Write",
  description:
    "Writes any number of records by Zoho's bulk jobs, 25,000 and 500 credits each: uploads them, waits for the jobs, and reports what became of each record.",
  inputs: {
    ...source,
    job: structuredObjectInput({
      label: "Job",
      comments: "How long to wait for each job, and those of an earlier run to go on with.",
      inputs: { waitSeconds: bulkWaitSeconds, jobIds },
    }),
    failOnError,
  },
  call: bulkWrite,
  writes: true,
  example: { ...outcomes, jobs: [{ job_id: jobId, state: "COMPLETED", count: 1 }] },
});

const createdBy = { id: "5725767000000411001", name: "Ada Burns" };

export const crmStartBulkWrite = crmAction({
  label: "CRM - Start Bulk Write",
  description:
    "Uploads up to 25,000 records and starts the job that writes them, for 500 credits, without waiting for it. Zoho can call a flow when it has ended.",
  inputs: { ...source, callbackUrl },
  call: startBulkWrite,
  writes: true,
  example: {
    status: "success",
    code: "SUCCESS",
    message: "success",
    details: { id: jobId, created_by: createdBy },
  },
});

export const crmGetBulkWriteJob = crmAction({
  label: "CRM - Get Bulk Write Job",
  description:
    "Returns a bulk write as it stands, with the counts of its file. Its status is ADDED, INPROGRESS, COMPLETED, SKIPPED or FAILED.",
  inputs: { jobId: requiredJobId },
  call: getBulkWriteJob,
  example: {
    status: "COMPLETED",
    character_encoding: "UTF-8",
    resource: [
      {
        status: "COMPLETED",
        type: "data",
        module: { api_name: "Leads", id: "5725767000000002175" },
        field_mappings: [{ api_name: "Last_Name", index: 0 }],
        file: {
          status: "COMPLETED",
          name: "Leads.csv",
          added_count: 1,
          skipped_count: 0,
          updated_count: 0,
          total_count: 1,
        },
        code: "SUCCESS",
      },
    ],
    id: jobId,
    result: { download_url: `/v8/crm/org60012345678/bulk-write/${jobId}/${jobId}.zip` },
    created_by: createdBy,
    operation: "insert",
    created_time: "2026-03-01T09:00:00+01:00",
  },
});

export const crmDownloadBulkWrite = crmAction({
  label: "CRM - Download Bulk Write",
  description: "Returns what became of each record of a completed bulk write, in the order of Zoho's result.",
  inputs: { jobId: requiredJobId },
  call: downloadBulkWrite,
  example: outcomes,
});
