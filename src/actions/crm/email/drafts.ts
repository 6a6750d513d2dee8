import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { optionalId, optionalTime, requiredFlag, requiredId, requiredText } from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { ownRecordId } from "../../../inputs/records";
import {
  associateEmail,
  getEmailDrafts,
  removeEmailDraft,
  saveEmailDraft,
} from "../../../zoho/crm/emailDrafts";
import { time, user, written } from "../exampleValues";
import { bcc, cc, content, from, mailFormat, someTo, subjectOf, to } from "./inputs";

const sender = input({
  ...from,
  dataSource: undefined,
  placeholder: "Enter an email address",
  comments: "The address that the email came from.",
});

const subject = subjectOf(512);

const draftId = input({
  label: "Draft ID",
  type: "string",
  placeholder: "Enter a draft ID",
  comments: "The unique identifier of the draft to change. Leave empty for a new one.",
  example: "5725767000001409040",
  clean: optionalId("Draft ID"),
});

const ownDraftId = input({
  ...draftId,
  required: true,
  comments: "The unique identifier of the draft.",
  clean: requiredId("Draft ID"),
});

const originalMessageId = input({
  label: "Original Message ID",
  type: "string",
  required: true,
  placeholder: "Enter a message ID",
  comments: "What the mail server of the email calls it. An email is associated once.",
  example: "<c2f3a1@mail.example.com>",
  clean: requiredText("Original Message ID"),
});

const sent = input({
  label: "Sent",
  type: "boolean",
  required: true,
  comments: "When true, the organization sent the email; when false, it received it.",
  example: "false",
  clean: requiredFlag("Sent"),
});

const sentTime = input({
  label: "Time",
  type: "string",
  required: true,
  placeholder: "Enter a date and time",
  comments: "When the email was sent, in ISO 8601 with an offset.",
  example: time,
  clean: (value: unknown) => optionalTime("Time")(requiredText("Time")(value)) ?? "",
});

const record = { recordType: viewableModule, recordId: ownRecordId };

const furtherRecipients = (comments: string) =>
  structuredObjectInput({ label: "Further Recipients", comments, inputs: { cc, bcc } });

export const crmGetEmailDrafts = crmAction({
  label: "CRM - Get Email Drafts",
  description: "Returns the drafts of emails of a record.",
  inputs: record,
  call: getEmailDrafts,
  example: {
    __email_drafts: [
      {
        id: "5725767000001409040",
        from: "patricia.boyle@example.com",
        to: [{ user_name: "Ada Burns", email: "ada.burns@example.com" }],
        cc: [],
        bcc: [],
        reply_to: null,
        subject: "The offer for the new office",
        content: "<p>Hello Ada</p>",
        summary: "Hello Ada",
        rich_text: true,
        inventory_details: null,
        schedule_details: null,
        attachments: [],
        $sharing_permission: "full_access",
        owner: user,
        created_time: time,
        modified_time: time,
      },
    ],
  },
});

const draftExample = (message: string) => written("__email_drafts", "5725767000001409040", message);

export const crmSaveEmailDraft = crmAction({
  label: "CRM - Save Email Draft",
  description: "Keeps an email of a record as a draft, for somebody to finish and send.",
  inputs: {
    ...record,
    draftId,
    from,
    to,
    recipients: furtherRecipients("Who else gets the email."),
    subject,
    content,
  },
  call: saveEmailDraft,
  writes: true,
  example: draftExample("Draft created Successfully"),
});

export const crmRemoveEmailDraft = crmAction({
  label: "CRM - Remove Email Draft",
  description: "Deletes a draft of an email of a record.",
  inputs: { ...record, draftId: ownDraftId },
  call: removeEmailDraft,
  writes: true,
  example: draftExample("Draft deleted Successfully"),
});

export const crmAssociateEmail = crmAction({
  label: "CRM - Associate Email",
  description: "Makes an email of another mail server one of the emails of a record.",
  inputs: {
    ...record,
    from: sender,
    to: someTo,
    recipients: furtherRecipients("Who else got the email."),
    subject: input({
      ...subject,
      required: true,
      clean: (value: unknown) => subject.clean(requiredText("Subject")(value)) ?? "",
    }),
    content: input({
      ...content,
      required: true,
      comments: "The text of the email.",
      clean: requiredText("Content"),
    }),
    originalMessageId,
    sent,
    time: sentTime,
    options: structuredObjectInput({
      label: "Additional Options",
      comments: "What the text is written in.",
      inputs: { mailFormat },
    }),
  },
  call: associateEmail,
  writes: true,
  example: {
    data: [
      {
        code: "SUCCESS",
        details: { message_id: "<c2f3a1@mail.example.com>" },
        message: "Email associated successfully.",
        status: "success",
      },
    ],
  },
});
