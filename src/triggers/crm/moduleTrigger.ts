import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection } from "../../inputs/connection";
import { additionalFields } from "../../inputs/triggers";
import { nextChanges } from "../../zoho/crm/changes/changes";
import { itemsOf } from "../createdAndUpdated";
import { createdUpdatedExample } from "../examples";
import { pollCreatedAndUpdated } from "../feed";

/** A trigger for the new and updated records of one module, in the form that integrations know. */
export const moduleTrigger = (recordType: string, display: { label: string; description: string }) =>
  pollingTrigger({
    display,
    inputs: { connection, fields: additionalFields },
    triggerResolverSupport: "valid",
    batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
    perform: (context, payload: TriggerPayload, { connection, fields: moreFields }) => {
      const query = { recordType, created: true, updated: true, deleted: false, fields: [], moreFields };
      return run(context, connection, ({ crm }) =>
        pollCreatedAndUpdated(context, payload, (before) => nextChanges(crm, query, before)),
      );
    },
    triggerResolver: {
      resolveItems: (_context, { payload }) =>
        itemsOf(recordType, payload.body.data, { id: "id", time: "Modified_Time" }),
      getNextPaginationState: (_context, { payload }) => payload.paginationState ?? null,
    },
    examplePayload: createdUpdatedExample,
  });
