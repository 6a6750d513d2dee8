import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

const email = async (world: ExampleWorld) => ({
  recordType,
  recordId: await idOf(world, recordType),
  from: "Patricia Boyle <patricia.boyle@zylker.example>",
  to: ["Ada Burns <ada.burns@example.com>"],
  cc: ["sales@example.com"],
  subject: "The offer for the new office",
  content: "<p>Hello Ada,</p><p>please find the offer attached.</p>",
});

exerciseActions("crm/email/send", {
  crmSendEmail: email,
  crmGetEmails: async (world) => {
    const sent = await email(world);
    await world.act("crmSendEmail", sent);
    return { recordType, recordId: sent.recordId, fetchAll: "true" };
  },
  crmGetFromAddresses: () => ({}),
});
