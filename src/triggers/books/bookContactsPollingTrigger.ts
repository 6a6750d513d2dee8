import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection, organizationId } from "../../inputs/connection";
import { nextChanges } from "../../zoho/books/changes/changes";
import { booksContactsExample } from "../booksExamples";
import { itemsOf } from "../createdAndUpdated";
import { pollCreatedAndUpdated } from "../feed";

const query = { recordType: "contacts", created: true, updated: true };

export const bookContactsPollingTrigger = pollingTrigger({
  display: {
    label: "New and Updated Books Contacts",
    description: "Emits new and updated contacts of Zoho Books on a schedule.",
  },
  inputs: { connection, organizationId },
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload, { connection, organizationId }) =>
    run(context, connection, ({ books }) =>
      pollCreatedAndUpdated(context, payload, (before) => nextChanges(books(organizationId), query, before)),
    ),
  triggerResolver: {
    resolveItems: (_context, { payload }) =>
      itemsOf(query.recordType, payload.body.data, { id: "contact_id", time: "last_modified_time" }),
    getNextPaginationState: (_context, { payload }) => payload.paginationState ?? null,
  },
  examplePayload: booksContactsExample,
});
