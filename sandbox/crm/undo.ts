import type { CrmOrganization } from "./organization";
import { rollUp } from "./records/write/engine";
import type { RecordChange } from "./store/recordChange";

/**
 * The changes of records that are made from now on, to be undone or left as they are. Those who listen have
 * been told by then.
 */
export function rememberChanges(organization: CrmOrganization): { undo: () => void; stop: () => void } {
  const changes: RecordChange[] = [];
  const stop = organization.onChange((change) => changes.push(change));
  return {
    stop,
    undo: () => {
      stop();
      for (const change of changes.reverse()) undoOne(organization, change);
    },
  };
}

function undoOne(organization: CrmOrganization, { module: apiName, ids, before }: RecordChange): void {
  const module = organization.schema.get(apiName);
  const [id] = ids;
  if (!module || id === undefined) return;
  const records = organization.store(module);
  const now = organization.writeMoment(records);
  const after = records.get(id);
  if (before) {
    records.deleted.delete(id);
    records.put(before, now);
  } else {
    records.remove(id, now);
  }
  rollUp(
    organization,
    module,
    [before, after].filter((record) => record !== undefined),
  );
}
