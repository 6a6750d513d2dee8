import { attachmentTitle, attachmentUrl } from "../files";
import { emailIndex, emailInputs, emailType } from "./email";
import { attachmentId, photo } from "./files";
import { noteContent, noteId, noteTitle } from "./notes";
import { linkedIds, linkedRecords, relatedList, unlinkedIds } from "./related";
import { colorCode, tagName, tags } from "./tags";

/** What an input makes of a value; throws where it refuses it. */
type Clean = { clean?: (value: unknown) => unknown };
const clean = (input: Clean, value: unknown): unknown => input.clean?.(value);

describe("inputs are cleaned", () => {
  test.each<[string, Clean, unknown, unknown]>([
    ["an address", emailInputs.from, "ada@example.com", { email: "ada@example.com" }],
    [
      "an address with a name",
      emailInputs.from,
      "Ada Burns <ada@example.com>",
      { user_name: "Ada Burns", email: "ada@example.com" },
    ],
    [
      "a name in quotes",
      emailInputs.replyTo,
      '"Burns, Ada" <ada@example.com>',
      { user_name: "Burns, Ada", email: "ada@example.com" },
    ],
    [
      "addresses in one text",
      emailInputs.cc,
      "a@example.com, b@example.com",
      [{ email: "a@example.com" }, { email: "b@example.com" }],
    ],
    ["no addresses", emailInputs.bcc, undefined, []],
    ["a time", emailInputs.scheduledTime, "2026-03-01T09:00:00+01:00", "2026-03-01T08:00:00+00:00"],
    ["a type of emails", emailType, "drafts", "drafts"],
    ["nothing", emailIndex, "", undefined],
    ["tags, each once", tags, ["hot", "new", "hot"], ["hot", "new"]],
    ["a colour", colorCode, "#F17574", "#F17574"],
    ["ids of related records", linkedIds, undefined, []],
    ["related records of an earlier step", linkedRecords, { data: [{ id: "1" }] }, [{ id: "1" }]],
    ["a note", noteTitle, " First call ", "First call"],
    ["a link", attachmentUrl, "https://example.com/a b", "https://example.com/a b"],
    [
      "a file of an earlier step",
      photo,
      { data: Buffer.from("x"), contentType: "image/png" },
      { data: Buffer.from("x"), contentType: "image/png" },
    ],
  ])("%s", (_, input, value, cleaned) => {
    expect(clean(input, value)).toEqual(cleaned);
  });
});

describe("inputs are refused by name, before anything is sent", () => {
  test.each<[string, Clean, unknown, RegExp]>([
    ["no sender", emailInputs.from, undefined, /^From: expected an email address/],
    ["no recipient", emailInputs.to, [], /^To: expected at least one address/],
    ["no address", emailInputs.to, ["ada"], /^To: expected an email address, got "ada"\.$/],
    [
      "two addresses as one",
      emailInputs.replyTo,
      "a@example.com;b@example.com",
      /^Reply To: expected an email/,
    ],
    ["too many recipients", emailInputs.cc, Array(51).fill("a@example.com"), /^CC: expected at most 50/],
    [
      "a long subject",
      emailInputs.subject,
      "x".repeat(1001),
      /^Subject: expected at most 1000 characters, got 1001\.$/,
    ],
    [
      "too many files",
      emailInputs.attachmentIds,
      Array(11).fill("1"),
      /^Attachment IDs: expected at most 10/,
    ],
    ["an unknown type", emailType, "all", /^Email Type: expected one of sent_from_crm/],
    ["no tags", tags, [], /^Tags: expected at least one name/],
    ["a long tag", tags, ["x".repeat(26)], /^Tags: expected at most 25 characters/],
    ["a long name", tagName, "x".repeat(26), /^Tag Name: expected at most 25 characters/],
    ["no colour", colorCode, "red", /^Color Code: expected # and six/],
    ["a path for a list", relatedList, "../Leads", /^Related List: expected an API name/],
    ["no records", unlinkedIds, "", /^Related Record IDs: expected at least one id/],
    ["no id of a related record", linkedIds, ["Ada"], /^Related Record IDs: expected each to be an id/],
    ["a long title", noteTitle, "x".repeat(121), /^Note Title: expected at most 120 characters/],
    ["a long note", noteContent, "x".repeat(65_536), /^Note Content: expected at most 65535 characters/],
    ["no note", noteId, undefined, /^Note ID: expected an id/],
    ["no URL", attachmentUrl, "javascript:alert(1)", /^Attachment URL: expected a URL/],
    ["a long URL title", attachmentTitle, "x".repeat(256), /^Link Title: expected at most 255/],
    ["no attachment", attachmentId, "../1", /^Attachment ID: expected an id/],
    ["no file", photo, undefined, /^File: expected a file from an earlier step/],
  ])("%s", (_, input, value, message) => {
    expect(() => clean(input, value)).toThrow(message);
  });
});
