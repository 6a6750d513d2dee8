import type { Answer } from "../../../core/answer";
import type { Route } from "../../../http/route";
import { type Failure, failure, invalidId, listAnswer, missingParam, refusal } from "../../answers";
import { ifAllowed, type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import { listOf } from "../../objects";
import { personOf } from "../../people/staff";
import { isRecordId } from "../../store/ids";
import { type ExternalIds, externalIds, invalidExternalId } from "../externalId";
import { nameOf } from "../names";
import { wholeNumber } from "../params";
import { readSince } from "../read/listFilter";
import { deleteRecord } from "./engine";
import { failed, type ItemResult, resultsAnswer } from "./results";
import { allTriggers, plainWriting } from "./writing";

const maxIds = 100;
const maxPerPage = 200;

const deleteOne = moduleRoute(
  "crm.records.delete",
  ["DELETE", "/:module/:id"],
  ifAllowed("deletable", deleteOneRecord),
  {
    scopes: moduleScopes("DELETE", "WRITE"),
  },
);

const deleteMany = moduleRoute(
  "crm.records.deleteMany",
  ["DELETE", "/:module"],
  ifAllowed("deletable", deleteRecords),
  {
    scopes: moduleScopes("DELETE", "WRITE"),
  },
);

const deletedList = moduleRoute("crm.records.deleted", ["GET", "/:module/deleted"], listDeleted, {
  scopes: moduleScopes("READ"),
  credits: () => 2,
});

function deleteOneRecord(call: ModuleCall): Answer {
  return deleteAll(call, [call.request.params.id ?? ""], "the id given seems to be invalid");
}

function deleteRecords(call: ModuleCall): Answer {
  const ids = listOf(call.request.query.get("ids"));
  if (ids.length === 0) return refusal(missingParam("ids"));
  if (ids.length > maxIds) {
    return refusal(failure("LIMIT_EXCEEDED", "limit exceeded", { limit: maxIds, param_name: "ids" }));
  }
  return deleteAll(call, ids, "record not deleted");
}

function deleteAll(call: ModuleCall, ids: readonly string[], unknown: string): Answer {
  const external = externalIds(call);
  if (external && "problem" in external) return refusal(external.problem);
  const { organization, module, request, version } = call;
  const runs = request.query.get("wf_trigger") !== "false";
  const writing = {
    ...plainWriting(organization, module, organization.currentUser),
    triggers: runs ? allTriggers : allTriggers.filter((trigger) => trigger !== "workflow"),
  };
  const results = ids.map((given): ItemResult => {
    const id = external ? external.find(given) : given;
    const outcome = id === undefined ? undefined : deleteRecord(writing, id);
    if (!outcome) return failed(notThere(given, external, unknown));
    if ("problem" in outcome) return failed(outcome.problem);
    const details = { ...(external && { [external.field]: given }), id: outcome.record.id };
    return { code: "SUCCESS", details, message: "record deleted", status: "success" };
  });
  return resultsAnswer(results, 200, version);
}

function notThere(given: string, external: ExternalIds | undefined, message: string): Failure {
  if (external) return invalidExternalId({ [external.field]: given });
  return isRecordId(given) ? failure("INVALID_DATA", message, { id: given }) : invalidId({ id: given });
}

/** `GET /{module}/deleted`: what is in the recycle bin and what is gone for good, newest first. */
function listDeleted(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const { query, headers } = request;
  const type = query.get("type") ?? "all";
  if (!["all", "recycle", "permanent"].includes(type)) return refusal(notMatched("type"));
  const perPage = wholeNumber(query, "per_page", { least: 1, most: maxPerPage, otherwise: maxPerPage });
  const page = wholeNumber(query, "page", { least: 1, most: 10 ** 9, otherwise: 1 });
  if (perPage === undefined) return refusal(notMatched("per_page"));
  if (page === undefined) return refusal(notMatched("page"));
  const since = readSince(call, headers["if-modified-since"]);
  if ("problem" in since) return refusal(since.problem);
  const { time: from = "" } = since;
  const seenUntil = organization.deletesToldUntil;
  const all = [...organization.store(module).deleted.values()]
    .filter(
      (entry) =>
        (type === "all" || entry.type === type) && entry.deletedTime >= from && entry.at <= seenUntil,
    )
    .reverse();
  const rows = all.slice((page - 1) * perPage, page * perPage).map((entry) => {
    const gone = entry.type === "permanent";
    const creator = organization.staff.users.find((user) => user.asOwner === entry.record.Created_By);
    return {
      deleted_by: gone ? null : entry.deletedBy,
      id: entry.record.id,
      display_name: gone ? null : nameOf(module, entry.record),
      type: entry.type,
      created_by: gone || !creator ? null : personOf(creator),
      deleted_time: entry.deletedTime,
    };
  });
  const info = { per_page: perPage, count: rows.length, page, more_records: all.length > page * perPage };
  return listAnswer("data", rows, info);
}

const notMatched = (name: string): Failure =>
  failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", { param_name: name });

export const deleteRoutes: Route[] = [deleteOne, deleteMany, deletedList];
