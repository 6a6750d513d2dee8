import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { aFile, crmAction } from "../../../define";
import {
  chosen,
  flag,
  limitedText,
  objectList,
  optionalChoice,
  optionalId,
  required,
  textList,
} from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { ownRecordId } from "../../../inputs/records";
import { isObject } from "../../../zoho/core/json";
import { downloadMailMerge, type Signer, sendMailMerge, signMailMerge } from "../../../zoho/crm/mailMerge";
import { from, optionalMailbox, subjectOf } from "./inputs";

const merged = {
  recordType: viewableModule,
  recordId: ownRecordId,
  templateName: input({
    label: "Template Name",
    type: "string",
    placeholder: "Enter a template name",
    comments:
      "The name of the mail merge template. Maximum is 255 characters. Leave empty with a Template ID.",
    example: "Offer Letter",
    clean: limitedText("Template Name", 255),
  }),
  templateId: input({
    label: "Template ID",
    type: "string",
    placeholder: "Enter a template ID",
    comments: "The unique identifier of the mail merge template, instead of its name.",
    example: "5725767000000091082",
    clean: optionalId("Template ID"),
  }),
};

const mergeField = /^\$\{[^{}]+\}$/;

/** An email address, or a merge field that holds one; undefined when empty. */
const optionalRecipient =
  (label: string) =>
  (value: unknown): string | undefined => {
    const text = limitedText(label, 255)(value);
    return text !== undefined && mergeField.test(text) ? text : optionalMailbox(label)(text)?.email;
  };

const recipients = (label: string, comments: string) =>
  input({
    label,
    type: "string",
    collection: "valuelist",
    placeholder: "Enter an email address",
    comments,
    example: "ada.burns@example.com",
    clean: (value: unknown) =>
      textList(label)(value)
        .map(optionalRecipient(label))
        .filter((each) => each !== undefined),
  });

const attachmentTypes = [
  { label: "Text of the Email", value: "inline" },
  { label: "Attached File", value: "attachment" },
];

const emailInputs = {
  from: input({
    ...from,
    required: false,
    comments:
      "The address to send from, one of those that Get From Addresses lists. Zoho chooses one when this is empty.",
    clean: (value: unknown) => optionalMailbox("From")(value)?.email,
  }),
  to: recipients(
    "To",
    "The addresses that the email goes to. Leave empty for those that are saved with the template.",
  ),
  subject: subjectOf(255),
  message: input({
    label: "Message",
    type: "text",
    placeholder: "Enter a text",
    comments: "The text of the email. Maximum is 100,000 characters.",
    example: "Please find the offer attached.",
    clean: limitedText("Message", 100_000),
  }),
  recipients: structuredObjectInput({
    label: "Further Recipients",
    comments: "Who else gets the email.",
    inputs: {
      cc: recipients(
        "CC",
        `The addresses that get a copy, or merge fields that hold them, such as \`\${!Leads.Secondary_Email}\`.`,
      ),
      bcc: recipients(
        "BCC",
        "The addresses that get a copy unseen by the others, or merge fields that hold them.",
      ),
    },
  }),
  attachment: structuredObjectInput({
    label: "Attachment",
    comments: "How the email holds the document.",
    inputs: {
      attachmentType: input({
        label: "Attachment Type",
        type: "string",
        model: attachmentTypes,
        comments: "Whether the document is the text of the email or a file beside it.",
        example: "attachment",
        clean: optionalChoice("Attachment Type", ["inline", "attachment"]),
      }),
      attachmentName: input({
        label: "Attachment Name",
        type: "string",
        placeholder: "Enter a file name",
        comments: "The name of the attached file. Maximum is 255 characters.",
        example: "Offer for Zylker",
        clean: limitedText("Attachment Name", 255),
      }),
    },
  }),
};

const reportLink = "https://writer.zoho.com/writer/v1/mailmerge/job/4791a19ea20e60e4a17c03f3b5feb149ef2caa18";

export const crmSendMailMerge = crmAction({
  label: "CRM - Send Mail Merge",
  description:
    "Sends by email the document that a mail merge template makes of a record. The connection needs the scopes ZohoWriter.documentEditor.ALL and ZohoWriter.merge.ALL besides its default ones.",
  inputs: { ...merged, ...emailInputs },
  call: sendMailMerge,
  writes: true,
  example: {
    send_mail_merge: [
      {
        code: "SUCCESS",
        details: { report_link: reportLink },
        message: "send mail merge action initiated successfully",
        status: "success",
      },
    ],
  },
});

const documentName = (comments: string) => ({
  label: "File Name",
  type: "string" as const,
  placeholder: "Enter a file name",
  comments: `${comments} Maximum is 255 characters.`,
  example: "Contract of Zylker",
  clean: limitedText("File Name", 255),
});

const signersOf = (value: unknown): Signer[] =>
  objectList("Signers")(value).map((signer, index) => {
    const at = (name: string) => `Signers, item ${index + 1}, ${name}`;
    const { recipient: to } = signer;
    return {
      name: required(
        at("name"),
        "a value",
        limitedText(at("name"), 255),
      )(signer.name ?? signer.recipient_name),
      recipient: required(
        at("recipient"),
        "an email address or a merge field",
        optionalRecipient(at("recipient")),
      )(isObject(to) ? to.value : to),
      action: chosen(at("action"), ["sign", "approve"], "sign")(signer.action ?? signer.action_type),
    };
  });

export const crmSignMailMerge = crmAction({
  label: "CRM - Sign Mail Merge",
  description:
    "Sends the document that a mail merge template makes of a record to those who sign or approve it, by Zoho Sign. The connection needs the scopes ZohoWriter.documentEditor.ALL, ZohoWriter.merge.ALL and ZohoSign.documents.ALL besides its default ones, and Merge and Sign has to be opened in Zoho Writer once before.",
  inputs: {
    ...merged,
    fileName: input({
      ...documentName("The name of the document that is signed."),
      required: true,
      clean: required("File Name", "a value", limitedText("File Name", 255)),
    }),
    signers: input({
      label: "Signers",
      type: "code",
      language: "json",
      comments: `A list of those who sign or approve as JSON objects of name, recipient and action. The recipient is an email address, or a merge field that holds one, as in \`[{ "name": "Ada Burns", "recipient": "\${!Leads.Email}" }]\`. The action is sign, the default, or approve. Leave empty for those that are saved with the template.`,
      example:
        '[{ "name": "Ada Burns", "recipient": "ada.burns@example.com", "action": "sign" }, { "name": "Patricia Boyle", "recipient": "patricia.boyle@example.com", "action": "approve" }]',
      clean: signersOf,
    }),
    signInOrder: input({
      label: "Sign in Order",
      type: "boolean",
      default: "false",
      comments:
        "When true, the document is approved first, and signed then. When false, it goes to all at the same time.",
      clean: flag("Sign in Order"),
    }),
  },
  call: signMailMerge,
  writes: true,
  example: {
    sign_mail_merge: [
      {
        code: "SUCCESS",
        details: { sign_resource_id: "112953000000044001", report_link: reportLink },
        message: "send mail merge action initiated successfully",
        status: "success",
      },
    ],
  },
});

export const crmDownloadMailMerge = crmAction({
  label: "CRM - Download Mail Merge",
  description:
    "Returns as a file the document that a mail merge template makes of a record. The connection needs the scopes ZohoWriter.documentEditor.ALL and ZohoWriter.merge.ALL besides its default ones.",
  inputs: {
    ...merged,
    outputFormat: input({
      label: "Output Format",
      type: "string",
      default: "pdf",
      model: [
        { label: "PDF", value: "pdf" },
        { label: "Word (DOCX)", value: "docx" },
        { label: "HTML", value: "html" },
      ],
      comments: "The format of the document.",
      clean: chosen("Output Format", ["pdf", "docx", "html"], "pdf"),
    }),
    fileName: input(documentName("The name that Zoho gives the file, without its extension.")),
    password: input({
      label: "Password",
      type: "password",
      comments: "The password that opens the document, for the output format PDF alone.",
      example: "Spring-2026-offer",
      clean: limitedText("Password", 255),
    }),
  },
  call: downloadMailMerge,
  example: aFile,
});
