import { createHash } from "node:crypto";
import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, noContent, ok, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { numberedPage } from "../records/params";
import { ofRecord, type RecordCall } from "../records/parent";
import { formats } from "../records/values/formats";
import { failed, itemsAnswer } from "../records/write/results";
import { fromAddressesOf } from "./fromAddresses";
import type { Mailbox } from "./sentEmail";

type Values = Readonly<Record<string, unknown>>;
type Draft = Values & { id: string; record: string };

const key = "__email_drafts";
/** How many drafts a record has at most. */
const most = 100;

const draftsOf = perOrganization((): Draft[] => []);

const mailboxes = (value: unknown): Mailbox[] =>
  objectsOf(value).map(({ user_name, email }) => ({
    user_name: textOf(user_name) ?? String(email),
    email: String(email),
  }));

const notAllowedFrom =
  "Email can't be saved as draft using this from address.Kindly check the allowed from address list";

/** What is wrong with a draft: it may lack everything but who sends it. */
function wrong({ organization }: RecordCall, values: Values, path: string): Failure | undefined {
  const at = (name: string) => ({ api_name: name.split(".").at(-1), json_path: `${path}.${name}` });
  const from = textOf(values.from);
  if (!from) return failure("MANDATORY_NOT_FOUND", "required field not found", at("from"));
  if (!fromAddressesOf(organization).some(({ email }) => email === from))
    return formats.isEmail(from)
      ? failure("INVALID_DATA", notAllowedFrom, { api_name: "from" })
      : failure("INVALID_DATA", "invalid email", at("from"));
  if (typeof values.rich_text !== "boolean")
    return failure("MANDATORY_NOT_FOUND", "required field not found", at("rich_text"));
  for (const name of ["to", "cc", "bcc"]) {
    const bad = objectsOf(values[name]).findIndex(({ email }) => !formats.isEmail(textOf(email) ?? ""));
    const place = at(`${name}[${bad}].email`);
    if (bad >= 0 && objectsOf(values[name])[bad]?.email === undefined)
      return failure("MANDATORY_NOT_FOUND", "required field not found", place);
    if (bad >= 0) return failure("INVALID_DATA", "invalid email", place);
  }
  return (textOf(values.subject) ?? "").length > 512
    ? failure("INVALID_DATA", "invalid data", { ...at("subject"), maximum_length: 512 })
    : undefined;
}

const contentOf = ({ organization }: RecordCall, values: Values) => ({
  from: values.from,
  to: mailboxes(values.to),
  cc: mailboxes(values.cc),
  bcc: mailboxes(values.bcc),
  reply_to: textOf(values.reply_to) ?? null,
  subject: textOf(values.subject) ?? null,
  content: textOf(values.content) ?? null,
  summary: (textOf(values.content) ?? "").replaceAll(/<[^>]*>/g, "").slice(0, 250),
  rich_text: values.rich_text === true,
  inventory_details: isObject(values.inventory_details) ? values.inventory_details : null,
  schedule_details: isObject(values.schedule_details) ? values.schedule_details : null,
  attachments: [],
  owner: personOf(organization.currentUser),
  modified_time: organization.now(),
  $sharing_permission: "full_access",
});

const shown = ({ record: _, ...draft }: Draft) => draft;
const ofThis = ({ organization, record }: RecordCall) =>
  draftsOf(organization).filter((draft) => draft.record === record.id);
const named = (call: RecordCall) => ofThis(call).find(({ id }) => id === call.request.params.draft);

function list(call: RecordCall): Answer {
  const page = numberedPage(call.request.query, ofThis(call));
  return "problem" in page ? refusal(page.problem) : listAnswer(key, page.items.map(shown), page.info);
}

const info = { per_page: 10, count: 1, page: 1, more_records: false };

function get(call: RecordCall): Answer {
  const draft = named(call);
  return draft ? ok({ [key]: [shown(draft)], info }) : noContent;
}

const done = (id: string, message: string, status: number): Answer =>
  itemsAnswer(key, [{ code: "SUCCESS", details: { id }, message, status: "success" }], status);

const noDraft = refusal(failure("INVALID_DATA", "Invalid draft Id", { resource_path_index: 3 }));

function write(call: RecordCall): Answer {
  const { organization, request, record } = call;
  const draft = named(call);
  if (request.params.draft !== undefined && !draft) return noDraft;
  const [values = {}] = objectsOf(isObject(request.body) ? request.body[key] : undefined);
  const problem = wrong(call, values, `$.${key}[0]`);
  if (problem) return itemsAnswer(key, [failed(problem)], 200);
  const all = draftsOf(organization);
  if (draft) {
    all[all.indexOf(draft)] = { ...draft, ...contentOf(call, values) };
    return done(draft.id, "Draft updated Successfully", 200);
  }
  if (ofThis(call).length >= most)
    return itemsAnswer(key, [failed(failure("LIMIT_EXCEEDED", "limit exceeded", { limit: most }))], 200);
  const made = { ...contentOf(call, values), id: organization.ids.next(), record: record.id };
  all.unshift({ ...made, created_time: organization.now() });
  return done(made.id, "Draft created Successfully", 201);
}

function remove(call: RecordCall): Answer {
  const draft = named(call);
  if (!draft) return noDraft;
  const all = draftsOf(call.organization);
  all.splice(all.indexOf(draft), 1);
  return done(draft.id, "Draft deleted Successfully", 200);
}

/**
 * `POST /{module}/{id}/actions/associate_email`: emails of another mail server become those of the record.
 */
function associate({ organization, module, request }: ModuleCall): Answer {
  const record = organization.view(module).get(request.params.id ?? "");
  if (!record) return refusal(failure("INVALID_DATA", "the related id given seems to be invalid"));
  const items = objectsOf(isObject(request.body) ? request.body.Emails : undefined);
  const needed = ["from", "to", "subject", "content", "original_message_id", "sent", "date_time"];
  const at = { api_name: "Emails", json_path: "$.Emails" };
  const missing = (place: object) =>
    itemsAnswer(
      "Emails",
      [failed(failure("MANDATORY_NOT_FOUND", "required field not found", { ...place }))],
      200,
    );
  if (items.length === 0) return missing(at);
  if (items.length > 1) return refusal(failure("INVALID_DATA", "invalid data", { maximum_length: 1, ...at }));
  for (const item of items) {
    const name = needed.find((each) => item[each] === undefined || item[each] === "");
    if (name) return missing({ api_name: name, json_path: `$.Emails[0].${name}` });
    const known = organization.emails.some(({ original }) => original === item.original_message_id);
    if (known) return refusal(failure("DUPLICATE_DATA", "duplicate data: original_message_id"));
  }
  const results = items.map((item) => {
    const original = String(item.original_message_id);
    const id = createHash("sha256").update(`${record.id}:${original}`).digest("hex");
    organization.emails.push({
      id,
      original,
      recordId: record.id,
      from: mailboxes([item.from])[0] ?? { email: "" },
      to: mailboxes(item.to),
      cc: item.cc === undefined ? null : mailboxes(item.cc),
      subject: String(item.subject),
      content: String(item.content),
      format: item.mail_format === "text" ? "text" : "html",
      time: String(item.date_time),
      scheduled: false,
      attachments: objectsOf(item.attachments).map((file) => String(file.id)),
    });
    const message = "Email associated successfully.";
    return { code: "SUCCESS", details: { message_id: original }, message, status: "success" };
  });
  return ok({ Emails: results });
}

const path = "/:module/:id/__email_drafts";
const may = (operation: string) => ({ scopes: moduleScopes(operation) });

/** Emails that are being written, and those that were written elsewhere. */
export const draftRoutes: Route[] = [
  moduleRoute("crm.emailDrafts.list", ["GET", path], ofRecord(list), may("READ")),
  moduleRoute("crm.emailDrafts.create", ["POST", path], ofRecord(write), may("CREATE")),
  moduleRoute("crm.emailDrafts.get", ["GET", `${path}/:draft`], ofRecord(get), may("READ")),
  moduleRoute("crm.emailDrafts.update", ["PUT", `${path}/:draft`], ofRecord(write), may("UPDATE")),
  moduleRoute("crm.emailDrafts.delete", ["DELETE", `${path}/:draft`], ofRecord(remove), may("DELETE")),
  moduleRoute("crm.emails.associate", ["POST", "/:module/:id/actions/associate_email"], associate, {
    scopes: scope("ZohoCRM.modules.emails.CREATE"),
  }),
];
