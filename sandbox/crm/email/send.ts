import { createHash } from "node:crypto";
import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import { type Failure, failure, refusal } from "../answers";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import type { RecordCall } from "../records/parent";
import { formats } from "../records/values/formats";
import { failed, resultsAnswer } from "../records/write/results";
import { fromAddressesOf } from "./fromAddresses";
import type { Mailbox, SentEmail } from "./sentEmail";

type Input = Record<string, unknown>;

/** `POST …/actions/send_mail`: one email, from an address that the caller may use. */
export function sendMail(call: RecordCall): Answer {
  if (!isObject(call.request.body)) return refusals.crm.body;
  const [input] = objectsOf(call.request.body.data);
  if (!input) return refusal(missing("data", "$.data"));
  const { organization, record, version } = call;
  const problem = refused(organization, input);
  if (problem) return resultsAnswer([failed(problem)], 200, version);
  const id = createHash("sha256").update(`${record.id}:${organization.emails.length}`).digest("hex");
  organization.emails.push({ id, recordId: record.id, ...contentOf(organization, input) });
  const details = { message_id: id };
  return resultsAnswer(
    [{ code: "SUCCESS", details, message: "Mail sent successfully", status: "success" }],
    200,
    version,
  );
}

const at = (name: string) => `$.data[0].${name}`;
const missing = (name: string, path = at(name)): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: path });
const invalid = (name: string, path: string, more: Input = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { ...more, api_name: name, json_path: path });

const maxLengths = { subject: 1_000, content: 100_000 };
const maxMailboxes = 50;

/** What is wrong with an email; the first thing that is found. */
function refused(organization: CrmOrganization, input: Input): Failure | undefined {
  if (!isObject(input.from)) return missing("from");
  const { email } = input.from;
  if (!email) return missing("email", at("from.email"));
  if (!fromAddressesOf(organization).some((address) => address.email === email))
    return invalid("email", at("from.email"));
  if (!Array.isArray(input.to) || input.to.length === 0) return missing("to");
  for (const name of ["to", "cc", "bcc"]) {
    const mailboxes = objectsOf(input[name]);
    if (mailboxes.length > maxMailboxes) return invalid(name, at(name), { maximum_length: maxMailboxes });
    const wrong = mailboxes.findIndex((mailbox) => !formats.isEmail(textOf(mailbox.email) ?? ""));
    if (wrong >= 0) return invalid("email", `${at(name)}[${wrong}].email`);
  }
  for (const [name, length] of Object.entries(maxLengths)) {
    if ((textOf(input[name]) ?? "").length > length)
      return invalid(name, at(name), { maximum_length: length });
  }
  // The organisation has no email templates, so no id of one is known.
  if (input.template !== undefined) return invalid("id", at("template.id"));
  const lost = objectsOf(input.attachments).findIndex(({ id }) => !organization.files.get(String(id)));
  return lost >= 0 ? invalid("id", `${at("attachments")}[${lost}].id`) : undefined;
}

function contentOf(organization: CrmOrganization, input: Input): Omit<SentEmail, "id" | "recordId"> {
  const scheduled = formats.moment(textOf(input.scheduled_time) ?? "");
  const cc = mailboxesOf(input.cc);
  return {
    from: mailboxesOf([input.from])[0] ?? { email: "" },
    to: mailboxesOf(input.to),
    cc: cc.length > 0 ? cc : null,
    subject: textOf(input.subject) ?? "",
    content: textOf(input.content) ?? "",
    format: input.mail_format === "text" ? "text" : "html",
    time: scheduled === undefined ? organization.now() : organization.timeText(scheduled),
    scheduled: scheduled !== undefined,
    attachments: objectsOf(input.attachments).map(({ id }) => String(id)),
  };
}

const mailboxesOf = (value: unknown): Mailbox[] =>
  objectsOf(value).map(({ user_name, email }) => ({
    user_name: textOf(user_name) ?? String(email),
    email: String(email),
  }));
