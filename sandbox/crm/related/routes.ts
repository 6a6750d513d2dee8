import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, invalidId, noContent, refusal } from "../answers";
import { moduleRoute, moduleScopes } from "../call";
import type { RecordData } from "../metadata/types";
import { isObject, listOf } from "../objects";
import { listed } from "../records/present";
import { listBelow } from "../records/read/listBelow";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { idOf, linksOf, notSupported, ofList, type RelatedCall, rowsOf } from "./relation";

const maxRecords = 100;
const path = "/:module/:id/:list";

/** `GET`: the records of the list by page, with what their links know where the fields ask for it. */
const listRelated = (call: RelatedCall): Answer => shown(call, rowsOf(call));

function getRelated(call: RelatedCall): Answer {
  const found = rowsOf(call).filter(({ id }) => id === call.request.params.relatedId);
  return found.length === 0 ? noContent : shown(call, found);
}

function shown(call: RelatedCall, rows: readonly RecordData[]): Answer {
  const links = linksOf(call);
  return listBelow({ ...call, module: call.related }, rows, (module, record, names) => {
    const known = Object.entries(links.get(record.id) ?? {}).filter(([name]) => names.includes(name));
    return { ...listed(module, record, names), ...Object.fromEntries(known) };
  });
}

/** What a link must say, by the two modules that it joins, in alphabetical order. */
const mandatory: Readonly<Record<string, string>> = {
  "Contacts Deals": "Contact_Role",
  "Price_Books Products": "list_price",
};

/** `PUT`: joins records with the record, or changes what their links know. Lists by lookup are not served. */
function link(call: RelatedCall): Answer {
  const data = isObject(call.request.body) ? call.request.body.data : undefined;
  if (call.lookups.length > 0) return refusal(notSupported);
  if (!Array.isArray(data) || data.length === 0) return refusal(missing("data", "$.data"));
  if (data.length > maxRecords) return refusal(tooMany);
  const one = call.request.params.relatedId;
  const items = one === undefined ? data : [{ ...data[0], id: one }];
  const results = items.map((item, index) => join(call, item, `$.data[${index}]`));
  return resultsAnswer(results, 200, call.version);
}

function join(call: RelatedCall, item: unknown, path: string): ItemResult {
  const { organization, module, related, record } = call;
  const id = idOf(item);
  if (id === undefined) return failed(missing("id", `${path}.id`));
  if (!organization.store(related).get(id))
    return failed(invalidId({ api_name: "id", json_path: `${path}.id` }));
  const { id: _, ...values } = isObject(item) ? item : {};
  const needed = mandatory[[module.apiName, related.apiName].sort().join(" ")];
  const known = { ...linksOf(call).get(id), ...values };
  if (needed !== undefined && !(needed in known)) return failed(missing(needed, `${path}.${needed}`));
  organization.links.join({ module: module.apiName, id: record.id }, { module: related.apiName, id }, values);
  return { code: "SUCCESS", details: { id }, message: "record updated", status: "success" };
}

function unlinkMany(call: RelatedCall): Answer {
  const ids = listOf(call.request.query.get("ids"));
  if (ids.length === 0)
    return refusal(
      failure("MANDATORY_NOT_FOUND", "One of the expected parameter is missing", { param_name: "ids" }),
    );
  return ids.length > maxRecords ? refusal(tooManyIds) : unlink(call, ids);
}

const unlinkOne = (call: RelatedCall): Answer => unlink(call, [call.request.params.relatedId ?? ""]);

/** `DELETE`: parts records from the record; they stay in Zoho. */
function unlink(call: RelatedCall, ids: readonly string[]): Answer {
  const { organization, module, related, record, lookups, version } = call;
  if (lookups.length > 0) return refusal(notSupported);
  const results = ids.map((id): ItemResult => {
    const parted = organization.links.part(
      { module: module.apiName, id: record.id },
      { module: related.apiName, id },
    );
    if (!parted) return failed(failure("INVALID_DATA", "relation not found", { id }));
    return { code: "SUCCESS", details: { id }, message: "relation removed", status: "success" };
  });
  return resultsAnswer(results, 200, version);
}

const missing = (name: string, jsonPath: string) =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: jsonPath });

const tooMany = failure("LIMIT_EXCEEDED", "count of records in your request exceeds the limit", {
  maximum_length: maxRecords,
  api_name: "data",
});

const tooManyIds = failure("LIMIT_EXCEEDED", "Limit Exceeded, You cannot give more than 100 record ids", {
  limit: String(maxRecords),
  param_name: "ids",
});

const read = { scopes: moduleScopes("READ") };
const update = { scopes: moduleScopes("UPDATE") };
const erase = { scopes: moduleScopes("DELETE") };

/** The lists of records that belong to a record. Notes, attachments and emails have routes of their own. */
export const relatedRoutes: Route[] = [
  moduleRoute("crm.related.list", ["GET", path], ofList(listRelated), read),
  moduleRoute("crm.related.update", ["PUT", path], ofList(link), update),
  moduleRoute("crm.related.delinkMany", ["DELETE", path], ofList(unlinkMany), erase),
  moduleRoute("crm.related.get", ["GET", `${path}/:relatedId`], ofList(getRelated), read),
  moduleRoute("crm.related.updateOne", ["PUT", `${path}/:relatedId`], ofList(link), update),
  moduleRoute("crm.related.delink", ["DELETE", `${path}/:relatedId`], ofList(unlinkOne), erase),
];
