import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { inBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { connection } from "../../inputs/connection";
import { booksContactsExample } from "../../outputs/books/triggers";
import { nextChanges } from "../../zoho/books/changes/changes";
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
    inBooks(context, connection, organizationId, (books) =>
      pollCreatedAndUpdated(context, payload, (before) => nextChanges(books, query, before)),
    ),
  triggerResolver: {
    resolveItems: (_context, { payload }) =>
      itemsOf(query.recordType, payload.body.data, { id: "contact_id", time: "last_modified_time" }),
    getNextPaginationState: (_context, { payload }) => payload.paginationState ?? null,
  },
  examplePayload: booksContactsExample,
});
