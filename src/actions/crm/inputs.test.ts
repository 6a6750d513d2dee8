import { crmAddAttachment, crmDownloadAttachment } from "./attachments";
import { crmCompositeRequest } from "./composite";
import { crmDownloadMailMerge, crmSendMailMerge, crmSignMailMerge } from "./email/mailMerge";
import { crmGetEmails, crmSendEmail } from "./email/send";
import { crmUploadPhoto } from "./files";
import { crmConvertInventoryRecord } from "./inventory";
import { crmConvertLead } from "./leads";
import { crmCreateNote, crmUpdateNote } from "./notes";
import { crmChangeOwner, crmMassUpdateRecords } from "./records/mass";
import { crmGetRelatedRecords, crmLinkRelatedRecords, crmUnlinkRelatedRecords } from "./related";
import { crmLockRecord } from "./sharing";
import { crmAddTags, crmCreateTag } from "./tags";

/** What an input makes of a value; throws where it refuses it. */
type Clean = { clean?: (value: unknown) => unknown };
const clean = (input: Clean, value: unknown): unknown => input.clean?.(value);

describe("inputs are cleaned", () => {
  test.each<[string, Clean, unknown, unknown]>([
    ["an address", crmSendEmail.inputs.from, "ada@example.com", { email: "ada@example.com" }],
    [
      "an address with a name",
      crmSendEmail.inputs.from,
      "Ada Burns <ada@example.com>",
      { user_name: "Ada Burns", email: "ada@example.com" },
    ],
    [
      "a name in quotes",
      crmSendEmail.inputs.recipients.inputs.replyTo,
      '"Burns, Ada" <ada@example.com>',
      { user_name: "Burns, Ada", email: "ada@example.com" },
    ],
    [
      "addresses in one text",
      crmSendEmail.inputs.recipients.inputs.cc,
      "a@example.com, b@example.com",
      [{ email: "a@example.com" }, { email: "b@example.com" }],
    ],
    ["no addresses", crmSendEmail.inputs.recipients.inputs.bcc, undefined, []],
    [
      "a time",
      crmSendEmail.inputs.options.inputs.scheduledTime,
      "2026-03-01T09:00:00+01:00",
      "2026-03-01T08:00:00+00:00",
    ],
    ["a type of emails", crmGetEmails.inputs.emailType, "drafts", "drafts"],
    ["a sender with a name", crmSendMailMerge.inputs.from, "Ada Burns <ada@example.com>", "ada@example.com"],
    [
      "addresses and merge fields",
      crmSendMailMerge.inputs.recipients.inputs.cc,
      `Ada <a@example.com>, \${!Leads.Email}`,
      ["a@example.com", `\${!Leads.Email}`],
    ],
    [
      "signers, in Zoho's words too",
      crmSignMailMerge.inputs.signers,
      [
        { name: "Ada", recipient: `\${!Leads.Email}` },
        {
          recipient_name: "Bo",
          action_type: "approve",
          recipient: { type: "email", value: "b@example.com" },
        },
      ],
      [
        { name: "Ada", action: "sign", recipient: `\${!Leads.Email}` },
        { name: "Bo", action: "approve", recipient: "b@example.com" },
      ],
    ],
    ["no signers", crmSignMailMerge.inputs.signers, "", []],
    ["no format", crmDownloadMailMerge.inputs.outputFormat, undefined, "pdf"],
    ["nothing", crmGetEmails.inputs.index, "", undefined],
    ["tags, each once", crmAddTags.inputs.tags, ["hot", "new", "hot"], ["hot", "new"]],
    ["a color", crmCreateTag.inputs.colorCode, "#F17574", "#F17574"],
    ["ids of related records", crmLinkRelatedRecords.inputs.recordIds, undefined, []],
    [
      "related records of an earlier step",
      crmLinkRelatedRecords.inputs.records,
      { data: [{ id: "1" }] },
      [{ id: "1" }],
    ],
    ["a note", crmCreateNote.inputs.noteTitle, " First call ", "First call"],
    ["a link", crmAddAttachment.inputs.attachmentUrl, "https://example.com/a b", "https://example.com/a b"],
    [
      "a file of an earlier step",
      crmUploadPhoto.inputs.file,
      { data: Buffer.from("x"), contentType: "image/png" },
      { data: Buffer.from("x"), contentType: "image/png" },
    ],
  ])("%s", (_, input, value, cleaned) => {
    expect(clean(input, value)).toEqual(cleaned);
  });
});

describe("inputs are refused by name, before anything is sent", () => {
  test.each<[string, Clean, unknown, RegExp]>([
    [
      "a subject that is too long",
      crmSendMailMerge.inputs.subject,
      "x".repeat(256),
      /at most 255 characters/,
    ],
    ["half a merge field", crmSendMailMerge.inputs.to, [`\${!Leads.Email`], /^To: expected an email address/],
    [
      "an ID that has lost its digits",
      crmSendMailMerge.inputs.templateId,
      Number("5725767000000091082"),
      /^Template ID: expected .*as text/,
    ],
    ["no name of a document", crmSignMailMerge.inputs.fileName, " ", /^File Name: expected a value/],
    ["a list of texts", crmSignMailMerge.inputs.signers, '["ada@example.com"]', /^Signers, item 1: expected/],
    [
      "a signer without a name",
      crmSignMailMerge.inputs.signers,
      [{ recipient: "ada@example.com" }],
      /^Signers, item 1, name: expected a value/,
    ],
    [
      "a signer without an address",
      crmSignMailMerge.inputs.signers,
      [{ name: "Ada" }],
      /^Signers, item 1, recipient: expected an email address or a merge field, got nothing/,
    ],
    [
      "a signer who does something else",
      crmSignMailMerge.inputs.signers,
      [{ name: "Ada", recipient: "ada@example.com", action: "read" }],
      /^Signers, item 1, action: expected one of sign, approve/,
    ],
    ["another format", crmDownloadMailMerge.inputs.outputFormat, "odt", /^Output Format: expected one of/],
    ["no sender", crmSendEmail.inputs.from, undefined, /^From: expected an email address/],
    ["no recipient", crmSendEmail.inputs.to, [], /^To: expected at least one address/],
    ["no address", crmSendEmail.inputs.to, ["ada"], /^To: expected an email address, got "ada"\.$/],
    [
      "two addresses as one",
      crmSendEmail.inputs.recipients.inputs.replyTo,
      "a@example.com;b@example.com",
      /^Reply To: expected an email/,
    ],
    [
      "too many recipients",
      crmSendEmail.inputs.recipients.inputs.cc,
      Array(51).fill("a@example.com"),
      /^CC: expected at most 50/,
    ],
    [
      "a long subject",
      crmSendEmail.inputs.subject,
      "x".repeat(1001),
      /^Subject: expected at most 1000 characters, got 1001\.$/,
    ],
    [
      "too many files",
      crmSendEmail.inputs.attachmentIds,
      Array(11).fill("1"),
      /^Attachment IDs: expected at most 10/,
    ],
    ["an unknown type", crmGetEmails.inputs.emailType, "all", /^Email Type: expected one of sent_from_crm/],
    ["no tags", crmAddTags.inputs.tags, [], /^Tags: expected at least one name/],
    ["a long tag", crmAddTags.inputs.tags, ["x".repeat(26)], /^Tags: expected at most 25 characters/],
    ["a long name", crmCreateTag.inputs.tagName, "x".repeat(26), /^Tag Name: expected at most 25 characters/],
    ["no color", crmCreateTag.inputs.colorCode, "red", /^Color Code: expected # and six/],
    [
      "a path for a list",
      crmGetRelatedRecords.inputs.relatedList,
      "../Leads",
      /^Related List: expected an API name/,
    ],
    [
      "no records",
      crmUnlinkRelatedRecords.inputs.recordIds,
      "",
      /^Related Record IDs: expected at least one id/,
    ],
    [
      "no id of a related record",
      crmLinkRelatedRecords.inputs.recordIds,
      ["Ada"],
      /^Related Record IDs: expected each to be an id/,
    ],
    [
      "a long title",
      crmCreateNote.inputs.noteTitle,
      "x".repeat(121),
      /^Note Title: expected at most 120 characters/,
    ],
    [
      "a long note",
      crmCreateNote.inputs.noteContent,
      "x".repeat(65_536),
      /^Note Content: expected at most 65535 characters/,
    ],
    ["no note", crmUpdateNote.inputs.noteId, undefined, /^Note ID: expected an id/],
    [
      "no URL",
      crmAddAttachment.inputs.attachmentUrl,
      "javascript:alert(1)",
      /^Attachment URL: expected a URL/,
    ],
    [
      "a long URL title",
      crmAddAttachment.inputs.attachmentTitle,
      "x".repeat(256),
      /^Link Title: expected at most 255/,
    ],
    ["no attachment", crmDownloadAttachment.inputs.attachmentId, "../1", /^Attachment ID: expected an id/],
    ["no file", crmUploadPhoto.inputs.file, undefined, /^File: expected a file from an earlier step/],
  ])("%s", (_, input, value, message) => {
    expect(() => clean(input, value)).toThrow(message);
  });
});

test("ids of a conversion come plainly or as objects", () => {
  expect([
    crmConvertLead.inputs.target.inputs.accountId.clean("12"),
    crmConvertLead.inputs.target.inputs.accountId.clean({ id: "12", name: "A" }),
    crmConvertLead.inputs.target.inputs.accountId.clean(""),
  ]).toEqual(["12", "12", undefined]);
  expect(() => crmConvertLead.inputs.target.inputs.accountId.clean({ name: "A" })).toThrow(/Account ID/);
  expect(() => crmConvertLead.inputs.target.inputs.accountId.clean("x")).toThrow(/Account ID/);
  expect(() => crmConvertLead.inputs.recordId.clean(undefined)).toThrow(/Record ID/);
  expect(crmConvertLead.inputs.options.inputs.carryOverTags.clean(["Contacts", "Deals"])).toEqual([
    "Contacts",
    "Deals",
  ]);
  expect(() => crmConvertLead.inputs.options.inputs.carryOverTags.clean(["Leads"])).toThrow(
    /Carry Over Tags/,
  );
  expect(() => crmConvertInventoryRecord.inputs.convertTo.clean("Quotes")).toThrow(/Convert To/);
  expect(() => crmConvertInventoryRecord.inputs.convertTo.clean("")).toThrow(/Convert To: expected one of/);
});

test("bounds are kept before anything is sent", () => {
  expect([
    crmMassUpdateRecords.inputs.job.inputs.waitSeconds.clean("0"),
    crmMassUpdateRecords.inputs.job.inputs.waitSeconds.clean("840"),
    crmMassUpdateRecords.inputs.job.inputs.waitSeconds.clean(""),
  ]).toEqual([0, 840, undefined]);
  expect(() => crmMassUpdateRecords.inputs.job.inputs.waitSeconds.clean("841")).toThrow(/from 0 to 840/);
  expect(() => crmChangeOwner.inputs.relatedModules.clean(["Notes"])).toThrow(/Related Modules/);
  expect(() => crmLockRecord.inputs.lockReason.clean("x".repeat(3001))).toThrow(/3,000 characters/);
});

test("parts may bear Zoho's own names", () => {
  expect(
    crmCompositeRequest.inputs.parts.clean(
      '[{ "sub_request_id": "a", "uri": "/crm/v8/Leads", "params": { "fields": "id" } }]',
    ),
  ).toEqual([
    {
      id: "a",
      method: "GET",
      path: "/crm/v8/Leads",
      params: { fields: "id" },
      headers: undefined,
      body: undefined,
    },
  ]);
  expect(() => crmCompositeRequest.inputs.parts.clean([{ id: "a" }])).toThrow(/Parts, item 1, path/);
});
