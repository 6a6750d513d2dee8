import { createHash, createHmac } from "node:crypto";
import type { Connection } from "@prismatic-io/spectral";
import { type ClientContext, run } from "../../client";
import type { Books } from "../../zoho/books/books";
import { keepWebhooks, type RuleEvent, removeWebhooks } from "../../zoho/books/notifications/webhooks";
import { isObject, textAt } from "../../zoho/core/json";
import { inHandler, messageOf } from "../called";
import { type FeedContext, keepOf, keptOf } from "../feed";

/*
 * The webhooks of a flow. What tells them from others and the secret that they bear are made from the flow
 * and the connection, so that neither is kept: the platform may forget what an instance keeps.
 */

/** The parts of the platform's context that tell one flow of one instance from all others. */
export interface FlowContext extends ClientContext {
  readonly crossFlowState: Record<string, unknown>;
  readonly flow: { readonly name: string; readonly stableId: string };
  readonly instance: { readonly id: string };
  readonly webhookUrls: Record<string, string>;
}

export interface WebhookInputs {
  readonly connection: Connection;
  readonly organizationId?: string;
  readonly recordType: string;
  readonly showNewRecords: boolean;
  readonly showUpdatedRecords: boolean;
  readonly showDeletedRecords: boolean;
}

const keyOf = ({ flow }: FlowContext): string => `zoho webhooks ${flow.stableId}`;

const namesOf = ({ instance, flow }: FlowContext): string => `${instance.id}\n${flow.stableId}`;

/** What tells the webhooks of a flow from all others: a part of their names in Zoho Books. */
const flowOf = (context: FlowContext): string =>
  createHash("sha256").update(namesOf(context)).digest("hex").slice(0, 12);

/** The secret that Zoho sends along with each call of a flow: nobody knows it who does not know the client's. */
export const tokenOf = (context: FlowContext, { fields, key }: Connection): string =>
  createHmac("sha256", `${key}\n${String(fields?.clientSecret ?? "")}`)
    .update(namesOf(context))
    .digest("base64url");

function eventsOf({ showNewRecords, showUpdatedRecords, showDeletedRecords }: WebhookInputs): RuleEvent[] {
  const saved: RuleEvent[] = showNewRecords || showUpdatedRecords ? ["add_edit"] : [];
  return showDeletedRecords ? [...saved, "delete"] : saved;
}

const keep = (context: FlowContext, books: Books, inputs: WebhookInputs): Promise<void> =>
  keepWebhooks(books, {
    flow: flowOf(context),
    recordType: inputs.recordType,
    events: eventsOf(inputs),
    url: context.webhookUrls[context.flow.name] ?? "",
    token: tokenOf(context, inputs.connection),
  });

/** The time at Zoho, in seconds since the epoch, as far as an answer has told it. */
export const zohosSeconds = ({ transport }: Books): number =>
  Math.floor((transport.zohoTime(transport.now()) ?? transport.now()) / 1000);

/** The clock of Zoho's answers may be so many seconds ahead of that of its records. */
const BEFORE = 5;

/** The handlers that make the webhooks when a flow is deployed, and remove them when it goes. */
export const webhookLife = {
  create: (context: FlowContext, inputs: WebhookInputs) =>
    run(inHandler(context), inputs.connection, async (clients) => {
      const books = clients.books(inputs.organizationId);
      const before = context.crossFlowState[keyOf(context)];
      const organization = await books.organization();
      const left = textAt(before, "organization");
      await keep(context, books, inputs);
      const began = beganAt(context) ?? zohosSeconds(books) - BEFORE;
      context.crossFlowState[keyOf(context)] = { organization, began };
      if (left !== undefined && left !== organization) await leave(context, clients.books(left));
    }),
  delete: async (context: FlowContext, { connection, organizationId }: WebhookInputs) => {
    try {
      await run(inHandler(context), connection, (clients) => leave(context, clients.books(organizationId)));
    } catch (error) {
      context.logger.warn(`The webhooks of the flow were left in Zoho Books. ${messageOf(error)}`);
    }
    delete context.crossFlowState[keyOf(context)];
  },
};

const leave = (context: FlowContext, books: Books): Promise<void> => removeWebhooks(books, flowOf(context));

/** When the webhooks were made, in seconds since the epoch; undefined where that is not kept. */
export function beganAt(context: FlowContext): number | undefined {
  const kept = context.crossFlowState[keyOf(context)];
  return isObject(kept) && typeof kept.began === "number" ? kept.began : undefined;
}

/** How often a scheduled run looks after the webhooks, which takes two requests. */
const HEAL_MS = 60 * 60_000;

/**
 * Makes what is missing of the webhooks, now and then. A run goes on without them, for it reads the changes
 * itself.
 */
export async function heal(
  context: FlowContext & FeedContext,
  books: Books,
  inputs: WebhookInputs,
): Promise<void> {
  const { lookedAt } = keptOf(context);
  const now = books.now();
  if (typeof lookedAt === "number" && Math.abs(now - lookedAt) < HEAL_MS) return;
  try {
    await keep(context, books, inputs);
    keepOf(context, { ...keptOf(context), lookedAt: now });
  } catch (error) {
    context.logger.warn(`The webhooks of the flow could not be looked after now. ${messageOf(error)}`);
  }
}
