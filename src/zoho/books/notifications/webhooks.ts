import { createHash } from "node:crypto";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import type { Books } from "../books";
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

interface FoundWebhooks {
  readonly webhooks: readonly JsonObject[];
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
  await removeAll(books, await findWebhooks(books, flow));
}

async function bringAbout(
  books: Books,
  wanted: WantedWebhooks,
  entity: string,
  { webhooks, workflows }: FoundWebhooks,
): Promise<void> {
  const kept = new Set<JsonObject>();
  for (const event of wanted.events) {
    const body = webhookOf(wanted, entity, event);
    const rule = ruleName(wanted.flow, event);
    const webhook = webhooks.find(({ entity: own, webhook_name: name }) => {
      return own === entity && String(name).startsWith(`${rule} `);
    });
    const workflow = workflows.find((each) => {
      return each.entity === entity && each.workflow_name === rule && webhook && mayCall(each, webhook);
    });
    if (webhook) kept.add(webhook);
    if (workflow) kept.add(workflow);

    const id = webhook ? textAt(webhook, "webhook_id") : await createWebhook(books, body);
    if (webhook && (webhook.webhook_name !== body.webhook_name || webhook.url !== body.url))
      await books.ask(webhookOperations.updateWebhook, { path: { id: id ?? "" }, body });
    if (!workflow)
      await books.ask(webhookOperations.createWorkflow, { body: workflowOf(rule, entity, event, id) });
    else if (workflow.is_active === false)
      books.log.warn(`The workflow rule "${rule}" is switched off in Zoho Books: it calls no webhook.`);
  }
  await removeAll(books, {
    webhooks: webhooks.filter((each) => !kept.has(each)),
    workflows: workflows.filter((each) => !kept.has(each)),
  });
}

/** Zoho's own placeholder, for all that it knows of the record. */
const WHOLE_RECORD = ["$", "{JSONString}"].join("");

const ruleName = (flow: string, event: RuleEvent): string => `Prismatic ${flow} ${event}`;

/** A webhook in Zoho's words. Its name tells whether it is up to date, since Zoho does not tell the headers. */
function webhookOf({ flow, url, token }: WantedWebhooks, entity: string, event: RuleEvent) {
  const version = createHash("sha256").update(`${url}\n${token}`).digest("hex").slice(0, 8);
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

const workflowOf = (workflow_name: string, entity: string, rule_type: RuleEvent, id: string | undefined) => ({
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

/** Whether a rule calls a webhook, as far as Zoho says what calls it: `""` where nothing does. */
function mayCall(workflow: JsonObject, { related_rules: rules }: JsonObject): boolean {
  if (rules === undefined) return true;
  return objectsAt({ rules }, "rules").some(({ workflow_id: id }) => id === workflow.workflow_id);
}

/** All webhooks and rules that bear the flow's name. */
async function findWebhooks(books: Books, flow: string): Promise<FoundWebhooks> {
  const isOwn = (name: unknown) =>
    ruleEvents.some((event) => `${name} `.startsWith(`${ruleName(flow, event)} `));
  const webhooks = await readAll(books, webhookOperations.getWebhooks);
  const workflows = await readAll(books, webhookOperations.getWorkflows);
  return {
    webhooks: webhooks.filter(({ webhook_name: name }) => isOwn(name)),
    workflows: workflows.filter(({ workflow_name: name }) => isOwn(name)),
  };
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
    const { page_context: context } = answer;
    if (read.length === 0 || !isObject(context) || context.has_more_page !== true) return rows;
  }
}

/** Rules go before the webhooks that they call. */
async function removeAll(books: Books, { webhooks, workflows }: FoundWebhooks): Promise<void> {
  for (const row of workflows)
    await remove(books, webhookOperations.removeWorkflow, textAt(row, "workflow_id"));
  for (const row of webhooks) await remove(books, webhookOperations.removeWebhook, textAt(row, "webhook_id"));
}

async function remove(books: Books, operation: Operation, id = ""): Promise<void> {
  try {
    await books.ask(operation, { path: { id } });
  } catch (error) {
    if (!(error instanceof ZohoError) || error.kind !== "notFound") throw error;
  }
}
