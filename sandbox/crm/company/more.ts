import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, listAnswer, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import { download } from "../files/download";
import type { RecordData } from "../metadata/types";
import { isObject, listOf, objectsOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { perOrganization } from "../perOrganization";
import { numberedPage } from "../records/params";
import type { RecordCall } from "../records/parent";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { linksOf, type RelatedCall, rowsOf } from "../related/relation";
import { type RelatedListEntry, relatedListId, relatedListsOf } from "../settings/relatedLists";

/* What is told of records besides their fields: scores, counts of what is related, and long texts in full. */

const maxCounted = 20;
const counted = "get_related_records_count";

/** `POST /{module}/{id}/actions/get_related_records_count`: how many records stand on each of the lists. */
function countRelated(own: ModuleCall): Answer {
  const { organization, module, request } = own;
  const record = organization.view(module).get(request.params.id ?? "");
  const ofPath = { resource_path_index: 1 };
  if (!record) return refusal(failure("INVALID_DATA", "the related id given seems to be invalid", ofPath));
  if (record.Converted__s === true) return refusal(failure("INVALID_DATA", "id already converted", ofPath));
  const wanted = objectsOf(isObject(request.body) ? request.body[counted] : undefined);
  const at = { api_name: counted, json_path: `$.${counted}` };
  if (wanted.length === 0) return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  if (wanted.length > maxCounted)
    return refusal(failure("INVALID_DATA", "invalid data", { ...at, maximum_length: maxCounted }));
  // A list of counts, as Zoho's SDK reads it; the file has a list of lists.
  const call: RecordCall = { ...own, record };
  const counts = wanted.map((item, index) =>
    countOf(call, item.related_list, `$.${counted}[${index}].related_list`),
  );
  return itemsAnswer(counted, counts, 200);
}

/** How many records stand on one list, or what is wrong with how it is named. */
function countOf(
  call: RecordCall,
  named: unknown,
  path: string,
): ItemResult | { status?: undefined; count: number; related_list: object } {
  const { organization, module } = call;
  const [name, id] = ["api_name", "id"].map((key) => ({ api_name: key, json_path: `${path}.${key}` }));
  if (!isObject(named))
    return failed(
      failure("MANDATORY_NOT_FOUND", "required field not found", {
        api_name: "related_list",
        json_path: path,
      }),
    );
  if (named.api_name === undefined && named.id === undefined)
    return failed(
      failure("EXPECTED_FIELD_MISSING", "Specify atleast one field", { expected_fields: [name, id] }),
    );
  const lists = relatedListsOf(module);
  const idOf = (list: RelatedListEntry) => relatedListId(module, lists.indexOf(list));
  const byName = lists.find(({ apiName }) => apiName === named.api_name);
  const byId = lists.find((list) => idOf(list) === named.id);
  const list = byName ?? (named.api_name === undefined ? byId : undefined);
  const related = organization.schema.get(list?.module ?? "");
  if (!list || !related) return failed(failure("INVALID_DATA", "Given related_list is invalid", { ...id }));
  if (named.id !== undefined && byId !== list)
    return failed(
      failure("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing the request", {
        ambiguity_due_to: [id, name],
      }),
    );
  const lookups = [...related.fields.values()].filter(
    ({ module: target, modules }) => target === module.apiName || modules?.includes(module.apiName),
  );
  const listed: RelatedCall = { ...call, related, lookups: lookups.map(({ apiName }) => apiName) };
  const count = lookups.length > 0 ? rowsOf(listed).length : linksOf(listed).size;
  return { count, related_list: { api_name: list.apiName, id: idOf(list) } };
}

/** The rich texts of a record in full, those of `fields` or all. */
function fullText({ module, request }: ModuleCall, record: RecordData): object {
  const asked = request.query.get("fields") === null ? undefined : listOf(request.query.get("fields"));
  const long = [...module.fields.values()].filter(
    ({ textarea, apiName }) =>
      textarea === "rich_text" && typeof record[apiName] === "string" && (asked?.includes(apiName) ?? true),
  );
  return {
    id: record.id,
    ...Object.fromEntries(long.map(({ apiName }) => [apiName, record[apiName]])),
  };
}

const maxIds = 200;
const maxRichTexts = 8;
const unprocessable = failure(
  "INVALID_REQUEST",
  "unable to process your request. please verify whether you have entered proper method name, parameter and parameter values.",
);

function fetchFull(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const own = request.params.id;
  const [asked, fields] = ["ids", "fields"].map((name) => listOf(request.query.get(name)));
  if (own === undefined && asked?.length === 0) return refusal(missingParam("ids"));
  // Of one record all are given unless some are named; of several, they have to be.
  if (own === undefined && fields?.length === 0) return refusal(missingParam("fields"));
  if ((asked?.length ?? 0) > maxIds || (fields?.length ?? 0) > maxRichTexts) return refusal(unprocessable);
  const ids = own === undefined ? (asked ?? []) : [own];
  const view = organization.view(module);
  return listAnswer(
    "data",
    ids.flatMap((id) => view.get(id) ?? []).map((record) => fullText(call, record)),
  );
}

/** What Zia thinks of a lead: a score that follows from its id. */
function scoresOf(organization: CrmOrganization) {
  const leads = organization.schema.get("Leads");
  const rows = leads ? organization.view(leads).byId() : [];
  return rows.map(({ id, Full_Name }) => {
    const positive = Number(id.slice(-2));
    const negative = Number(id.slice(-1));
    return {
      id: `5${id.slice(1)}`,
      Entity: { module: { api_name: "Leads", id: leads?.id }, name: Full_Name, id },
      Scoring_Rule: { name: "Lead Score", id: "5725767000000290001" },
      Score: positive - negative,
      Positive_Score: positive,
      Negative_Score: negative,
      Touch_Point_Score: 0,
      Touch_Point_Positive_Score: 0,
      Touch_Point_Negative_Score: 0,
      $field_states: null,
      $zia_visions: null,
    };
  });
}

function scores({ organization, request }: CrmCall): Answer {
  const { id } = request.params;
  if (id === undefined && !request.query.get("fields")) return refusal(missingParam("fields"));
  const ids = request.query.get("ids") === null ? undefined : listOf(request.query.get("ids"));
  const found = scoresOf(organization).filter(
    (score) =>
      (id === undefined || score.Entity.id === id || score.id === id) && (ids?.includes(score.id) ?? true),
  );
  const page = numberedPage(request.query, found);
  return "problem" in page ? refusal(page.problem) : listAnswer("data", page.items, page.info);
}

/** The picture of the organisation: the id of its file. */
const photoOf = perOrganization((): { file?: string } => ({}));
const maxBytes = 1024 * 1024;
const beginnings = ["89504e47", "ffd8ff", "474946", "424d"];

function getPhoto({ organization }: CrmCall): Answer {
  const file = organization.files.get(photoOf(organization).file ?? "");
  return file ? download(file) : noContent;
}

function setPhoto({ organization, request }: CrmCall): Answer {
  const file = request.files.find(({ field }) => field === "file");
  if (!file) return refusal(failure("INVALID_DATA", "invalid data"));
  if (file.data.length > maxBytes)
    return refusal(failure("FILE_SIZE_EXCEEDS", "File exceeded its maximum limit", { size: maxBytes }), 413);
  const start = file.data.subarray(0, 4).toString("hex");
  if (!beginnings.some((beginning) => start.startsWith(beginning)))
    return refusal(failure("INVALID_DATA", "invalid file type"), 415);
  photoOf(organization).file = organization.files.add(file.name, file.contentType, file.data).id;
  return ok({ code: "SUCCESS", details: {}, message: "photo uploaded successfully", status: "success" });
}

function removePhoto({ organization }: CrmCall): Answer {
  photoOf(organization).file = undefined;
  return ok({ code: "SUCCESS", details: {}, message: "Photo deleted", status: "success" });
}

const read = { scopes: moduleScopes("READ") };
const scored = { scopes: scope("ZohoCRM.modules.entity_scores.READ") };

export const moreRoutes: Route[] = [
  moduleRoute(
    "crm.related.count",
    ["POST", "/:module/:id/actions/get_related_records_count"],
    countRelated,
    read,
  ),
  moduleRoute("crm.records.fullData", ["GET", "/:module/actions/fetch_full_data"], fetchFull, read),
  moduleRoute("crm.records.fullDataOne", ["GET", "/:module/:id/actions/fetch_full_data"], fetchFull, read),
  crmRoute("crm.entityScores.list", ["GET", "/Entity_Scores__s"], scores, scored),
  crmRoute("crm.entityScores.get", ["GET", "/Entity_Scores__s/:id"], scores, scored),
  crmRoute("crm.org.photo", ["GET", "/org/photo"], getPhoto, { scopes: scope("ZohoCRM.org.READ") }),
  crmRoute("crm.org.setPhoto", ["POST", "/org/photo"], setPhoto, { scopes: scope("ZohoCRM.org.CREATE") }),
  crmRoute("crm.org.removePhoto", ["DELETE", "/org/photo"], removePhoto, {
    scopes: scope("ZohoCRM.org.DELETE"),
  }),
];
