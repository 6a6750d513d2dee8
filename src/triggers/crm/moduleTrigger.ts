import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { connection } from "../../inputs/connection";
import { additionalFields } from "../../inputs/triggers";
import { createdUpdatedExample } from "../../outputs/triggers";
import { nextChanges } from "../../zoho/crm/changes/changes";
import { createdAndUpdated, itemsOf } from "../createdAndUpdated";
import { onCrm, readRound } from "../rounds";

/** A trigger for the new and updated records of one module, in the form that integrations know. */
export const moduleTrigger = (recordType: string, display: { label: string; description: string }) =>
  pollingTrigger({
    display,
    inputs: { connection, fields: additionalFields },
    triggerResolverSupport: "valid",
    batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
    perform: async (context, payload: TriggerPayload, { connection, fields: moreFields }) => {
      const query = { recordType, created: true, updated: true, deleted: false, fields: [], moreFields };
      const remembered = payload.paginationState?.memory ?? context.polling.getState().feed;
      const { items, memory, more } = await onCrm(context, connection, (crm) =>
        readRound(context.batch ?? { enabled: false }, remembered, (before) =>
          nextChanges(crm, query, before),
        ),
      );
      context.polling.setState({ feed: memory });
      return {
        payload: {
          ...payload,
          body: { data: createdAndUpdated(items), contentType: "application/json" },
          paginationState: more ? { memory } : undefined,
        },
        // Only the first page of a run may say that there is nothing.
        polledNoChanges: items.length === 0 && !more && !payload.paginationState,
      };
    },
    triggerResolver: {
      resolveItems: (_context, { payload }) =>
        itemsOf(recordType, payload.body.data, { id: "id", time: "Modified_Time" }),
      getNextPaginationState: (_context, { payload }) => payload.paginationState ?? null,
    },
    examplePayload: createdUpdatedExample,
  });
