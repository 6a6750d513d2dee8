import { type ExampleWorld, exerciseActions } from "../../../test/support/actions";

const channel = {
  channelId: "1000000068001",
  events: ["Leads.all", "Deals.edit"],
  notifyUrl: "http://127.0.0.1:9/hook",
  token: "my_verification_token_123",
  notificationCondition: ["Deals.Stage", "Deals.Amount", "Deals.Closing_Date"],
};

const { channelId } = channel;

const open = (world: ExampleWorld) => world.act("crmEnableNotification", channel);

exerciseActions("crm/notifications", {
  crmEnableNotification: () => channel,
  crmUpdateNotification: async (world) => {
    await open(world);
    return { channelId, events: ["Leads.create"], token: "another_token" };
  },
  crmGetNotificationDetails: async (world) => {
    await open(world);
    return { channelId, fetchAll: true };
  },
  crmDisableNotification: async (world) => {
    await open(world);
    return { channelIds: channelId };
  },
  crmDisableSpecificNotification: async (world) => {
    await open(world);
    return { channelId, events: ["Deals.edit"] };
  },
});
