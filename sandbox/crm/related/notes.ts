import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route } from "../../http/route";
import { failure, invalidId, missingParam, noContent, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import type { Module, RecordData } from "../metadata/types";
import { isObject, listOf } from "../objects";
import { ofRecord, type RecordCall } from "../records/parent";
import { listed } from "../records/present";
import { listBelow } from "../records/read/listBelow";
import { deleteRecord, insertRecord, updateRecord } from "../records/write/engine";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { readWrite } from "../records/write/writeRequest";
import { plainWriting } from "../records/write/writing";
import { idOf } from "./relation";

const path = "/:module/:id/Notes";

interface NotesCall extends RecordCall {
  notes: Module;
}

/** A handler for the notes of a record. Besides the scope of notes it needs to read the record's module. */
const ofNotes =
  (handle: (call: NotesCall) => Answer) =>
  (call: ModuleCall): Answer => {
    const notes = call.organization.schema.get("Notes");
    if (!notes || !moduleScopes("READ")(call.request).some(call.request.holdsScope))
      return refusals.crm.scope;
    return ofRecord((of) => handle({ ...of, notes }))(call);
  };

/** The notes of the record that the caller can see. */
function own({ organization, notes, record }: NotesCall): RecordData[] {
  const view = organization.view(notes);
  const ids = organization.store(notes).find("Parent_Id", { id: record.id });
  return [...ids].flatMap((id) => view.get(id) ?? []);
}

const list = (call: NotesCall): Answer => shown(call, own(call));

function get(call: NotesCall): Answer {
  const found = own(call).filter(({ id }) => id === call.request.params.noteId);
  return found.length === 0 ? noContent : shown(call, found);
}

const shown = (call: NotesCall, notes: RecordData[]): Answer =>
  listBelow({ ...call, module: call.notes }, notes, listed);

/** `POST`: adds notes to the record, whatever their Parent_Id says. */
function create(call: NotesCall): Answer {
  const read = readWrite({ ...call, module: call.notes });
  if ("problem" in read) return refusal(read.problem);
  const parent = { Parent_Id: { id: call.record.id, module: { api_name: call.module.apiName } } };
  const results = read.data.map((item, index) => {
    const note = isObject(item) ? { ...item, ...parent } : item;
    const { details, ...result } = insertRecord(read.writing, note, `$.data[${index}]`);
    const { $approval_state: _, ...stamps } = details;
    return { ...result, details: stamps };
  });
  return resultsAnswer(results, 201, call.version);
}

/** `PUT`: changes notes of the record; each names itself by its id, or the path names the only one. */
function update(call: NotesCall): Answer {
  const read = readWrite({ ...call, module: call.notes });
  if ("problem" in read) return refusal(read.problem);
  const { noteId } = call.request.params;
  const results = read.data.map((item, index): ItemResult => {
    const id = noteId ?? idOf(item);
    const at = `$.data[${index}]`;
    if (!isOwn(call, id)) return failed(invalidId({ api_name: "id", json_path: `${at}.id` }));
    return updateRecord(read.writing, id, item, at);
  });
  return resultsAnswer(results, 200, call.version);
}

function removeMany(call: NotesCall): Answer {
  const ids = listOf(call.request.query.get("ids"));
  return ids.length === 0 ? refusal(missingParam("ids")) : remove(call, ids);
}

const removeOne = (call: NotesCall): Answer => remove(call, [call.request.params.noteId ?? ""]);

/** `DELETE`: deletes notes of the record. */
function remove(call: NotesCall, ids: readonly string[]): Answer {
  const { organization, notes, version } = call;
  const writing = plainWriting(organization, notes, organization.currentUser);
  const results = ids.map((id): ItemResult => {
    const outcome = isOwn(call, id) ? deleteRecord(writing, id) : undefined;
    if (!outcome) return failed(failure("INVALID_DATA", "record not deleted", { id }));
    if ("problem" in outcome) return failed(outcome.problem);
    return { code: "SUCCESS", details: { id }, message: "record deleted", status: "success" };
  });
  return resultsAnswer(results, 200, version);
}

const isOwn = (call: NotesCall, id: string | undefined): boolean => own(call).some((note) => note.id === id);

const scopes = (operation: string) => ({ scopes: scope(`ZohoCRM.modules.notes.${operation}`) });

/** The notes of a record. Notes as a module, `/Notes`, are served like the records of any other. */
export const noteRoutes: Route[] = [
  moduleRoute("crm.notes.list", ["GET", path], ofNotes(list), scopes("READ")),
  moduleRoute("crm.notes.create", ["POST", path], ofNotes(create), scopes("CREATE")),
  moduleRoute("crm.notes.updateMany", ["PUT", path], ofNotes(update), scopes("UPDATE")),
  moduleRoute("crm.notes.deleteMany", ["DELETE", path], ofNotes(removeMany), scopes("DELETE")),
  moduleRoute("crm.notes.get", ["GET", `${path}/:noteId`], ofNotes(get), scopes("READ")),
  moduleRoute("crm.notes.update", ["PUT", `${path}/:noteId`], ofNotes(update), scopes("UPDATE")),
  moduleRoute("crm.notes.delete", ["DELETE", `${path}/:noteId`], ofNotes(removeOne), scopes("DELETE")),
];
