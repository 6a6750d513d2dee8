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
import { pagesOf, type ReadJob, readPage } from "./job";

const scopes = { scopes: scope("ZohoCRM.bulk.READ") };
const jobsOf = perOrganizationJobs<ReadJob>();
const downloadsOf = perOrganization(() => new Window(DOWNLOADS_A_MINUTE, 60_000));
const known = perOrganization(() => new Map<string, ReadJob>());

const states = ["ADDED", "QUEUED", "IN PROGRESS"];

const refuse = (code: string, message: string, details: Record<string, unknown> = {}, status = 400): Answer =>
  refusal(failure(code, message, details), status);

const notFound = (): Answer =>
  refuse("RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", { resource: "job" }, 404);

/** `POST /crm/bulk/{version}/read` */
function start(call: CrmCall): Answer {
  const { request, organization } = call;
  if (!/json/.test(request.headers["content-type"] ?? ""))
    return refuse("MEDIA_TYPE_NOT_SUPPORTED", "Media type is not supported.", {}, 415);
  const { body } = request;
  if (!isObject(body) || !isObject(body.query))
    return refuse("REQUEST_BODY_IS_EMPTY", "The request body is empty.");
  const callback = callbackOf(body.callback);
  if ("code" in callback) return refuse(callback.code, callback.message);
  const job = readPage(call, body.query, pagesOf(organization));
  if ("problem" in job) return refusal(job.problem);
  const jobs = jobsOf(organization);
  const { id, createdAt } = jobs.start({
    kind: "read",
    states,
    work: () => {
      job.take();
      return { state: "COMPLETED", result: job };
    },
    ended: callingBack(organization, callback.url, (ended) => ({ data: [statusOf(call, ended)] })),
  });
  known(organization).set(id, job);
  const { name, id: userId } = organization.currentUser;
  const details = {
    id,
    operation: "read",
    state: "ADDED",
    created_by: { id: userId, name },
    created_time: organization.timeText(createdAt),
  };
  const item = { status: "success", code: "ADDED_SUCCESSFULLY", message: "Added successfully.", details };
  return ok({ data: [item], info: {} }, 201);
}

/** A job as it stands, without being moved on by the question. */
function statusOf({ organization, version }: CrmCall, id: string): object {
  const standing = jobsOf(organization).look("read", id);
  const job = known(organization).get(id);
  if (!standing || !job) throw new Error(`There is no job ${id}.`);
  const { name, id: userId } = organization.currentUser;
  const isDone = standing.state === "COMPLETED";
  const url = { download_url: `/crm/bulk/${version}/read/${id}/result` };
  const early = organization.behaviours.bulkEarlyResult === "named" ? { result: url } : {};
  return {
    id,
    operation: "read",
    state: standing.state,
    ...(isDone ? { result: { ...job.told(), ...url } } : early),
    query: job.query,
    created_by: { id: userId, name },
    created_time: organization.timeText(standing.createdAt),
    file_type: "csv",
  };
}

/** `GET /crm/bulk/{version}/read/{id}` */
function status(call: CrmCall): Answer {
  const { job = "" } = call.request.params;
  return jobsOf(call.organization).ask("read", job) ? ok({ data: [statusOf(call, job)] }) : notFound();
}

/** `GET /crm/bulk/{version}/read/{id}/result` */
async function result({ organization, request }: CrmCall): Promise<Answer> {
  const { job: id = "" } = request.params;
  const standing = jobsOf(organization).look("read", id);
  if (!standing?.result) return notFound();
  if (!downloadsOf(organization).admit(organization.clock.now()))
    return refuse("TOO_MANY_REQUESTS", "Too many downloads; ten are allowed in a minute.", {}, 429);
  const data = await zipped(`${id}.csv`, standing.result.csv());
  return download({ id, name: `${id}.zip`, contentType: "application/zip", data });
}

const free = { ...scopes, credits: () => 0 };

export const bulkReadRoutes: Route[] = [
  crmRoute("crm.bulkRead.start", ["POST", "/bulk/read"], start, { ...scopes, credits: () => 50 }),
  crmRoute("crm.bulkRead.status", ["GET", "/bulk/read/:job"], status, free),
  crmRoute("crm.bulkRead.result", ["GET", "/bulk/read/:job/result"], result, free),
];
