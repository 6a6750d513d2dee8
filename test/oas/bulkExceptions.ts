import type { Exception } from "./exception";

/** Bulk jobs, whose files are made of single samples. */
export const bulkExceptions: readonly Exception[] = [
  {
    page: "crm/bulk/read",
    file: "bulk-read.json",
    call: "GET /read/{jobId}",
    part: "answer 200",
    problem: /Attachment_Source__s|File_Id__s/,
    reason: "These are keys of a file field, which no job has; Zoho's page has neither.",
  },
  {
    page: "crm/bulk/read",
    file: "bulk-read.json",
    call: "GET /read/{jobId}",
    part: "answer 200",
    problem: /^\/data\[\]\/result must have/,
    reason: "The samples of Zoho's page have the URL alone where a job is not completed yet.",
  },
  {
    page: "crm/bulk/write",
    file: "bulk-write.json",
    call: "GET /write/{jobId}",
    part: "answer 200",
    problem: /'callback'/,
    reason: "A job has a callback only where one was asked for.",
  },
  {
    page: "crm/bulk/write",
    file: "bulk-write.json",
    call: "POST /write",
    part: "body",
    problem: /'find_by'/,
    reason: "Zoho's page asks for find_by with update and upsert alone.",
  },
  {
    page: "crm/bulk/write",
    part: "path",
    problem: /no file describes it/,
    call: "GET /bulk-write/{result}",
    reason: "No file has the address of a result, which the job's description names.",
  },
  {
    page: "crm/bulk/write",
    file: "bulk-write.json",
    call: "GET /write/{jobId}",
    part: "status",
    problem: /^404 /,
    reason:
      "Zoho's page about the state of a job has a resource that is not found, which the file leaves out.",
  },
];
