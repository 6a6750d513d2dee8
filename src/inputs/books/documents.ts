import { input } from "@prismatic-io/spectral";
import { flag, optionalText, requiredText, textList } from "../cleaners";
import { file as anyFile } from "../files";
import { dynamicValues as anyDynamicValues } from "../records";

const addresses = (label: string, comments: string) => ({
  label,
  type: "string" as const,
  collection: "valuelist" as const,
  placeholder: "Enter an email address",
  comments,
  example: "ada.burns@example.com",
  clean: (value: unknown) => {
    const list = textList(label)(value);
    const wrong = list.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
    if (wrong) throw new Error(`${label}: expected email addresses, got ${JSON.stringify(wrong)}.`);
    return list;
  },
});

export const emailInputs = {
  to: input({ ...addresses("To", "The addresses to send the email to."), required: true }),
  cc: input(addresses("CC", "The addresses that get a copy.")),
  subject: input({
    label: "Subject",
    type: "string",
    placeholder: "Enter a subject",
    comments:
      "The subject of the email. Some record types take Zoho's own when it is empty; others need one.",
    example: "Invoice INV-00003 from Zillium Inc",
    clean: optionalText("Subject"),
  }),
  body: input({
    label: "Body",
    type: "text",
    placeholder: "Enter a text",
    comments:
      "The text of the email, as HTML. Some record types take Zoho's own when it is empty; others need one.",
    example: "Dear customer,<br>thanks for the business.",
    clean: optionalText("Body"),
  }),
  sendFromOrganization: input({
    label: "Send From Organization",
    type: "boolean",
    default: "false",
    comments: "When true, the email comes from the organisation's address instead of the user's.",
    clean: flag("Send From Organization"),
  }),
};

export const emailValues = input({
  ...anyDynamicValues,
  comments: "An object of further fields of Zoho's for the email.",
  example: '{ "from_address_id": "2000000011993", "bcc_mail_ids": ["archive@example.com"] }',
});

export const file = input({
  ...anyFile,
  required: true,
  comments: "The file to attach: a file from an earlier step, or text. Maximum is 10 MB.",
});

export const canSendInMail = input({
  label: "Can Send In Mail",
  type: "boolean",
  default: "false",
  comments: "When true, the file goes along when the record is emailed.",
  clean: flag("Can Send In Mail"),
});

export const comment = input({
  label: "Comment",
  type: "text",
  required: true,
  placeholder: "Enter a comment",
  comments: "The text of the comment.",
  example: "Called the customer about the due date.",
  clean: requiredText("Comment"),
});

export const showToClients = input({
  label: "Show To Clients",
  type: "boolean",
  default: "false",
  comments: "When true, customers see the comment in their portal.",
  clean: flag("Show To Clients"),
});
