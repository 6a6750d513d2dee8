import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  flag,
  limitedText,
  optionalChoice,
  optionalId,
  optionalText,
  optionalTime,
  textList,
} from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords } from "../../../inputs/paging";
import { recordId } from "../../../inputs/records";
import { getEmails, getFromAddresses, sendEmail } from "../../../zoho/crm/email";
import { time, user } from "../exampleValues";
import { bcc, cc, content, from, mailFormat, optionalMailbox, someTo, subjectOf } from "./inputs";

const furtherRecipients = {
  cc,
  bcc,
  replyTo: input({
    label: "Reply To",
    type: "string",
    placeholder: "Enter an email address",
    comments: "The address that answers go to. Leave empty for the sender's own.",
    example: "support@example.com",
    clean: optionalMailbox("Reply To"),
  }),
};

const sendingOptions = {
  mailFormat,
  scheduledTime: input({
    label: "Scheduled Time",
    type: "string",
    placeholder: "Enter a date and time",
    comments: "When to send the email, in ISO 8601 with an offset. Leave empty to send it at once.",
    example: "2026-03-01T09:00:00+01:00",
    clean: optionalTime("Scheduled Time"),
  }),
  orgEmail: input({
    label: "Organization Email",
    type: "boolean",
    default: "false",
    comments: "When true, the email is sent from an address of the organization instead of the user's own.",
    clean: flag("Organization Email"),
  }),
  consentEmail: input({
    label: "Consent Email",
    type: "boolean",
    default: "false",
    comments: "When true, the email asks for consent to process personal data.",
    clean: flag("Consent Email"),
  }),
};

const emailInputs = {
  from,
  to: someTo,
  subject: subjectOf(1_000),
  content: input({
    ...content,
    comments: "The text of the email. Maximum is 100,000 characters. It may be empty with a Template ID.",
    clean: limitedText("Content", 100_000),
  }),
  templateId: input({
    label: "Template ID",
    type: "string",
    dataSource: "selectEmailTemplate",
    placeholder: "Select a template",
    comments: "The unique identifier of an email template that makes the text.",
    example: "5725767000000091071",
    clean: optionalId("Template ID"),
  }),
  attachmentIds: input({
    label: "Attachment IDs",
    type: "string",
    collection: "valuelist",
    placeholder: "Enter a file ID",
    comments: "The IDs of files to attach, as Upload File returns them. Maximum is 10.",
    example: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
    clean: (value: unknown) => {
      const ids = textList("Attachment IDs")(value);
      if (ids.length <= 10) return ids;
      throw new Error(`Attachment IDs: expected at most 10, got ${ids.length}.`);
    },
  }),
  recipients: structuredObjectInput({
    label: "Further Recipients",
    comments: "Who else gets the email, and where answers to it go.",
    inputs: furtherRecipients,
  }),
  options: structuredObjectInput({
    label: "Sending Options",
    comments: "The format and time of the email, and what kind of email it is.",
    inputs: sendingOptions,
  }),
};

const emailTypes = {
  sent_from_crm: "Sent From CRM",
  scheduled_in_crm: "Scheduled in CRM",
  drafts: "Drafts",
  user_emails: "Mailbox of a User",
  all_contacts_sent_crm_emails: "Sent to Contacts of the Account",
  all_contacts_scheduled_crm_emails: "Scheduled for Contacts of the Account",
  all_contacts_draft_crm_emails: "Drafts for Contacts of the Account",
};

const emailType = input({
  label: "Email Type",
  type: "string",
  model: Object.entries(emailTypes).map(([value, label]) => ({ label, value })),
  comments:
    "The kind of emails to list. Zoho lists sent ones, and those of the user's mailbox, when this is empty.",
  example: "sent_from_crm",
  clean: optionalChoice("Email Type", Object.keys(emailTypes)),
});

const ownerId = input({
  label: "Owner ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user whose mailbox to list, with the type Mailbox of a User.",
  example: "5725767000000411001",
  clean: optionalId("Owner ID"),
});

const emailIndex = input({
  label: "Index",
  type: "string",
  placeholder: "Enter an index",
  comments: "The next_index of the previous page's info. Zoho gives ten emails at a time.",
  example: "c8582xx9e7c7",
  clean: optionalText("Index"),
});

const messageId = input({
  label: "Message ID",
  type: "string",
  placeholder: "Enter a message ID",
  comments: "The message_id of one email, to return it alone and with its content.",
  example: "de735c09069d3022497a4379c012ccd7ee48d916546c214ee36206109afd4222",
  clean: optionalText("Message ID"),
});

const emailsExample = {
  Emails: [
    {
      cc: [{ user_name: "sales@example.com", email: "sales@example.com" }],
      summary: "Hello Ada, please find the offer attached.",
      owner: user,
      read: true,
      subject: "The offer for the new office",
      sent: true,
      message_id: "de735c09069d3022497a4379c012ccd7ee48d916546c214ee36206109afd4222",
      source: "crm",
      linked_record: null,
      to: [{ user_name: "Ada Burns", email: "ada.burns@example.com" }],
      from: { user_name: "Patricia Boyle", email: "patricia.boyle@example.com" },
      has_attachment: false,
      time,
      status: [{ type: "sent" }],
    },
  ],
  info: { count: 1, next_index: null, prev_index: null, per_page: 10, more_records: false },
};

export const crmGetEmails = crmAction({
  label: "CRM - Get Emails",
  description:
    "Returns the emails of a record, ten at a time or all of them, or one of them with its content.",
  inputs: {
    recordType: viewableModule,
    recordId,
    emailType,
    ownerId,
    messageId,
    fetchAll,
    maxRecords,
    index: emailIndex,
  },
  call: getEmails,
  example: emailsExample,
});

const fromAddressesExample = {
  from_addresses: [
    {
      email: "patricia.boyle@example.com",
      type: "user",
      user_name: "Patricia Boyle",
      id: "5725767000000411001",
      default: true,
    },
  ],
};

export const crmGetFromAddresses = crmAction({
  label: "CRM - Get From Addresses",
  description: "Returns the addresses that the connected user may send emails from.",
  inputs: {},
  call: getFromAddresses,
  example: fromAddressesExample,
});

const emailSentExample = {
  data: [
    {
      code: "SUCCESS",
      details: { message_id: "de735c09069d3022497a4379c012ccd7ee48d916546c214ee36206109afd4222" },
      message: "Mail sent successfully",
      status: "success",
    },
  ],
};

export const crmSendEmail = crmAction({
  label: "CRM - Send Email",
  description:
    "Sends an email from a record, at once or at a time, with a template or attachments where there are some.",
  inputs: { recordType: viewableModule, recordId, ...emailInputs },
  call: sendEmail,
  writes: true,
  example: emailSentExample,
});
