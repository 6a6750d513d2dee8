import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import { failure, refusal } from "../answers";
import type { Field, Module, RecordData } from "../metadata/types";
import { isObject } from "../objects";
import { ofRecord, type RecordCall } from "../records/parent";
import { relatedListsOf } from "../settings/relatedLists";
import { isRecordId } from "../store/ids";
import type { LinkValues } from "./links";

/** A call about one related list of a record. */
export interface RelatedCall extends RecordCall {
  /** The module of the list's records. */
  related: Module;
  /** The lookups by which they belong to the record; without any, links join the two. */
  lookups: readonly string[];
}

/** A handler of a path that names a related list of a record: `/:module/:id/:list`. */
export const ofList = (handle: (call: RelatedCall) => Answer) =>
  ofRecord((call) => {
    const name = call.request.params.list ?? "";
    if (name === "actions") return refusals.crm.path;
    const entry = relatedListsOf(call.module).find(({ apiName }) => apiName === name);
    if (!entry) return refusal(noSuchList);
    const related = call.organization.schema.get(entry.module);
    if (!related) return refusal(notSupported);
    return handle({ ...call, related, lookups: lookupsTo(call.module, related) });
  });

function lookupsTo(parent: Module, related: Module): string[] {
  return [...related.fields.values()].filter((field) => leadsTo(field, parent)).map(({ apiName }) => apiName);
}

/** A custom multi-module lookup makes related lists of its own, which are not these. */
const leadsTo = ({ dataType, module, modules, custom }: Field, parent: Module): boolean =>
  (dataType === "lookup" && module === parent.apiName) ||
  (dataType === "multi_module_lookup" && !custom && modules?.includes(parent.apiName) === true);

/** The records of the list that the caller can see. */
export function rowsOf(call: RelatedCall): RecordData[] {
  const { organization, related, record, lookups } = call;
  const view = organization.view(related);
  const store = organization.store(related);
  const found = lookups.flatMap((field) => [...store.find(field, { id: record.id })]);
  const ids = lookups.length > 0 ? new Set(found) : linksOf(call).keys();
  return [...ids].flatMap((id) => view.get(id) ?? []);
}

/** What the links of the record to records of the list know, by the id of the latter. */
export const linksOf = ({ organization, record, related }: RelatedCall): ReadonlyMap<string, LinkValues> =>
  organization.links.from(record.id, related.apiName);

/** The id that an item of a body names; undefined when it names none. */
export const idOf = (item: unknown): string | undefined => {
  const id = isObject(item) ? item.id : undefined;
  return isRecordId(id) ? id : undefined;
};

const noSuchList = failure("INVALID_DATA", "the related name given seems to be invalid", {
  resource_path_index: 2,
});

/** What Zoho says of a list that the API does not serve in this way. */
export const notSupported = failure("NOT_SUPPORTED", "the given module is not supported in api", {
  resource_path_index: 2,
});
