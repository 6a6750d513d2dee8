import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

const merged = async (world: ExampleWorld) => ({
  recordType,
  recordId: await idOf(world, recordType),
  templateName: "Offer Letter",
});

exerciseActions("crm/email/mailMerge", {
  crmSendMailMerge: async (world) => ({
    ...(await merged(world)),
    from: "patricia.boyle@zylker.example",
    to: ["ada.burns@example.com"],
    subject: "The offer for the new office",
    message: "Please find the offer attached.",
    recipients: { cc: ["sales@example.com"] },
    attachment: { attachmentType: "attachment", attachmentName: "Offer for Zylker" },
  }),
  crmSignMailMerge: async (world) => ({
    ...(await merged(world)),
    fileName: "Contract of Zylker",
    signers: JSON.stringify([
      { name: "Ada Burns", recipient: `\${!Leads.Email}` },
      { name: "Patricia Boyle", recipient: "patricia.boyle@example.com", action: "approve" },
    ]),
    signInOrder: "true",
  }),
  crmDownloadMailMerge: async (world) => ({
    ...(await merged(world)),
    fileName: "Offer",
  }),
});
