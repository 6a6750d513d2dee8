import { flow } from "@prismatic-io/spectral";
import { mapBack, mappingOf } from "zoho/headless";
import zohoActions from "./manifests/zoho/actions";

/** A change as the trigger emits it. */
interface Change {
  readonly changeType: "created" | "updated" | "deleted";
  readonly itemKey: string;
  readonly id: string;
  readonly module: string;
  readonly record: Record<string, unknown>;
}

/** Items come as a list, or alone where a batch holds one. */
const changesIn = (data: unknown): Change[] => (Array.isArray(data) ? data : [data]) as Change[];

const mappingIn = (value: unknown) => {
  const mapping = mappingOf(value);
  if (!mapping) throw new Error("Field Mapping: map the fields in the configuration of the instance.");
  return mapping;
};

/**
 * Sends every record to Acme when an instance is deployed, and from then on every change, under Acme's own
 * names of fields.
 */
export const sendRecords = flow({
  name: "Send Records to Acme",
  stableKey: "send-records",
  description: "The initial sync of all records, and then each change within five minutes",
  schedule: { value: "*/5 * * * *" },
  queueConfig: { singletonExecutions: true },
  runInitialSyncOnDeploy: true,
  onTrigger: {
    component: "zoho",
    key: "crmRecordChanges",
    values: {
      connection: { configVar: "Zoho Connection" },
      recordType: { configVar: "Module" },
      showDeletedRecords: { value: true },
    },
  },
  onExecution: async ({ configVars, logger }, { onTrigger }) => {
    const mapping = mappingIn(configVars["Field Mapping"]);
    const changes = changesIn(onTrigger.results.body.data);
    for (const { changeType, itemKey, id, module, record } of changes) {
      const response = await fetch(configVars["Acme Endpoint"], {
        method: "POST",
        // What comes twice is the same request twice: Acme can tell by the key.
        headers: { "content-type": "application/json", "idempotency-key": itemKey },
        body: JSON.stringify({ changeType, zohoId: id, fields: mapBack(mapping, record, module) }),
      });
      if (!response.ok) throw new Error(`Acme answered ${response.status} to record ${id}.`);
    }
    logger.info(`Sent ${changes.length} changes.`);
    return { data: { sent: changes.length } };
  },
});

/** What became of the records of a batch. */
interface Upserted {
  readonly data: {
    readonly data: readonly { readonly status: string; readonly message: string; readonly id?: string }[];
    readonly summary: { readonly succeeded: number; readonly failed: number };
  };
}

/** Takes records from Acme by webhook, and creates or updates them in Zoho. */
export const upsertRecords = flow({
  name: "Upsert Records From Acme",
  stableKey: "upsert-records",
  description: "Creates or updates records in Zoho, through the mapping of the instance",
  onExecution: async ({ configVars, logger }, { onTrigger }) => {
    const { data } = await zohoActions.crmUpsertRecords.perform<Upserted>({
      connection: configVars["Zoho Connection"],
      recordType: configVars.Module,
      records: JSON.stringify(onTrigger.results.body.data),
      fieldMapping: JSON.stringify(configVars["Field Mapping"]),
    });
    for (const { status, message } of data.data) if (status === "error") logger.warn(message);
    return { data };
  },
});
