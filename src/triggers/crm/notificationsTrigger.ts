import { type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection } from "../../inputs/connection";
import {
  events,
  firstChannelExpiry,
  notificationCondition,
  notifyOnRelatedAction,
  ownChannelId,
  ownToken,
  returnAffectedFieldValues,
} from "../../inputs/notifications";
import { findChannel } from "../../zoho/crm/notifications/keep";
import { answer, isScheduled, nothing, refuse } from "../called";
import { notificationsExample } from "../examples";
import { channelIdOf } from "./channel";
import { authentic, channelLife, renew, renewIfDue } from "./channelTrigger";

export const notificationsTrigger = trigger({
  display: {
    label: "CRM Notifications",
    description:
      "Hands on the notifications of Zoho CRM as they come, from a channel (webhook) that is opened when the instance is deployed, kept alive, and closed with it.",
  },
  inputs: {
    connection,
    events,
    notificationCondition,
    notifyOnRelatedAction,
    returnAffectedFieldValues,
    channelId: ownChannelId,
    token: ownToken,
    channelExpiry: firstChannelExpiry,
  },
  scheduleSupport: "valid",
  synchronousResponseSupport: "invalid",
  webhookLifecycleHandlers: {
    create: (context, input) => channelLife.create(context, { ...input, fields: [] }),
    delete: (context, input) => channelLife.delete(context, { ...input, fields: [] }),
  },
  perform: async (context, payload: TriggerPayload, inputs) => {
    const input = { ...inputs, fields: [] };
    if (isScheduled(payload)) {
      await run(context, input.connection, async ({ crm }) =>
        renew(context, crm, input, await findChannel(crm, channelIdOf(context, input))),
      );
      return nothing(payload);
    }
    const checked = await authentic(context, input, payload);
    if (!checked.ok) return refuse(context, payload, checked);
    await run(context, input.connection, ({ crm }) => renewIfDue(context, crm, input, checked.call));
    const body = { ...payload.body, contentType: payload.body.contentType ?? "application/json" };
    return { payload: { ...payload, body }, response: answer(200, "received") };
  },
  examplePayload: notificationsExample,
});
