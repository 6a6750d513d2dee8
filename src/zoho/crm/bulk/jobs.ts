import { isObject, type JsonObject, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { askUntil, type Job } from "../jobs/waitForJob";
import { getFields, getModules, nameOf } from "../metadata/modules";
import { indexOf } from "../values/fields";
import { expectFields } from "../values/schema";

/**
 * What a bulk job's state says. It alone decides: Zoho names the URL of a result before there is one, and
 * spells the same state in several ways. `failed` may have done a part of its work.
 */
export type Progress = "underWay" | "completed" | "failed";

/** How far a bulk job is, from its description. */
export function progressOf(job: JsonObject): Progress {
  const state = (textAt(job, "state") ?? textAt(job, "status") ?? "").toUpperCase().replace(/[^A-Z]/g, "");
  if (state === "COMPLETED" || state === "SKIPPED") return "completed";
  return state === "FAILURE" || state === "FAILED" ? "failed" : "underWay";
}

/**
 * Asks for a job's state until it has ended, as long as the wait and the execution allow. @returns the job as
 * it is then.
 */
export const waitForBulkJob = (crm: Crm, job: Job, waitSeconds?: number): Promise<JsonObject> =>
  askUntil(crm, job, (status) => progressOf(status) !== "underWay", waitSeconds);

/** The result that a completed job tells of. */
export const resultOf = (job: JsonObject): JsonObject => (isObject(job.result) ? job.result : {});

/** Zoho allows ten downloads a minute; this long after a refusal one is allowed again. */
const MINUTE_MS = 61_000;

/** Downloads, once more after a minute where there were too many. */
export const patiently = {
  retry: { attempts: 4, baseMs: 16_000, factor: 2, capMs: MINUTE_MS, longestRetryAfterMs: MINUTE_MS },
} as const;

/** The address that Zoho calls when a job has ended. */
export const callbackTo = (url: string | undefined): JsonObject =>
  url === undefined ? {} : { callback: { url, method: "post" } };

/** Modules whose records no bulk job reads or writes. */
const refusedModules = ["Notes", "Attachments", "Emails"];

/** Types of fields that no bulk read gives. */
const refusedTypes = ["fileupload", "multiselectlookup"];

/**
 * Refuses what no bulk job takes, before anything is sent.
 * @throws ZohoError of kind `input` that names the module.
 */
export async function expectModule(crm: Crm, recordType: string): Promise<void> {
  const module = (await getModules(crm)).find(({ api_name: name }) => name === recordType);
  const isLinking = textAt(module, "generated_type") === "linking";
  if (!refusedModules.includes(recordType) && !isLinking) return;
  const hint = "An action that lists its records reads it.";
  throw inputError("crm", `Record Type: Zoho has no bulk jobs for ${recordType}. ${hint}`, {
    module: recordType,
  });
}

/**
 * Refuses fields that no bulk read gives, and those that the module does not have.
 * @throws ZohoError of kind `input` that names the field.
 */
export async function expectReadable(crm: Crm, recordType: string, names: readonly string[]): Promise<void> {
  const described = await getFields(crm, recordType);
  const first = names.map((path) => path.split(".")[0] ?? "").filter((name) => name.toLowerCase() !== "id");
  expectFields(recordType, indexOf(described), { Fields: first });
  const refused = described.find((field) => first.includes(nameOf(field)) && isRefused(field));
  if (!refused) return;
  const name = nameOf(refused);
  const type = textAt(refused, "data_type");
  throw inputError("crm", `Fields: no bulk read gives ${name}, for it is of the type ${type}`, {
    api_name: name,
  });
}

const isRefused = (field: JsonObject): boolean => refusedTypes.includes(textAt(field, "data_type") ?? "");

/** Types of JSON that a CSV gives whole. */
const plainTypes = ["string", "integer", "double", "boolean"];

/**
 * Whether a bulk read gives these fields of a module's records in the form in which queries give them, and
 * the same records: not lookups, of which it has the ids alone, and not leads, of which it may have converted
 * ones.
 */
export async function givesAlike(crm: Crm, recordType: string, names: readonly string[]): Promise<boolean> {
  const described = await getFields(crm, recordType);
  const isPlain = (name: string): boolean => {
    const field = described.find((each) => nameOf(each) === name);
    return (
      name === "id" ||
      (field !== undefined && !isRefused(field) && plainTypes.includes(textAt(field, "json_type") ?? ""))
    );
  };
  const hasConverted = described.some((field) => nameOf(field) === "Converted__s");
  return names.length > 0 && !hasConverted && !refusedModules.includes(recordType) && names.every(isPlain);
}
