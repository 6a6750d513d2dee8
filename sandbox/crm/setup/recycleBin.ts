import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, invalidId, listAnswer, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import type { Module } from "../metadata/types";
import { isObject } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { nameOf } from "../records/names";
import { numberedPage } from "../records/params";
import { restoreRecord } from "../records/write/engine";
import { failed, itemsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";
import type { DeletedRecord } from "../store/moduleStore";

const key = "recycle_bin";
const path = "/settings/recycle_bin";
const most = 200;
/** Above it, Zoho empties the bin later. */
const atOnce = 1_000;

interface Binned extends DeletedRecord {
  module: Module;
}

/** What is in the bin, newest first. */
function binned(organization: CrmOrganization): Binned[] {
  return [...organization.schema.values()]
    .flatMap((module) =>
      [...organization.store(module).deleted.values()].map((entry) => ({ ...entry, module })),
    )
    .filter(({ type }) => type === "recycle")
    .sort((left, right) => right.at - left.at);
}

function list({ organization, request }: CrmCall): Answer {
  const page = numberedPage(request.query, binned(organization));
  if ("problem" in page) return refusal(page.problem);
  const rows = page.items.map(({ module, record, deletedBy, deletedTime }) => {
    const owner = organization.staff.users.find((user) => user.asOwner === record.Owner);
    return {
      id: record.id,
      display_name: nameOf(module, record) ?? "",
      module: module.apiName,
      owner: personOf(owner ?? organization.currentUser),
      deleted_by: deletedBy ?? personOf(organization.currentUser),
      deleted_time: deletedTime,
    };
  });
  return listAnswer(key, rows, page.info);
}

const ways = ["ids", "filters", "restore_all_records"];

/**
 * `POST …/actions/restore`: by ids, or all of it, which Zoho does by a job. Exactly one of the ways is to be
 * named.
 */
function restore({ organization, request: { body } }: CrmCall): Answer {
  const given = isObject(body) ? body : {};
  const fields = ways.map((name) => ({ api_name: name, json_path: `$.${name}` }));
  const named = fields.filter(({ api_name }) => given[api_name] !== undefined);
  if (named.length === 0)
    return refusal(
      failure("EXPECTED_FIELD_MISSING", "Specify at least one field.", { expected_fields: fields }),
    );
  if (named.length > 1)
    return refusal(
      failure("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing", {
        ambiguity_due_to: named.slice(0, 2),
      }),
    );
  if (given.filters !== undefined)
    return refusal(failure("NOT_SUPPORTED", "The sandbox restores by ids, or everything."));
  const all = binned(organization);
  const ids = Array.isArray(given.ids) ? given.ids.map(String) : all.map(({ record }) => record.id);
  if (given.ids !== undefined && ids.length > most)
    return refusal(failure("LIMIT_EXCEEDED", "limit exceeded", { limit: most, api_name: "ids" }));
  const results = ids.map((id) => {
    const module = all.find(({ record }) => record.id === id)?.module;
    return module
      ? restoreRecord(plainWriting(organization, module, organization.currentUser), id)
      : failed(invalidId({ id }));
  });
  return given.ids === undefined ? ok({ [key]: [scheduled] }, 202) : itemsAnswer(key, results, 200);
}

/** What Zoho says of all that is in the bin. */
const scheduled = {
  code: "SCHEDULED",
  details: {},
  message: "Bulk restoration of records based on filters has been scheduled",
  status: "success",
};

/** What is gone for good stays known to `/{module}/deleted`. */
function forget(organization: CrmOrganization, entries: readonly Binned[]): void {
  for (const { module, record } of entries) {
    const entry = organization.store(module).deleted.get(record.id);
    if (entry) entry.type = "permanent";
  }
}

function remove({ organization, request }: CrmCall): Answer {
  const id = request.params.id ?? "";
  const entry = binned(organization).find(({ record }) => record.id === id);
  if (!entry) return refusal(invalidId({ resource_path_index: 2 }));
  forget(organization, [entry]);
  return itemsAnswer(
    key,
    [{ code: "SUCCESS", details: { id }, message: "Deleted permanently", status: "success" }],
    200,
  );
}

function empty({ organization }: CrmCall): Answer {
  const entries = binned(organization);
  forget(organization, entries);
  return entries.length > atOnce
    ? ok(
        { code: "SCHEDULED", details: {}, message: "Empty bin action has been scheduled", status: "success" },
        202,
      )
    : ok({ code: "SUCCESS", details: {}, message: "recyclebin is cleared", status: "success" });
}

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.recycle_bin.${operation}`) });

/** The recycle bin of all modules; records/write/restore.ts puts a single record back. */
export const recycleBinRoutes: Route[] = [
  crmRoute("crm.recycleBin.list", ["GET", path], list, may("READ")),
  crmRoute("crm.recycleBin.restoreMany", ["POST", `${path}/actions/restore`], restore, may("UPDATE")),
  crmRoute("crm.recycleBin.delete", ["DELETE", `${path}/:id`], remove, may("DELETE")),
  crmRoute("crm.recycleBin.empty", ["POST", `${path}/actions/empty`], empty, may("UPDATE")),
];
