import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { conditions, match } from "../../inputs/conditions";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import {
  lookBackDate,
  returnIdsOnly,
  selectedFields,
  showDeletedRecords,
  showNewRecords,
  showUpdatedRecords,
  syncFrom,
} from "../../inputs/triggers";
import type { Change } from "../../zoho/changes/change";
import { beginSince, beginWithAll, nextChanges } from "../../zoho/crm/changes/changes";
import type { CrmChangeQuery } from "../../zoho/crm/changes/rows";
import { changesExample } from "../examples";
import { foundIn, listResolver, pollFeed, syncFeed } from "../feed";
import { crmNames, itemOf } from "../items";

export const crmRecordChanges = pollingTrigger({
  display: {
    label: "New and Updated Records in CRM",
    description:
      "Emits new, updated and deleted records of a module of Zoho CRM on a schedule, each change once, and on request all records that are there.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    showNewRecords,
    showUpdatedRecords,
    showDeletedRecords,
    selectedFields,
    returnIdsOnly,
    conditions,
    match,
    lookBackDate,
  },
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload, { connection, lookBackDate, ...input }) => {
    const begin = lookBackDate === undefined ? undefined : beginSince(lookBackDate);
    return run(context, connection, async ({ crm }) => {
      const { items, cursor } = await pollFeed(context, payload, (before, most) =>
        nextChanges(crm, { ...queryOf(input), most }, before, begin),
      );
      return foundIn(payload, shownIn(items, input), items.length, cursor);
    });
  },
  triggerResolver: listResolver,
  onDeployPerform: (context, payload: TriggerPayload, { connection, syncFrom: from, ...input }) => {
    const query = { ...queryOf(input), created: true, updated: true };
    const since = syncFrom.clean(from);
    const begin = since === undefined ? beginWithAll() : beginSince(since);
    return run(context, connection, async ({ crm }) => {
      const { items, cursor } = await syncFeed(context, payload, { ...query, since }, (before, most) =>
        nextChanges(crm, { ...query, most }, before, begin),
      );
      return foundIn(payload, shownIn(items, input), items.length, cursor);
    });
  },
  onDeployResolver: { inputs: { syncFrom }, ...listResolver },
  examplePayload: changesExample,
});

interface Asked {
  readonly recordType: string;
  readonly showNewRecords: boolean;
  readonly showUpdatedRecords: boolean;
  readonly showDeletedRecords: boolean;
  readonly selectedFields: readonly string[];
  readonly conditions: CrmChangeQuery["conditions"];
  readonly match: CrmChangeQuery["match"];
}

const queryOf = ({ recordType, conditions, match, ...asked }: Asked): CrmChangeQuery => ({
  recordType,
  conditions,
  match,
  fields: asked.selectedFields,
  created: asked.showNewRecords,
  updated: asked.showUpdatedRecords,
  deleted: asked.showDeletedRecords,
});

const shownIn = (changes: readonly Change[], { returnIdsOnly }: { readonly returnIdsOnly: boolean }) =>
  changes.map((change) => itemOf(change, { names: crmNames, returnIdsOnly }));
