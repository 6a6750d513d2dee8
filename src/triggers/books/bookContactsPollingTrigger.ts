import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection, organizationId } from "../../inputs/connection";
import { lookBackDate, returnIdsOnly, showNewRecords } from "../../inputs/triggers";
import { nextChanges } from "../../zoho/books/changes/changes";
import { booksContactsExample } from "../examples";
import { foundIn, listResolver, pollFeed, takenOver } from "../feed";
import { booksNames, envelopeOf, itemsOf } from "../items";
import { listedFields, showUpdatedRecords } from "./booksRecordChanges";

const recordType = "contacts";

export const bookContactsPollingTrigger = pollingTrigger({
  display: {
    label: "New and Updated Books Contacts",
    description: "Emits new and updated contacts of Zoho Books on a schedule.",
  },
  inputs: {
    connection,
    organizationId,
    showNewRecords,
    showUpdatedRecords,
    selectedFields: {
      ...listedFields,
      comments:
        "The names of the fields to return, as Zoho Books lists them, such as email. The id and the times of a contact are always returned. Leave empty for every field of the list.",
      example: "email",
    },
    returnIdsOnly,
    lookBackDate,
  },
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload, { connection, organizationId, lookBackDate, ...input }) => {
    const query = { recordType, created: input.showNewRecords, updated: input.showUpdatedRecords };
    const begin = takenOver(context.polling.getState()) ?? lookBackDate;
    return run(context, connection, async (clients) => {
      const books = clients.books(organizationId);
      const { items, cursor } = await pollFeed(context, payload, (before, most) =>
        nextChanges(books, { ...query, most }, before, begin),
      );
      const { selectedFields: fields, returnIdsOnly } = input;
      const body = envelopeOf(items, { names: booksNames("contact_id"), fields, returnIdsOnly }, false);
      return foundIn(payload, body, items.length, cursor);
    });
  },
  triggerResolver: {
    ...listResolver,
    resolveItems: (_context, { payload }) =>
      itemsOf(recordType, payload.body.data, { id: "contact_id", time: "last_modified_time" }),
  },
  examplePayload: booksContactsExample,
});
