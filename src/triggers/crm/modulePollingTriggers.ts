import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection } from "../../inputs/connection";
import {
  additionalFields,
  lookBackDate,
  returnIdsOnly,
  selectedFields,
  showDeletedRecords,
  showNewRecords,
  showUpdatedRecords,
} from "../../inputs/triggers";
import { beginAt, beginSince, nextChanges } from "../../zoho/crm/changes/changes";
import { createdUpdatedExample } from "../examples";
import { foundIn, listResolver, pollFeed, takenOver } from "../feed";
import { crmNames, envelopeOf, itemsOf } from "../items";

/** A trigger for the new and updated records of one module, in the form that integrations know. */
const moduleTrigger = (recordType: string, display: { label: string; description: string }) =>
  pollingTrigger({
    display,
    inputs: {
      connection,
      showNewRecords,
      showUpdatedRecords,
      showDeletedRecords,
      selectedFields: { ...selectedFields, dataSource: undefined },
      fields: additionalFields,
      returnIdsOnly,
      lookBackDate,
    },
    triggerResolverSupport: "valid",
    batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
    perform: (context, payload: TriggerPayload, { connection, lookBackDate, returnIdsOnly, ...input }) => {
      const query = {
        recordType,
        created: input.showNewRecords,
        updated: input.showUpdatedRecords,
        deleted: input.showDeletedRecords,
        fields: input.selectedFields,
        moreFields: input.fields,
      };
      const stood = takenOver(context.polling.getState());
      const lookBack = lookBackDate === undefined ? undefined : beginSince(lookBackDate);
      const begin = stood === undefined ? lookBack : beginAt(stood);
      return run(context, connection, async ({ crm }) => {
        const { items, cursor } = await pollFeed(context, payload, (before, most) =>
          nextChanges(crm, { ...query, most }, before, begin),
        );
        const body = envelopeOf(items, { names: crmNames, returnIdsOnly }, query.deleted);
        return foundIn(payload, body, items.length, cursor);
      });
    },
    triggerResolver: {
      ...listResolver,
      resolveItems: (_context, { payload }) =>
        itemsOf(recordType, payload.body.data, { id: "id", time: "Modified_Time" }),
    },
    examplePayload: createdUpdatedExample,
  });

export const leadsPollingTrigger = moduleTrigger("Leads", {
  label: "New and Updated CRM Leads",
  description: "Emits new and updated leads of Zoho CRM on a schedule.",
});

export const contactsPollingTrigger = moduleTrigger("Contacts", {
  label: "New and Updated CRM Contacts",
  description: "Emits new and updated contacts of Zoho CRM on a schedule.",
});
