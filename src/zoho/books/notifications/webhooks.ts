import { hash } from "node:crypto";
import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import type { Books } from "../books";
import { contextOf } from "../records/paging";
import { findRecordType, type RecordType, recordTypes, tellsAtOnce } from "../recordTypes";

/**
 * Workflow rules, and the webhooks that they call. Zoho documents both for those who set them up by hand; the
 * addresses are those of its own web application.
 */
export const webhookOperations = {
  getWebhooks: {
    method: "GET",
    path: "/books/{version}/settings/webhooks",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.settings.READ",
    credits: 1,
    success: [200],
    answers: "webhooks",
  },
  createWebhook: {
    method: "POST",
    path: "/books/{version}/settings/webhooks",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.settings.CREATE",
    credits: 1,
    success: [200, 201],
  },
  updateWebhook: {
    method: "PUT",
    path: "/books/{version}/settings/webhooks/{id}",
    safety: "idempotent",
    class: "books",
    scope: "ZohoBooks.settings.UPDATE",
    credits: 1,
    success: [200],
  },
  removeWebhook: {
    method: "DELETE",
    path: "/books/{version}/settings/webhooks/{id}",
    safety: "idempotent",
    class: "books",
    scope: "ZohoBooks.settings.DELETE",
    credits: 1,
    success: [200, 204],
  },
  getWorkflows: {
    method: "GET",
    path: "/books/{version}/settings/workflows",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.settings.READ",
    credits: 1,
    success: [200],
    answers: "workflows",
  },
  createWorkflow: {
    method: "POST",
    path: "/books/{version}/settings/workflows",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.settings.CREATE",
    credits: 1,
    success: [200, 201],
  },
  removeWorkflow: {
    method: "DELETE",
    path: "/books/{version}/settings/workflows/{id}",
    safety: "idempotent",
    class: "books",
    scope: "ZohoBooks.settings.DELETE",
    credits: 1,
    success: [200, 204],
  },
} as const;

/** What a workflow rule waits for, in Zoho's words: a record that is saved, or one that is deleted. */
export const ruleEvents = ["add_edit", "delete"] as const;
export type RuleEvent = (typeof ruleEvents)[number];

/** The headers by which a call says what it tells of, and that it is Zoho's. */
export const webhookHeaders = { event: "X-Webhook-Event", token: "X-Webhook-Token" } as const;

/** The webhooks that a flow is to be called by. */
export interface WantedWebhooks {
  /** What tells this flow's webhooks and rules from all others: a part of their names. */
  readonly flow: string;
  readonly recordType: string;
  readonly events: readonly RuleEvent[];
  readonly url: string;
  /** Sent along with each call; Zoho does not tell it to anybody who asks for the webhook. */
  readonly token: string;
}

/** What there is in Zoho Books. */
interface FoundWebhooks {
  /** The webhooks that bear the flow's name. */
  readonly webhooks: readonly JsonObject[];
  /** All workflow rules: whether Zoho lists their names is not known. */
  readonly workflows: readonly JsonObject[];
}

/**
 * A record type that workflow rules tell of.
 * @throws ZohoError `INVALID_INPUT` for any other.
 */
export function calledType(recordType: string): RecordType & { readonly entity: string } {
  const type = findRecordType(recordType);
  if (tellsAtOnce(type)) return type;
  const others = [...recordTypes().values()].filter(tellsAtOnce).map(({ key }) => key);
  throw inputError(
    "books",
    `Record Type: no workflow rule of Zoho Books is known to tell of ${type.key}. Use one of ${others.join(", ")}, or a trigger that runs on a schedule`,
  );
}

/** So often is a write whose answer was lost looked for and, where it is not found, made again. */
const MAX_TRIES = 3;

/**
 * Sees to it that the flow's webhooks and rules are in Zoho Books as they are wanted, each once: those that
 * are missing are made, those that are out of date changed, and what else bears the flow's name removed.
 * A rule that somebody has switched off stays so, and the log says it.
 * @throws ZohoError when Zoho refuses; a login whose role may not set up workflow rules is refused with 57.
 */
export async function keepWebhooks(books: Books, wanted: WantedWebhooks): Promise<void> {
  const type = calledType(wanted.recordType);
  for (let tries = 1; ; tries += 1) {
    const found = await findWebhooks(books, wanted.flow);
    try {
      return await bringAbout(books, wanted, type.entity, found);
    } catch (error) {
      if (!(error instanceof ZohoError) || error.kind === "connection") throw error;
      if (error.kind !== "unknown" || tries === MAX_TRIES) throw refusedOf(books, error);
    }
  }
}

/** Zoho may let nobody make rules by calls one day, or no further ones. */
function refusedOf(
  books: Books,
  { kind, code, status, details, reason, retryAfterMs }: ZohoError,
): ZohoError {
  const message = `${reason}, when the workflow rules that call the flow were set up`;
  const hint =
    "Zoho Books limits the number of rules by the organization's plan. The trigger New and Updated Records in Books needs none.";
  return books.error({ kind, code, status, details, message, hint, retryAfterMs });
}

/** Removes all that bears the flow's name. That some of it is gone already is no failure. */
export async function removeWebhooks(books: Books, flow: string): Promise<void> {
  await removeAll(books, flow, await findWebhooks(books, flow));
}

async function bringAbout(
  books: Books,
  wanted: WantedWebhooks,
  entity: string,
  found: FoundWebhooks,
): Promise<void> {
  const kept = new Set<string>();
  for (const event of wanted.events) {
    const body = webhookOf(wanted, entity, event);
    const rule = ruleName(wanted.flow, event);
    const webhook = found.webhooks.find(({ entity: own = entity, webhook_name: name }) => {
      return own === entity && String(name).startsWith(`${rule} `);
    });
    const workflowIds = webhook ? rulesThatCall(webhook, rule, found) : [];
    const id = webhook ? idOf(webhook, "webhook_id") : await createWebhook(books, body);
    for (const each of [id, ...workflowIds]) kept.add(each);

    if (webhook && (webhook.webhook_name !== body.webhook_name || webhook.url !== body.url))
      await books.ask(webhookOperations.updateWebhook, { path: { id }, body });
    if (workflowIds.length === 0)
      await books.ask(webhookOperations.createWorkflow, { body: workflowOf(rule, entity, event, id) });
    const rules = found.workflows.filter((each) => workflowIds.includes(idOf(each, "workflow_id")));
    if (rules.some(({ is_active: isActive }) => isActive === false))
      books.log.warn(`The workflow rule "${rule}" is switched off in Zoho Books: it calls no webhook.`);
  }
  await removeAll(books, wanted.flow, found, kept);
}

const idOf = (row: JsonObject, key: "webhook_id" | "workflow_id"): string => textAt(row, key) ?? "";

/**
 * The ids of the rules that a webhook names, `""` for none; where it does not say, of the one with the name.
 */
function rulesThatCall(webhook: JsonObject, rule: string, { workflows }: FoundWebhooks): string[] {
  const named = workflows.filter(({ workflow_name: name }) => name === rule);
  const calling = webhook.related_rules === undefined ? named : objectsAt(webhook, "related_rules");
  return calling.map((row) => idOf(row, "workflow_id"));
}

/** Zoho's own placeholder, for all that it knows of the record. */
const WHOLE_RECORD = ["$", "{JSONString}"].join("");

const ruleName = (flow: string, event: RuleEvent): string => `Prismatic ${flow} ${event}`;

/**
 * A webhook in Zoho's words. Its name tells whether it is up to date, since Zoho does not tell the headers.
 */
function webhookOf({ flow, url, token }: WantedWebhooks, entity: string, event: RuleEvent) {
  const version = hash("sha256", `${entity}\n${url}\n${token}`, "hex").slice(0, 8);
  return {
    webhook_name: `${ruleName(flow, event)} ${version}`,
    entity,
    url,
    method: "POST",
    body_type: "application/json",
    raw_data: WHOLE_RECORD,
    headers: [
      { param_name: webhookHeaders.event, param_value: event },
      { param_name: webhookHeaders.token, param_value: token },
    ],
  };
}

const workflowOf = (workflow_name: string, entity: string, rule_type: RuleEvent, id: string) => ({
  workflow_name,
  entity,
  rule_type,
  rule: {},
  apply_rule_always: true,
  field_update: [],
  field_update_comparator: "any",
  instant_actions: [{ action_type: "webhook", action_id: id }],
});

async function createWebhook(books: Books, body: JsonObject): Promise<string> {
  const { webhook } = await books.ask(webhookOperations.createWebhook, { body });
  const id = textAt(webhook, "webhook_id");
  if (id !== undefined) return id;
  throw books.error({ kind: "answer", code: "UNREADABLE_ANSWER", message: "Zoho's answer names no webhook" });
}

/** Whether a name is one of a flow's webhooks or rules. */
const isNamed = (flow: string, name: unknown): boolean =>
  ruleEvents.some((event) => `${name} `.startsWith(`${ruleName(flow, event)} `));

async function findWebhooks(books: Books, flow: string): Promise<FoundWebhooks> {
  const webhooks = await readAll(books, webhookOperations.getWebhooks);
  const workflows = await readAll(books, webhookOperations.getWorkflows);
  return { webhooks: webhooks.filter(({ webhook_name: name }) => isNamed(flow, name)), workflows };
}

const PER_PAGE = 200;

async function readAll(
  books: Books,
  operation: Operation & { readonly answers: string },
): Promise<JsonObject[]> {
  const rows: JsonObject[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await books.ask(operation, { query: { page, per_page: PER_PAGE } });
    const read = objectsAt(answer, operation.answers);
    rows.push(...read);
    if (read.length === 0 || contextOf(answer).has_more_page !== true) return rows;
  }
}

/** Removes what is a flow's and not to be kept; rules go before the webhooks that they call. */
async function removeAll(
  books: Books,
  flow: string,
  { webhooks, workflows }: FoundWebhooks,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  const gone = webhooks.filter((row) => !kept.has(idOf(row, "webhook_id")));
  const calling = gone.flatMap((row) => objectsAt(row, "related_rules"));
  const named = workflows.filter(({ workflow_name: name }) => isNamed(flow, name));
  const rules = new Set([...calling, ...named].map((row) => idOf(row, "workflow_id")));
  for (const id of rules) if (!kept.has(id)) await remove(books, webhookOperations.removeWorkflow, id);
  for (const row of gone) await remove(books, webhookOperations.removeWebhook, idOf(row, "webhook_id"));
}

async function remove(books: Books, operation: Operation, id: string): Promise<void> {
  try {
    await books.ask(operation, { path: { id } });
  } catch (error) {
    if (!(error instanceof ZohoError) || error.kind !== "notFound") throw error;
  }
}
