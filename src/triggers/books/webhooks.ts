import { createHmac, hash } from "node:crypto";
import type { Connection } from "@prismatic-io/spectral";
import { type ClientContext, run } from "../../client";
import type { Books } from "../../zoho/books/books";
import { keepWebhooks, type RuleEvent, removeWebhooks } from "../../zoho/books/notifications/webhooks";
import { newToken } from "../../zoho/core/caller";
import { isObject, textAt } from "../../zoho/core/json";
import { type FlowContext, inHandler, messageOf } from "../called";
import { type FeedContext, keepOf, keptOf } from "../feed";

/*
 * The webhooks of a flow. What tells them from others and the token that they bear stand in the cross-flow
 * state, because the handlers that make and remove them see no state of the flow. The platform writes that
 * state as a whole, so that another flow's write can wipe it: both are therefore made from what the flow and
 * the connection always know.
 */

type Context = FlowContext & ClientContext;

export interface WebhookInputs {
  readonly connection: Connection;
  readonly organizationId?: string;
  readonly recordType: string;
  readonly showNewRecords: boolean;
  readonly showUpdatedRecords: boolean;
  readonly showDeletedRecords: boolean;
}

const keyOf = ({ flow }: FlowContext): string => `zoho webhooks ${flow.stableId}`;

/** What an instance keeps of a flow's webhooks. */
interface KeptWebhooks {
  /** What tells them from all others: a part of their names in Zoho Books. */
  readonly flow: string;
  readonly token: string;
  readonly organization: string;
  /** When they were made, in seconds since the epoch. */
  readonly began: number;
}

function keptWebhooks(context: FlowContext): Partial<KeptWebhooks> {
  const kept = context.crossFlowState[keyOf(context)];
  if (!isObject(kept)) return {};
  const { began } = kept;
  return {
    flow: textAt(kept, "flow"),
    token: textAt(kept, "token"),
    organization: textAt(kept, "organization"),
    ...(typeof began === "number" && { began }),
  };
}

/** The same for a flow whenever it is deployed, and no other flow's. */
function flowOf(context: FlowContext): string {
  const { instance, flow } = context;
  const digest = hash("sha256", `${instance.id}\n${flow.stableId}`, "hex");
  return keptWebhooks(context).flow ?? digest.slice(0, 12);
}

/**
 * The token that Zoho sends along with each call of a flow: the one that is kept, or one that nobody can make
 * who does not know the secret of the client; empty where neither is known.
 */
export function tokenOf(context: FlowContext, { fields }: Connection): string {
  const secret = fields?.clientSecret;
  const made = typeof secret === "string" && secret !== "";
  const digest = made ? createHmac("sha256", secret).update(flowOf(context)).digest("base64url") : "";
  return keptWebhooks(context).token ?? digest;
}

function eventsOf({ showNewRecords, showUpdatedRecords, showDeletedRecords }: WebhookInputs): RuleEvent[] {
  const saved: RuleEvent[] = showNewRecords || showUpdatedRecords ? ["add_edit"] : [];
  return showDeletedRecords ? [...saved, "delete"] : saved;
}

/** Sees to it that the webhooks are there, and keeps what is known of them. */
async function keep(context: Context, books: Books, inputs: WebhookInputs): Promise<void> {
  const organization = await books.organization();
  const flow = flowOf(context);
  const token = tokenOf(context, inputs.connection) || newToken();
  const { recordType } = inputs;
  const url = context.webhookUrls[context.flow.name] ?? "";
  await keepWebhooks(books, { flow, recordType, events: eventsOf(inputs), url, token });
  const began = beganAt(context) ?? zohosSeconds(books) - BEFORE;
  const kept: KeptWebhooks = { flow, token, organization, began };
  context.crossFlowState[keyOf(context)] = kept;
}

/** The time at Zoho, in seconds since the epoch, as far as an answer has told it. */
export const zohosSeconds = ({ transport }: Books): number =>
  Math.floor((transport.zohoTime(transport.now()) ?? transport.now()) / 1000);

/** The clock of Zoho's answers may be so many seconds ahead of that of its records. */
const BEFORE = 5;

/** The handlers that make the webhooks when a flow is deployed, and remove them when it goes. */
export const webhookLife = {
  create: (context: Context, inputs: WebhookInputs) =>
    run(inHandler(context), inputs.connection, async (clients) => {
      const books = clients.books(inputs.organizationId);
      const { organization: left } = keptWebhooks(context);
      await keep(context, books, inputs);
      if (left !== undefined && left !== (await books.organization()))
        await leave(context, clients.books(left));
    }),
  delete: async (context: Context, { connection, organizationId }: WebhookInputs) => {
    try {
      const { organization = organizationId } = keptWebhooks(context);
      await run(inHandler(context), connection, (clients) => leave(context, clients.books(organization)));
    } catch (error) {
      context.logger.warn(`The webhooks of the flow were left in Zoho Books. ${messageOf(error)}`);
    }
    delete context.crossFlowState[keyOf(context)];
  },
};

const leave = (context: FlowContext, books: Books): Promise<void> => removeWebhooks(books, flowOf(context));

/** When the webhooks were made, in seconds since the epoch; undefined where that is not kept. */
export const beganAt = (context: FlowContext): number | undefined => keptWebhooks(context).began;

/** How often a scheduled run looks after the webhooks, which takes two requests. */
const HEAL_MS = 60 * 60_000;

/**
 * Makes what is missing of the webhooks, now and then. A run goes on without them, for it reads the changes
 * itself.
 */
export async function heal(
  context: Context & FeedContext,
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
