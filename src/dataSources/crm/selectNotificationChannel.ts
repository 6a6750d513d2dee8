import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { channelChoices } from "../../zoho/crm/notifications/channels";

export const selectNotificationChannel = dataSource({
  display: {
    label: "Select Notification Channel",
    description: "Lists the notification channels that are open.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) => chooseFromCrm(context, connection, (crm) => channelChoices(crm)),
  examplePayload: { result: [{ key: "1000000068001", label: "1000000068001 (Leads.all)" }] },
});
