import { input, pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { changingType } from "../../inputs/books";
import { connection, organizationId } from "../../inputs/connection";
import {
  syncFrom as anySyncFrom,
  showUpdatedRecords as anyUpdated,
  lookBackDate,
  returnIdsOnly,
  selectedFields,
  showNewRecords,
} from "../../inputs/triggers";
import { nextChanges } from "../../zoho/books/changes/changes";
import { findRecordType } from "../../zoho/books/recordTypes";
import type { Change } from "../../zoho/changes/change";
import { booksChangesExample } from "../examples";
import { foundIn, listResolver, pollFeed, syncFeed } from "../feed";
import { booksNames, itemOf } from "../items";

export const showUpdatedRecords = input({
  ...anyUpdated,
  comments: "When true, changed records are emitted as updated.",
});

export const listedFields = input({
  ...selectedFields,
  dataSource: undefined,
  placeholder: "Enter a field's name",
  comments:
    "The names of the fields to return, as Zoho Books lists them, such as invoice_number. The id and the times of a record are always returned. Leave empty for every field of the list.",
  example: "invoice_number",
});

const syncFrom = {
  ...anySyncFrom,
  comments:
    "The initial sync emits the records that have changed since this time, in ISO 8601. Leave empty for all records of the type.",
};

export const booksRecordChanges = pollingTrigger({
  display: {
    label: "New and Updated Records in Books",
    description:
      "Emits new and updated records of a type of Zoho Books on a schedule, each change once, and on request all records that are there.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: changingType,
    showNewRecords,
    showUpdatedRecords,
    selectedFields: listedFields,
    returnIdsOnly,
    lookBackDate,
  },
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload, { connection, organizationId, ...input }) => {
    const { recordType, showNewRecords: created, showUpdatedRecords: updated, lookBackDate } = input;
    return run(context, connection, async (clients) => {
      const books = clients.books(organizationId);
      const { items, cursor } = await pollFeed(context, payload, (before, most) =>
        nextChanges(books, { recordType, created, updated, most }, before, lookBackDate),
      );
      return foundIn(payload, shownIn(items, input), items.length, cursor);
    });
  },
  triggerResolver: listResolver,
  onDeployPerform: (context, payload: TriggerPayload, { connection, organizationId, ...input }) => {
    const query = { recordType: input.recordType, created: true, updated: true };
    const since = syncFrom.clean(input.syncFrom) ?? "all";
    return run(context, connection, async (clients) => {
      const books = clients.books(organizationId);
      const { items, cursor } = await syncFeed(context, payload, { ...query, since }, (before, most) =>
        nextChanges(books, { ...query, most }, before, since),
      );
      return foundIn(payload, shownIn(items, input), items.length, cursor);
    });
  },
  onDeployResolver: { inputs: { syncFrom }, ...listResolver },
  examplePayload: booksChangesExample,
});

interface Asked {
  readonly recordType: string;
  readonly selectedFields: readonly string[];
  readonly returnIdsOnly: boolean;
}

/** The changes as a flow receives them. */
export function shownIn(
  changes: readonly Change[],
  { recordType, selectedFields: fields, returnIdsOnly }: Asked,
) {
  const names = booksNames(findRecordType(recordType).keys.id);
  return changes.map((change) => itemOf(change, { names, fields, returnIdsOnly }));
}
