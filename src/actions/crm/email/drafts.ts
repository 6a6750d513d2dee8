import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  limitedText,
  optionalChoice,
  optionalId,
  optionalText,
  optionalTime,
  requiredFlag,
  requiredId,
  requiredText,
} from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { ownRecordId } from "../../../inputs/records";
import { mailbox, recipients, someMailboxes } from "../../../inputs/writing";
import {
  associateEmail,
  getEmailDrafts,
  removeEmailDraft,
  saveEmailDraft,
} from "../../../zoho/crm/emailDrafts";
import { time, user } from "../exampleValues";

const from = input({
  label: "From",
  type: "string",
  required: true,
  dataSource: "selectFromAddress",
  placeholder: "Select an address",
  comments: "The address to send from, one of those that Get From Addresses lists.",
  example: "patricia.boyle@example.com",
  clean: (value: unknown) => mailbox("From", optionalText("From")(value) ?? ""),
});

const sender = input({
  ...from,
  dataSource: undefined,
  placeholder: "Enter an email address",
  comments: "The address that the email came from.",
});

const to = input(recipients("To", "The addresses that the email goes to."));
const cc = input(recipients("CC", "The addresses that get a copy."));
const bcc = input(recipients("BCC", "The addresses that get a copy unseen by the others."));
const someTo = input({ ...to, required: true, clean: someMailboxes("To") });

const subject = input({
  label: "Subject",
  type: "string",
  placeholder: "Enter a subject",
  comments: "The subject of the email. Maximum is 512 characters.",
  example: "The offer for the new office",
  clean: limitedText("Subject", 512),
});

const content = input({
  label: "Content",
  type: "text",
  placeholder: "Enter a text",
  comments: "The text of the email, in HTML.",
  example: "<p>Hello Ada,</p><p>please find the offer attached.</p>",
  clean: optionalText("Content"),
});

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

const mailFormat = input({
  label: "Mail Format",
  type: "string",
  model: [
    { label: "HTML", value: "html" },
    { label: "Plain Text", value: "text" },
  ],
  comments: "What Content is written in. Zoho takes it for HTML when this is empty.",
  example: "html",
  clean: optionalChoice("Mail Format", ["html", "text"]),
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
        attachments: [],
        owner: user,
        created_time: time,
        modified_time: time,
      },
    ],
  },
});

const draftExample = (message: string) => ({
  __email_drafts: [{ code: "SUCCESS", details: { id: "5725767000001409040" }, message, status: "success" }],
});

export const crmSaveEmailDraft = crmAction({
  label: "CRM - Save Email Draft",
  description: "Keeps an email of a record as a draft, for somebody to finish and send.",
  inputs: { ...record, draftId, from, to, cc, bcc, subject, content },
  call: saveEmailDraft,
  writes: true,
  example: draftExample("draft created successfully"),
});

export const crmRemoveEmailDraft = crmAction({
  label: "CRM - Remove Email Draft",
  description: "Deletes a draft of an email of a record.",
  inputs: { ...record, draftId: ownDraftId },
  call: removeEmailDraft,
  writes: true,
  example: draftExample("draft deleted successfully"),
});

export const crmAssociateEmail = crmAction({
  label: "CRM - Associate Email",
  description: "Makes an email of another mail server one of the emails of a record.",
  inputs: {
    ...record,
    from: sender,
    to: someTo,
    cc,
    bcc,
    subject: input({ ...subject, required: true, clean: requiredText("Subject") }),
    content: input({ ...content, required: true, clean: requiredText("Content") }),
    mailFormat,
    originalMessageId,
    sent,
    time: sentTime,
  },
  call: associateEmail,
  writes: true,
  example: {
    data: [
      {
        code: "SUCCESS",
        details: {},
        message: "Email associated successfully",
        status: "success",
      },
    ],
  },
});
