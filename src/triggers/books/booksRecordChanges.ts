import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { changingType } from "../../inputs/books";
import { connection, organizationId } from "../../inputs/connection";
import { includeCreated, includeUpdated, lookBackDate, syncFrom } from "../../inputs/triggers";
import { type ChangeMemory, nextChanges } from "../../zoho/books/changes/changes";
import { booksChangesExample } from "../booksExamples";
import { pollFeed, syncFeed } from "../feed";

type Cursor = { memory: ChangeMemory };

export const booksRecordChanges = batchTrigger({
  display: {
    label: "Books Record Changes",
    description:
      "Emits new and updated records of a type of Zoho Books on a schedule, each change once, and on request all records that are there.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: changingType,
    includeCreated,
    includeUpdated: { ...includeUpdated, comments: "When true, changed records are emitted as updated." },
    lookBackDate,
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload<Cursor>, { connection, organizationId, ...input }) => {
    const { recordType, includeCreated: created, includeUpdated: updated, lookBackDate } = input;
    return run(context, connection, ({ books }) =>
      pollFeed(context, payload, (before) =>
        nextChanges(books(organizationId), { recordType, created, updated }, before, lookBackDate),
      ),
    );
  },
  onDeploy: {
    inputs: {
      syncFrom: {
        ...syncFrom,
        comments:
          "The initial sync emits the records that have changed since this time, in ISO 8601. Leave empty for all records of the type.",
      },
    },
    perform: (context, payload: TriggerPayload<Cursor>, { connection, organizationId, ...input }) => {
      const query = { recordType: input.recordType, created: true, updated: true };
      return run(context, connection, ({ books }) =>
        syncFeed(context, payload, (before) =>
          nextChanges(books(organizationId), query, before, input.syncFrom ?? "all"),
        ),
      );
    },
  },
  examplePayload: booksChangesExample,
});
