import { stringify } from "csv-stringify/sync";
import type { Answer } from "../../../core/answer";
import { Window } from "../../../core/window";
import type { Route } from "../../../http/route";
import { failure, ok, refusal } from "../../answers";
import { type CrmCall, crmRoute, scope } from "../../call";
import { download } from "../../files/download";
import { isObject } from "../../objects";
import { perOrganization } from "../../perOrganization";
import { callbackOf, callingBack } from "../callback";
import { DOWNLOADS_A_MINUTE, perOrganizationJobs } from "../jobs";
import { zipped } from "../zip";
import { carryOut, MOST_ROWS, type RowResult, readJob, type WriteJob } from "./job";
import { upload } from "./upload";

interface Ended {
  job: WriteJob;
  results: readonly RowResult[];
}

const jobsOf = perOrganizationJobs<Ended>();
const startedOf = perOrganization(() => new Map<string, { job: WriteJob; baseUrl: string }>());
const downloadsOf = perOrganization(() => new Window(DOWNLOADS_A_MINUTE, 60_000));

const notFound = (): Answer =>
  refusal(failure("RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", { resource: "job" }), 404);

const users = ({ organization }: CrmCall) => {
  const { name, id } = organization.currentUser;
  return { id, name };
};

/** `POST /crm/bulk/{version}/write` */
function start(call: CrmCall): Answer {
  const { organization, request } = call;
  const body = isObject(request.body) ? request.body : {};
  const callback = callbackOf(body.callback);
  if ("code" in callback) return refusal(failure(callback.code, callback.message));
  const job = readJob(call, body);
  if ("problem" in job) return refusal(job.problem);
  const { id } = jobsOf(organization).start({
    kind: "write",
    states: ["ADDED", "INPROGRESS"],
    work: () => {
      if (job.rows.length > MOST_ROWS) return { state: "FAILED", result: { job, results: [] } };
      return { state: "COMPLETED", result: { job, results: carryOut(call, job) } };
    },
    ended: callingBack(organization, callback.url, (ended) => statusOf(call, ended)),
  });
  startedOf(organization).set(id, { job, baseUrl: request.baseUrl });
  const details = { id, created_by: users(call) };
  return ok({ status: "success", code: "SUCCESS", message: "success", details }, 201);
}

/** A job as it stands, without being moved on by the question. */
function statusOf(call: CrmCall, id: string): object {
  const { organization, version } = call;
  const standing = jobsOf(organization).look("write", id);
  const started = startedOf(organization).get(id);
  if (!standing || !started) throw new Error(`There is no job ${id}.`);
  const { job, baseUrl } = started;
  const { state: status, result } = standing;
  const count = (wanted: RowResult["status"]) =>
    result?.results.filter((row) => row.status === wanted).length ?? 0;
  const path = `/${version}/crm/org${organization.zgid}/bulk-write/${id}/${id}.zip`;
  const download_url = organization.behaviours.bulkResultUrl === "absolute" ? baseUrl + path : path;
  const file = {
    status,
    name: job.file,
    added_count: count("ADDED"),
    skipped_count: count("SKIPPED"),
    updated_count: count("UPDATED"),
    total_count: result?.results.length ?? 0,
  };
  return {
    status,
    character_encoding: "UTF-8",
    resource: [
      {
        status,
        type: "data",
        module: { api_name: job.module.apiName, id: job.module.id },
        field_mappings: job.mappings,
        file,
        code: status === "FAILED" ? "LIMIT_EXCEEDED" : "SUCCESS",
      },
    ],
    id,
    ...(status === "COMPLETED" ? { result: { download_url } } : {}),
    created_by: users(call),
    operation: job.operation,
    created_time: organization.timeText(standing.createdAt),
  };
}

/** `GET /crm/bulk/{version}/write/{id}` */
function status(call: CrmCall): Answer {
  const { job = "" } = call.request.params;
  return jobsOf(call.organization).ask("write", job) ? ok(statusOf(call, job)) : notFound();
}

/** The result of a job, on the host for uploads and downloads. */
async function result({ request }: { request: CrmCall["request"] }): Promise<Answer> {
  const organization = request.world.crm;
  const { job: id = "" } = request.params;
  const ended = jobsOf(organization).look("write", id)?.result;
  if (!ended) return notFound();
  if (!downloadsOf(organization).admit(organization.clock.now()))
    return refusal(failure("TOO_MANY_REQUESTS", "Too many downloads; ten are allowed in a minute."), 429);
  const header = ended.job.columns.slice(0, 3).map(({ field }) => field.apiName);
  const rows = ended.results.map(({ cells, status: state, id: record, errors }) => [
    ...cells,
    state,
    record,
    errors,
  ]);
  if (organization.behaviours.bulkResultOrder === "reversed") rows.reverse();
  const csv = stringify([[...header, "STATUS", "RECORD_ID", "ERRORS"], ...rows]);
  const data = await zipped(`${ended.job.module.apiName}-${ended.job.file}`, csv);
  return download({ id, name: `${id}.zip`, contentType: "application/zip", data });
}

const scopes = { scopes: scope("ZohoCRM.bulk.CREATE") };

export const bulkWriteRoutes: Route[] = [
  crmRoute("crm.bulkWrite.upload", ["POST", "/upload"], upload, {
    scopes: scope("ZohoFiles.files.ALL"),
    credits: () => 0,
  }),
  crmRoute("crm.bulkWrite.start", ["POST", "/bulk/write"], start, { ...scopes, credits: () => 500 }),
  crmRoute("crm.bulkWrite.status", ["GET", "/bulk/write/:job"], status, { ...scopes, credits: () => 0 }),
  {
    operation: "crm.bulkWrite.result",
    method: "GET",
    path: "/:version/crm/:organization/bulk-write/:job/:file",
    ...scopes,
    credits: () => 0,
    handle: (request) => result({ request }),
  },
];
