import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

const draft = async (world: ExampleWorld) => ({
  recordType,
  recordId: await idOf(world, recordType),
  from: "Patricia Boyle <patricia.boyle@zylker.example>",
  to: ["Ada Burns <ada.burns@example.com>"],
  subject: "The offer",
  content: "<p>Hello Ada</p>",
});

async function saved(world: ExampleWorld): Promise<Record<string, unknown>> {
  const { __email_drafts: drafts } = await world.act("crmSaveEmailDraft", await draft(world));
  const [{ details }] = drafts as [{ details: { id: string } }];
  return { recordType, recordId: await idOf(world, recordType), draftId: details.id };
}

exerciseActions("crm/email/drafts", {
  crmSaveEmailDraft: draft,
  crmGetEmailDrafts: async (world) => {
    const { draftId: _, ...record } = await saved(world);
    return record;
  },
  crmRemoveEmailDraft: saved,
  crmAssociateEmail: async (world) => ({
    ...(await draft(world)),
    from: "Ada Burns <ada.burns@example.com>",
    to: ["sales@example.com"],
    recipients: { cc: ["service@example.com"] },
    originalMessageId: "<c2f3a1@mail.example.com>",
    sent: false,
    time: "2026-03-01T09:00:00+01:00",
  }),
});
