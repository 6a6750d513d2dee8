import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, refusal } from "../answers";
import { type CrmCall, crmRoute, type ModuleCall, scope, settingsRoute } from "../call";
import type { RecordData } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";

const maxTags = 200;
const maxNameLength = 25;
const path = "/settings/tags";

function list({ organization, module }: ModuleCall): Answer {
  const tags = [...(organization.tags.get(module.apiName)?.values() ?? [])];
  return listAnswer("tags", tags, { count: tags.length, allowed_count: maxTags });
}

/** `POST`: new tags of a module. One result a tag, under `tags`. */
function create(call: ModuleCall): Answer {
  const { body } = call.request;
  const items = isObject(body) && Array.isArray(body.tags) ? body.tags : [];
  if (items.length === 0)
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "tags", json_path: "$.tags" }),
    );
  return itemsAnswer(
    "tags",
    items.map((item, index) => createOne(call, isObject(item) ? item : {}, `$.tags[${index}]`)),
    201,
  );
}

function createOne(
  { organization, module }: ModuleCall,
  item: Record<string, unknown>,
  at: string,
): ItemResult {
  const problem = wrongTag(item, at);
  if (problem) return failed(problem);
  const known = [...(organization.tags.get(module.apiName)?.values() ?? [])];
  const same = known.find(({ name }) => name === item.name);
  if (same) {
    const details = { api_name: "name", json_path: `${at}.name`, id: same.id };
    return failed(failure("DUPLICATE_DATA", "duplicate data", details));
  }
  if (known.length >= maxTags)
    return failed(failure("LICENSE_LIMIT_EXCEEDED", "tags edition limit exceeded"));
  const tag = organization.addTag(module, String(item.name), organization.currentUser);
  tag.color_code = textOf(item.color_code) ?? null;
  return { code: "SUCCESS", details: { ...tag }, message: "tags created successfully", status: "success" };
}

/** What is wrong with a tag that is sent: its name or its colour. */
export function wrongTag(item: Record<string, unknown>, at: string): Failure | undefined {
  const name = { api_name: "name", json_path: `${at}.name` };
  const color = { api_name: "color_code", json_path: `${at}.color_code` };
  if (!item.name) return failure("MANDATORY_NOT_FOUND", "required field not found", name);
  if (typeof item.name !== "string")
    return failure("INVALID_DATA", "Invalid data type", { expected_data_type: "text", ...name });
  if (item.name.length > maxNameLength)
    return failure("INVALID_DATA", "invalid data", { maximum_length: maxNameLength, ...name });
  const code = item.color_code ?? "";
  if (typeof code !== "string")
    return failure("INVALID_DATA", "Invalid data type", { expected_data_type: "text", ...color });
  return code.length > 7
    ? failure("INVALID_DATA", "invalid data", { maximum_length: 7, ...color })
    : undefined;
}

/** `PUT`, with the id in the path or in the body: another name or colour, which records show from then on. */
function update(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const items = objectsOf(isObject(request.body) ? request.body.tags : undefined);
  const at = { api_name: "tags", json_path: "$.tags" };
  if (items.length === 0) return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  const tags = organization.tags.get(module.apiName);
  const results = items.map((item, index): ItemResult => {
    const place = `$.tags[${index}]`;
    const id = request.params.id ?? textOf(item.id) ?? "";
    const tag = tags?.get(id);
    const problem = wrongTag({ name: tag?.name, ...item }, place);
    if (!tag)
      return failed(failure("INVALID_DATA", "invalid tag id", { api_name: "id", json_path: `${place}.id` }));
    if (problem) return failed(problem);
    const same = [...(tags?.values() ?? [])].find((each) => each !== tag && each.name === item.name);
    const details = { api_name: "name", json_path: `${place}.name` };
    if (same) return failed(failure("DUPLICATE_DATA", "duplicate data", { ...details, id: same.id }));
    tag.name = textOf(item.name) ?? tag.name;
    if (item.color_code !== undefined) tag.color_code = textOf(item.color_code) ?? null;
    tag.modified_time = organization.now();
    const store = organization.store(module);
    for (const record of store.byId().filter(bears(id))) {
      const Tag = objectsOf(record.Tag).map((each) => (each.id === id ? tagOn(tag) : each));
      store.put({ ...record, Tag }, organization.writeMoment(store));
    }
    return { code: "SUCCESS", details: { ...tag }, message: "tags updated successfully", status: "success" };
  });
  return itemsAnswer("tags", results, 200);
}

/** A tag as the records that bear it show it. */
const tagOn = ({ id, name, color_code }: { id: string; name: string; color_code: string | null }) => ({
  id,
  name,
  color_code,
});

/** `DELETE …/{id}`: a tag, which its records lose too. */
function remove({ organization, request }: CrmCall): Answer {
  const id = request.params.id ?? "";
  const [apiName, tags] = [...organization.tags].find(([, known]) => known.has(id)) ?? [];
  const module = organization.schema.get(apiName ?? "");
  if (!tags || !module) return refusal(failure("INVALID_DATA", "tags not found", { id }));
  tags.delete(id);
  const store = organization.store(module);
  for (const record of store.byId().filter(bears(id))) {
    store.put(
      { ...record, Tag: objectsOf(record.Tag).filter((tag) => tag.id !== id) },
      organization.writeMoment(store),
    );
  }
  return itemsAnswer(
    "tags",
    [{ code: "SUCCESS", details: { id }, message: "tags deleted successfully", status: "success" }],
    200,
  );
}

/** `GET …/{id}/actions/records_count`: how many records of a module bear a tag, as text. */
function count({ organization, module, request }: ModuleCall): Answer {
  const id = request.params.id ?? "";
  if (!organization.tags.get(module.apiName)?.has(id))
    return refusal(failure("INVALID_DATA", "tags not found", { api_name: "id" }), 404);
  const found = organization.store(module).byId().filter(bears(id));
  return { status: 200, body: { count: String(found.length) } };
}

/** Whether a record has a tag. */
const bears = (id: string) => (record: RecordData) => objectsOf(record.Tag).some((tag) => tag.id === id);

/** The module that has a tag. */
function ownerOf({ organization }: CrmCall, id: string) {
  const [apiName = "", tags] = [...organization.tags].find(([, known]) => known.has(id)) ?? [];
  const [module, tag] = [organization.schema.get(apiName), tags?.get(id)];
  return tags && module && tag ? { module, tags, tag } : undefined;
}

/**
 * `POST …/{id}/actions/merge`: the records of the tag under `conflict_id` get this one, and that one goes.
 */
function merge(call: CrmCall): Answer {
  const { organization, request } = call;
  const [id = "", [item = {}]] = [
    request.params.id,
    objectsOf(isObject(request.body) ? request.body.tags : []),
  ];
  const [kept, gone] = [ownerOf(call, id), ownerOf(call, textOf(item.conflict_id) ?? "")];
  if (!kept) return refusal(failure("INVALID_DATA", "tags not found", { id }));
  const at = { api_name: "conflict_id", json_path: "$.tags[0].conflict_id" };
  if (!gone || gone.tags !== kept.tags || gone.tag === kept.tag)
    return itemsAnswer("tags", [failed(failure("INVALID_DATA", "invalid data", at))], 200);
  const store = organization.store(kept.module);
  const { id: keptId, name, color_code } = kept.tag;
  for (const record of store.byId().filter(bears(gone.tag.id))) {
    const others = objectsOf(record.Tag).filter((tag) => tag.id !== gone.tag.id && tag.id !== keptId);
    const Tag = [...others, { id: keptId, name, color_code }];
    store.put({ ...record, Tag }, organization.writeMoment(store));
  }
  kept.tags.delete(gone.tag.id);
  const { name: _, ...details } = kept.tag;
  return itemsAnswer(
    "tags",
    [{ code: "SUCCESS", details, message: "tags merged successfully", status: "success" }],
    200,
  );
}

const all = { scopes: scope("ZohoCRM.settings.tags.ALL") };

/** The tags that a module has. */
export const tagRoutes: Route[] = [
  crmRoute("crm.tags.merge", ["POST", `${path}/:id/actions/merge`], merge, all),
  settingsRoute("crm.tags.list", ["GET", path], list, { scopes: scope("ZohoCRM.settings.tags.READ") }),
  settingsRoute("crm.tags.create", ["POST", path], create, { scopes: scope("ZohoCRM.settings.tags.CREATE") }),
  settingsRoute("crm.tags.update", ["PUT", `${path}/:id`], update, {
    scopes: scope("ZohoCRM.settings.tags.UPDATE"),
  }),
  settingsRoute("crm.tags.updateMany", ["PUT", path], update, {
    scopes: scope("ZohoCRM.settings.tags.UPDATE"),
  }),
  settingsRoute("crm.tags.count", ["GET", `${path}/:id/actions/records_count`], count, {
    scopes: scope("ZohoCRM.settings.tags.READ"),
  }),
  crmRoute("crm.tags.delete", ["DELETE", `${path}/:id`], remove, {
    scopes: scope("ZohoCRM.settings.tags.DELETE"),
  }),
];
