import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { aFile, booksAction } from "../../define";
import { queryParams, recordId, recordType } from "../../inputs/books";
import { flag, optionalText, requiredText, textList } from "../../inputs/cleaners";
import { file as anyFile, fileName } from "../../inputs/files";
import { numberedPaging } from "../../inputs/paging";
import { dynamicValues as anyDynamicValues } from "../../inputs/records";
import {
  addAttachment,
  addComment,
  downloadAttachment,
  downloadPdf,
  emailRecord,
  getComments,
} from "../../zoho/books/documents";
import { type RecordType, recordTypes, type Verb, verbsOf } from "../../zoho/books/recordTypes";

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

const emailInputs = {
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
};

const sendFromOrganization = input({
  label: "Send From Organization",
  type: "boolean",
  default: "false",
  comments: "When true, the email comes from the organization's address instead of the user's.",
  clean: flag("Send From Organization"),
});

const emailValues = input({
  ...anyDynamicValues,
  comments: "An object of further fields of Zoho's for the email.",
  example: '{ "from_address_id": "2000000011993", "bcc_mail_ids": ["archive@example.com"] }',
});

const emailOptions = structuredObjectInput({
  label: "Additional Options",
  comments: "The sender of the email, and further fields and parameters of Zoho's for it.",
  inputs: {
    sendFromOrganization,
    dynamicValues: emailValues,
    queryParams: input({ ...queryParams, example: "send_customer_statement: true" }),
  },
});

const file = input({
  ...anyFile,
  required: true,
  comments: "The file to attach: a file from an earlier step, or text. Maximum is 10 MB.",
});

const canSendInMail = input({
  label: "Can Send In Mail",
  type: "boolean",
  default: "false",
  comments: "When true, the file goes along when the record is emailed.",
  clean: flag("Can Send In Mail"),
});

const comment = input({
  label: "Comment",
  type: "text",
  required: true,
  placeholder: "Enter a comment",
  comments: "The text of the comment.",
  example: "Called the customer about the due date.",
  clean: requiredText("Comment"),
});

const showToClients = input({
  label: "Show To Clients",
  type: "boolean",
  default: "false",
  comments: "When true, customers see the comment in their portal.",
  clean: flag("Show To Clients"),
});

const emailableType = recordType(
  "The type of the record: one of those that Zoho emails.",
  ({ emails }) => emails === true,
);

const printableType = recordType(
  "The type of the record: one of those that Zoho prints.",
  ({ prints }) => prints === true,
);

const attachableType = recordType(
  "The type of the record: one of those that take an attachment.",
  ({ file }) => file?.can.includes("create") === true,
);

const attachedType = recordType(
  "The type of the record: one of those whose attachment can be downloaded.",
  ({ file }) => file?.can.includes("get") === true,
);

const hasComments = (verb: Verb) => (type: RecordType) => {
  const comments = recordTypes().get(`${type.key}/comments`);
  return comments !== undefined && verbsOf(comments).includes(verb);
};

const commentedType = recordType(
  "The type of the record: one of those whose comments can be listed.",
  hasComments("list"),
);

const commentableType = recordType(
  "The type of the record: one of those that take comments.",
  hasComments("create"),
);

const attachedExample = {
  code: 0,
  message: "Your file has been successfully attached to the invoice.",
};

export const booksAddAttachment = booksAction({
  label: "Books - Add Attachment",
  description: "Attaches a file to a record; to an expense, as its receipt.",
  inputs: { recordType: attachableType, recordId, file, fileName, canSendInMail },
  call: addAttachment,
  writes: true,
  example: attachedExample,
});

const exampleComment = {
  comment_id: "982000000567019",
  description: "Called the customer about the due date.",
  invoice_id: "982000000567114",
  invoice_number: "INV-00003",
  transaction_id: "",
  commented_by_id: "982000000554041",
  commented_by: "John David",
  comment_type: "internal",
  operation_type: "Added",
  created_time: "2026-03-01T02:38:00-0800",
  last_modified_time: "2026-03-01T02:38:00-0800",
  date: "2026-03-01",
  time: "2:38 AM",
};

export const booksAddComment = booksAction({
  label: "Books - Add Comment",
  description: "Adds a comment to a record.",
  inputs: { recordType: commentableType, recordId, comment, showToClients },
  call: addComment,
  writes: true,
  example: {
    code: 0,
    message: "Comments added.",
    comment: { ...exampleComment, show_comment_to_clients: "true" },
  },
});

export const booksDownloadAttachment = booksAction({
  label: "Books - Download Attachment",
  description: "Downloads the file that is attached to a record; of an expense, its receipt.",
  inputs: { recordType: attachedType, recordId },
  call: downloadAttachment,
  example: aFile,
});

export const booksDownloadPdf = booksAction({
  label: "Books - Download PDF",
  description: "Downloads a record as PDF, as its template prints it.",
  inputs: { recordType: printableType, recordId },
  call: downloadPdf,
  example: aFile,
});

const emailedExample = { code: 0, message: "Your invoice has been sent.", is_first_email: true };

export const booksEmailRecord = booksAction({
  label: "Books - Email Record",
  description: "Sends a record by email, such as an invoice, an estimate (quote) or a purchase order.",
  inputs: { recordType: emailableType, recordId, ...emailInputs, options: emailOptions },
  call: emailRecord,
  writes: true,
  example: emailedExample,
});

export const booksGetComments = booksAction({
  label: "Books - Get Comments",
  description: "Returns the comments on a record and its history.",
  inputs: { recordType: commentedType, recordId, ...numberedPaging },
  call: getComments,
  example: { code: 0, message: "success", comments: [exampleComment] },
});
