import { input } from "@prismatic-io/spectral";
import { limitedText, optionalChoice, optionalText, textList } from "../../../inputs/cleaners";

/*
 * What an email is made of, whether it is sent, kept as a draft or came from elsewhere.
 */

/** Someone who sends or receives emails. */
export interface Mailbox {
  readonly user_name?: string;
  readonly email: string;
}

const MAX_MAILBOXES = 50;

const mailboxForm = /^(?:"?([^"<>]*?)"?\s*<)?\s*([^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+?)\s*>?$/;

/** An address, alone or after a name as in `Ada Burns <ada.burns@example.com>`. */
function mailbox(label: string, text: string): Mailbox {
  const [, name, email] = mailboxForm.exec(text) ?? [];
  if (email) return name ? { user_name: name, email } : { email };
  throw new Error(`${label}: expected an email address, got ${JSON.stringify(text)}.`);
}

/** An address; undefined when empty. */
export const optionalMailbox =
  (label: string) =>
  (value: unknown): Mailbox | undefined => {
    const text = optionalText(label)(value);
    return text === undefined ? undefined : mailbox(label, text);
  };

/** At most 50 addresses. */
const mailboxes =
  (label: string) =>
  (value: unknown): Mailbox[] => {
    const list = textList(label)(value).map((text) => mailbox(label, text));
    if (list.length <= MAX_MAILBOXES) return list;
    throw new Error(`${label}: expected at most ${MAX_MAILBOXES} addresses, got ${list.length}.`);
  };

/** One to 50 addresses. */
const someMailboxes = (label: string) => (value: unknown) => {
  const list = mailboxes(label)(value);
  if (list.length > 0) return list;
  throw new Error(`${label}: expected at least one address, got nothing.`);
};

/** An input of addresses. */
const recipients = (label: string, comments: string) => ({
  label,
  type: "string" as const,
  collection: "valuelist" as const,
  placeholder: "Enter an email address",
  comments: `${comments} A name may stand before the address, as in \`Ada Burns <ada.burns@example.com>\`. Maximum is 50.`,
  example: "Ada Burns <ada.burns@example.com>",
  clean: mailboxes(label),
});

export const from = input({
  label: "From",
  type: "string",
  required: true,
  dataSource: "selectFromAddress",
  placeholder: "Select an address",
  comments: "The address to send from, one of those that Get From Addresses lists.",
  example: "patricia.boyle@example.com",
  clean: (value: unknown) => mailbox("From", optionalText("From")(value) ?? ""),
});

export const to = input(recipients("To", "The addresses that the email goes to."));
export const someTo = input({ ...to, required: true, clean: someMailboxes("To") });
export const cc = input(recipients("CC", "The addresses that get a copy."));
export const bcc = input(recipients("BCC", "The addresses that get a copy unseen by the others."));

/** @param max characters that Zoho takes. */
export const subjectOf = (max: number) =>
  input({
    label: "Subject",
    type: "string",
    placeholder: "Enter a subject",
    comments: `The subject of the email. Maximum is ${max.toLocaleString("en-US")} characters.`,
    example: "The offer for the new office",
    clean: limitedText("Subject", max),
  });

export const content = input({
  label: "Content",
  type: "text",
  placeholder: "Enter a text",
  comments: "The text of the email, in HTML.",
  example: "<p>Hello Ada,</p><p>please find the offer attached.</p>",
  clean: optionalText("Content"),
});

export const mailFormat = input({
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
