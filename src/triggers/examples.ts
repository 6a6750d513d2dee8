import type { TriggerPayload } from "@prismatic-io/spectral";
import { listedContact, recordListExample } from "../actions/books/exampleValues";
import { recordExample } from "../actions/crm/exampleValues";

/** What the platform puts around what a trigger emits. */
const platform = {
  headers: {},
  queryParameters: {},
  rawBody: { data: undefined },
  pathFragment: "",
  webhookUrls: { "Zoho Changes": "https://hooks.example.com/trigger/zoho-changes" },
  webhookApiKeys: {},
  invokeUrl: "https://hooks.example.com/trigger/zoho-changes",
  executionId: "SW5zdGFuY2VFeGVjdXRpb246MQ==",
  customer: { id: "customer-1", externalId: "acme", name: "Acme" },
  instance: { id: "instance-1", name: "Acme Zoho" },
  user: { id: "user-1", email: "user@acme.example", name: "User One", externalId: "user-1" },
  integration: { id: "integration-1", name: "Zoho", versionSequenceId: "1", externalVersion: "1.0.0" },
  flow: { id: "flow-1", name: "Zoho Changes", stableId: "3f2b9c1e-77aa-4d1c-9a55-0c6b8d1e2f30" },
  startedAt: "2026-03-01T08:00:05Z",
  globalDebug: false,
};

type Platform = Omit<TriggerPayload, "body" | "paginationState">;

/** The payload that a flow receives. */
const payloadOf = <T>(data: T): { payload: Platform & { body: { data: T; contentType: string } } } => ({
  payload: { ...platform, body: { data, contentType: "application/json" } },
});

const [lead] = recordExample.data;

const id = "5725767000000524001";

const times = { Created_Time: "2026-03-01T09:00:00+01:00", Modified_Time: "2026-03-01T09:00:00+01:00" };

/** An item as a flow receives it. */
export interface ItemExample {
  change: "created" | "updated" | "deleted";
  changeType: "created" | "updated" | "deleted";
  itemKey: string;
  id: string;
  module: string;
  modifiedTime: string;
  record: Record<string, unknown>;
  affectedFields?: readonly string[];
  affectedValues?: Readonly<Record<string, unknown>>;
}

const created: ItemExample = {
  change: "created",
  changeType: "created",
  itemKey: `Leads/${id}/${times.Modified_Time}/47kQaZ`,
  id,
  module: "Leads",
  modifiedTime: times.Modified_Time,
  record: { ...lead, ...times },
};

export const changesExample = payloadOf([created]);

export const crmNotificationsExample = payloadOf<ItemExample[]>([
  {
    ...created,
    change: "updated",
    changeType: "updated",
    affectedFields: ["Email"],
    affectedValues: { Email: "ada.burns@example.com" },
  },
]);

/** A call of Zoho's as it comes. */
export const notificationsExample = payloadOf<unknown>({
  server_time: 1772352000000,
  query_params: {},
  module: "Leads",
  resource_uri: "https://www.zohoapis.com/crm/v2/Leads",
  ids: [id],
  affected_fields: [{ [id]: ["Email"] }],
  operation: "update",
  channel_id: "100000006800211",
  token: "my_verification_token_123",
});

/** The form in which the triggers for one module emit their records. */
export interface CreatedAndUpdated {
  created: Record<string, unknown>[];
  updated: Record<string, unknown>[];
  deleted?: Record<string, unknown>[];
}

export const createdUpdatedExample = payloadOf<CreatedAndUpdated>({
  created: [{ ...lead, ...times }],
  updated: [],
});

const [invoice] = recordListExample.invoices;

export const booksChangesExample = payloadOf<ItemExample[]>([
  {
    change: "created",
    changeType: "created",
    itemKey: "invoices/982000000567114/2026-03-01T02:17:40-0800/47s1Wc",
    id: "982000000567114",
    module: "invoices",
    modifiedTime: "2026-03-01T02:17:40-0800",
    record: { ...invoice },
  },
]);

export const booksContactsExample = payloadOf<{
  created: Record<string, unknown>[];
  updated: Record<string, unknown>[];
}>({ created: [listedContact], updated: [] });
