import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { run } from "../../client";
import { conditions, match } from "../../inputs/conditions";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import {
  changedFields,
  includeCreated,
  includeDeleted,
  includeUpdated,
  lookBackDate,
  syncFrom,
} from "../../inputs/triggers";
import { beginSince, beginWithAll, nextChanges } from "../../zoho/crm/changes/changes";
import type { ChangeMemory } from "../../zoho/crm/changes/memory";
import { changesExample } from "../examples";
import { pollFeed, syncFeed } from "../feed";

type Cursor = { memory: ChangeMemory };

export const crmRecordChanges = batchTrigger({
  display: {
    label: "CRM Record Changes",
    description:
      "Emits new, updated and deleted records of a module of Zoho CRM on a schedule, each change once, and on request all records that are there.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    includeCreated,
    includeUpdated,
    includeDeleted,
    fields: changedFields,
    conditions,
    match,
    lookBackDate,
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  perform: (context, payload: TriggerPayload<Cursor>, { connection, lookBackDate, ...input }) => {
    const query = queryOf(input);
    const begin = lookBackDate === undefined ? undefined : beginSince(lookBackDate);
    return run(context, connection, ({ crm }) =>
      pollFeed(context, payload, (before) => nextChanges(crm, query, before, begin)),
    );
  },
  onDeploy: {
    inputs: { syncFrom },
    perform: (context, payload: TriggerPayload<Cursor>, { connection, syncFrom, ...input }) => {
      const query = { ...queryOf(input), created: true, updated: true };
      const begin = syncFrom === undefined ? beginWithAll : beginSince(syncFrom);
      return run(context, connection, ({ crm }) =>
        syncFeed(context, payload, (before) => nextChanges(crm, query, before, begin)),
      );
    },
  },
  examplePayload: changesExample,
});

interface Asked {
  readonly recordType: string;
  readonly includeCreated: boolean;
  readonly includeUpdated: boolean;
  readonly includeDeleted: boolean;
}

const queryOf = <T extends Asked>({ includeCreated, includeUpdated, includeDeleted, ...rest }: T) => ({
  ...rest,
  created: includeCreated,
  updated: includeUpdated,
  deleted: includeDeleted,
});
