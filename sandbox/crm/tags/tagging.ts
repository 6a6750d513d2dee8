import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route, SandboxRequest } from "../../http/route";
import { type Failure, failure, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../call";
import type { RecordData } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";
import { updateRecord } from "../records/write/engine";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { plainWriting, type Writing } from "../records/write/writing";
import { wrongTag } from "./tags";

const maxRecords = 500;
const maxTagsOfRecord = 10;
const recordsPerCredit = 50;

type Tags = Record<string, unknown>[];

interface TaggingRequest {
  tags: Tags;
  ids: readonly string[];
  overWrite: boolean;
}

/** The versions whose clients send names, ids and mode in the query, and no body. */
const versionsWithQuery = ["v2", "v2.1"];

/** What the query of an old version says, in the form of the body of the newer ones. */
const bodyOfQuery = ({ query }: SandboxRequest): Record<string, unknown> => ({
  tags: listed(query.get("tag_names")).map((name) => ({ name })),
  ids: listed(query.get("ids")),
  over_write: query.get("over_write") === "true",
});

const listed = (text: string | null): string[] => (text ?? "").split(",").filter((part) => part !== "");

/** The body `{ tags, ids, over_write }`; with an id in the path, that is the only record. */
function readTagging({ request, version }: ModuleCall): TaggingRequest | { answer: Answer } {
  const isOld = request.body === undefined && versionsWithQuery.includes(version);
  const body = isOld ? bodyOfQuery(request) : request.body;
  // From v3 on a body is wanted even where all is in the query.
  if (!isObject(body)) return { answer: refusals.crm.body };
  const tags = objectsOf(body.tags);
  if (tags.length === 0) return { answer: refusal(missing("tags")) };
  const wrong = tags.flatMap((tag, index) => wrongTag(tag, `$.tags[${index}]`) ?? []);
  if (wrong.length > 0) return { answer: { status: 400, body: { tags: wrong.map(failed) } } };
  const ids = idsOf(request.params.id, body);
  if (ids.length === 0) return { answer: refusal(missing("ids")) };
  if (ids.length > maxRecords) {
    const details = { maximum_length: maxRecords, api_name: "ids", json_path: "$.ids" };
    return { answer: refusal(failure("INVALID_DATA", "invalid data", details)) };
  }
  return { tags, ids, overWrite: body.over_write === true };
}

function idsOf(id: string | undefined, body: unknown): string[] {
  if (id !== undefined) return [id];
  const ids = isObject(body) ? body.ids : undefined;
  return Array.isArray(ids) ? ids.map(String) : [];
}

const missing = (name: string): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: `$.${name}` });

/** How a request changes the tags of a record; what did not fit on it is `notAdded`. */
type Change = (own: Tags, asked: TaggingRequest) => { tags: Tags; notAdded: Tags };

const named = (tags: Tags, name: unknown): boolean => tags.some((tag) => tag.name === name);

const add: Change = (own, { tags, overWrite }) => {
  const kept = overWrite ? [] : own;
  const all = [...kept, ...tags.filter(({ name }) => !named(kept, name))];
  return { tags: all.slice(0, maxTagsOfRecord), notAdded: all.slice(maxTagsOfRecord) };
};

const remove: Change = (own, { tags }) => ({
  tags: own.filter(({ name }) => !named(tags, name)),
  notAdded: [],
});

/** Changes the tags of records. One result a record, in the order of the ids. */
const tagging =
  (change: Change) =>
  (call: ModuleCall): Answer => {
    const asked = readTagging(call);
    if ("answer" in asked) return asked.answer;
    const { organization, module, version } = call;
    const writing = plainWriting(organization, module, organization.currentUser);
    if (change === add) makeTags(writing, asked.tags);
    const results = asked.ids.map((id): ItemResult => {
      const record = organization.store(module).get(id);
      return record ? tag(writing, record, change(objectsOf(record.Tag), asked)) : failed(noSuchId(id));
    });
    const [only] = results;
    // Of one record that is locked, adding is refused flatly, and removing as one of a list.
    if (change === add && results.length === 1 && only?.code === "RECORD_LOCKED") return refusal(only);
    const { status, body } = resultsAnswer(results, 200, version);
    const succeeded = results.filter((result) => result.status === "success").length;
    const locked = results.filter(({ code }) => code === "RECORD_LOCKED").length;
    const counts = { success_count: String(succeeded), locked_count: String(locked) };
    return { status, body: { ...(isObject(body) ? body : {}), ...counts } };
  };

function tag(writing: Writing, record: RecordData, { tags, notAdded }: ReturnType<Change>): ItemResult {
  const result = updateRecord(writing, record.id, { Tag: tags.map(({ name }) => ({ name })) }, "$.data[0]");
  if (result.status === "error") return locked(result, record.id);
  const stored = writing.organization.store(writing.module).get(record.id);
  return {
    code: "SUCCESS",
    details: {
      id: record.id,
      modifiedTime: stored?.Modified_Time,
      tags: objectsOf(stored?.Tag),
      ...(notAdded.length > 0 ? { not_added_tags: notAdded } : {}),
    },
    message: "tags updated successfully",
    status: "success",
  };
}

/** Names that are new become tags of the module; a tag takes the colour that it is sent with. */
function makeTags({ organization, module, by }: Writing, asked: Tags): void {
  for (const { name, color_code } of asked) {
    const known = [...(organization.tags.get(module.apiName)?.values() ?? [])].find(
      (tag) => tag.name === name,
    );
    const tag = known ?? organization.addTag(module, String(name), by);
    tag.color_code = textOf(color_code) ?? tag.color_code;
  }
}

const locked = (result: ItemResult, id: string): ItemResult =>
  result.code === "RECORD_LOCKED" ? { ...result, details: { action: "record_locking", id } } : result;

const noSuchId = (id: string): Failure => failure("INVALID_DATA", "the id given seems to be invalid", { id });

const settings = {
  scopes: (request: SandboxRequest) => [
    "ZohoCRM.settings.tags.ALL",
    ...moduleScopes("WRITE", "ALL")(request),
  ],
  credits: (request: SandboxRequest) =>
    Math.max(
      1,
      Math.ceil(idsOf(request.params.id, request.body ?? bodyOfQuery(request)).length / recordsPerCredit),
    ),
};

/** Adding tags to records, and removing them. */
export const taggingRoutes: Route[] = [
  moduleRoute("crm.tags.add", ["POST", "/:module/actions/add_tags"], tagging(add), settings),
  moduleRoute("crm.tags.remove", ["POST", "/:module/actions/remove_tags"], tagging(remove), settings),
  moduleRoute("crm.tags.addToRecord", ["POST", "/:module/:id/actions/add_tags"], tagging(add), settings),
  moduleRoute(
    "crm.tags.removeFromRecord",
    ["POST", "/:module/:id/actions/remove_tags"],
    tagging(remove),
    settings,
  ),
];
