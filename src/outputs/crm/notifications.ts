/** Example answers of the notification actions, as Zoho documents them. */

const resource = {
  channel_expiry: "2026-03-08T08:50:00+01:00",
  resource_uri: "https://www.example.com/crm/v8/Leads",
  resource_id: "5725767000000002175",
  resource_name: "Leads",
  channel_id: "1000000068001",
};

const done = (message: string, events: unknown[]) => ({
  watch: [{ code: "SUCCESS", details: { events }, message, status: "success" }],
});

export const enabledExample = done("Successfully subscribed for actions-watch of the given module", [
  resource,
]);
export const updatedChannelExample = done("Successfully updated the subscribe details", [resource]);

const { channel_expiry: _, ...closed } = resource;
export const droppedEventsExample = done("Successfully removed the subscribe details", [closed]);

const { resource_name: __, ...ended } = closed;
export const disabledExample = {
  watch: [
    {
      code: "SUCCESS",
      details: ended,
      message: "Successfully un-subscribed from actions-watch",
      status: "success",
    },
  ],
};

export const channelsExample = {
  watch: [
    {
      ...resource,
      notify_on_related_action: false,
      return_affected_field_values: false,
      notify_url: "https://hooks.example.com/zoho",
      fields: null,
      notification_condition: null,
      events: ["Leads.all"],
      token: "my_verification_token_123",
    },
  ],
  info: { per_page: 200, count: 1, page: 1, more_records: false },
};
