import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route, SandboxRequest } from "../../http/route";
import { type Failure, failure, ok, refusal } from "../answers";
import { type ModuleCall, moduleRoute, scope } from "../call";
import { download } from "../files/download";
import type { RecordData } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { failed, itemsAnswer } from "../records/write/results";
import { fromAddressesOf } from "./fromAddresses";
import { invalid, type Rule, wrong } from "./mergeRules";

type Values = Readonly<Record<string, unknown>>;

/** The templates of Zoho Writer that every module has. */
export const mergeTemplates = [
  { id: "5725767000000091082", name: "Offer Letter" },
  { id: "5725767000000091083", name: "Contract" },
] as const;

const text = (max: number): Rule => ({ type: "string", max });
const oneOf = (...values: string[]): Rule => ({ type: "string", values });
const needed = (rule: Rule): Rule => ({ ...rule, isNeeded: true });
const list = (items: Rule): Rule => ({ type: "jsonarray", items });
const object = (keys: Rule["keys"]): Rule => ({ type: "jsonobject", keys });

const template = needed(object({ name: text(255), id: { type: "string" } }));
/** Its type may be left out, as the samples of Zoho's SDKs do. */
const address: Rule = {
  ...object({ type: oneOf("email", "merge_field"), value: needed(text(255)) }),
  isAddress: true,
};

/** What each of the three takes, by the name of its call. */
const rules = {
  send_mail_merge: {
    mail_merge_template: template,
    from_address: address,
    to_address: list(address),
    cc_email: list(address),
    bcc_email: list(address),
    subject: text(255),
    message: text(100_000),
    type: oneOf("inline", "attachment"),
    attachment_name: text(255),
  },
  sign_mail_merge: {
    mail_merge_template: template,
    file_name: needed(text(255)),
    sign_in_order: { type: "boolean" },
    signers: list(
      object({
        recipient_name: needed(text(255)),
        action_type: needed(oneOf("sign", "approve")),
        recipient: needed(address),
      }),
    ),
  },
  download_mail_merge: {
    mail_merge_template: template,
    output_format: oneOf("pdf", "html", "docx"),
    file_name: text(255),
    password: text(255),
  },
} as const satisfies Record<string, Rule["keys"]>;

type Key = keyof typeof rules;

const scopes = ["ZohoCRM.settings.mailmerge.CREATE", "ZohoWriter.documentEditor.ALL", "ZohoWriter.merge.ALL"];

/** How a body without its list is refused: each of the three in a way of its own. */
const withoutList = (key: Key): Answer => {
  switch (key) {
    case "send_mail_merge":
      return refusal(failure("REQUIRED_PARAM_MISSING", "mandatory param missing", { param_name: key }));
    case "sign_mail_merge": {
      const at = { api_name: key, json_path: `$.${key}` };
      return itemsAnswer(key, [failed(failure("MANDATORY_NOT_FOUND", "required field not found", at))], 200);
    }
    case "download_mail_merge": {
      const message = "One of the expected parameter is missing";
      return refusal(failure("EXPECTED_PARAM_MISSING", message, { param_names: [key] }));
    }
  }
};

/** What is wrong beyond the form of the values; the first thing that is found. */
function refused(organization: CrmOrganization, values: Values, path: string): Failure | undefined {
  const { from_address: from, mail_merge_template } = values;
  const { id, name } = isObject(mail_merge_template) ? mail_merge_template : {};
  if (!mergeTemplates.some((each) => (id === undefined ? each.name === name : each.id === id)))
    return invalid(`${path}.mail_merge_template.${id === undefined ? "name" : "id"}`);
  const isAllowed =
    !isObject(from) || fromAddressesOf(organization).some(({ email }) => email === from.value);
  return isAllowed ? undefined : invalid(`${path}.from_address.value`);
}

/** How a template with neither name nor ID is refused, which no list of results tells. */
function withoutTemplate({ mail_merge_template }: Values, path: string): Answer | undefined {
  if (!isObject(mail_merge_template) || mail_merge_template.name || mail_merge_template.id) return undefined;
  const expected_fields = ["name", "id"].map((name) => ({
    api_name: name,
    json_path: `${path}.mail_merge_template.${name}`,
  }));
  return refusal(failure("EXPECTED_FIELD_MISSING", "specify atleast one field", { expected_fields }));
}

interface Merge {
  readonly organization: CrmOrganization;
  readonly record: RecordData;
  readonly values: Values;
}

/**
 * One of the three: what it refuses, and what it makes of the rest. The one that downloads tells of an
 * unknown record by its place in the path, the others by its name.
 */
function merging(key: Key, more: readonly string[], make: (merge: Merge) => Answer): Route {
  const handle = ({ organization, module, request }: ModuleCall): Answer => {
    if (![...scopes, ...more].every(request.holdsScope)) return refusals.crm.scope;
    const record = organization.view(module).get(request.params.id ?? "");
    if (!record) {
      const at = key === "download_mail_merge" ? { resource_path_index: 1 } : { param_name: "record_id" };
      return refusal(failure("INVALID_DATA", "invalid data", at));
    }
    if (!isObject(request.body)) return refusals.crm.body;
    if (request.body[key] === undefined) return withoutList(key);
    const problem = wrong(list(object(rules[key])), request.body[key], `$.${key}`);
    if (problem) return itemsAnswer(key, [failed(problem)], 200);
    const [values] = objectsOf(request.body[key]);
    if (!values) return withoutList(key);
    const path = `$.${key}[0]`;
    const unnamed = withoutTemplate(values, path);
    if (unnamed) return unnamed;
    const refusedValue = refused(organization, values, path);
    if (refusedValue) return itemsAnswer(key, [failed(refusedValue)], 200);
    return make({ organization, record, values });
  };
  const operation = `crm.mailMerge.${key.replace("_mail_merge", "")}`;
  const credits = (_: SandboxRequest, { status }: Answer) =>
    key === "download_mail_merge" && status === 200 ? 5 : 1;
  return moduleRoute(operation, ["POST", `/:module/:id/actions/${key}`], handle, {
    scopes: scope("ZohoCRM.settings.mailmerge.CREATE"),
    credits,
  });
}

/** The report of a merge that has begun. */
const reportOf = ({ organization }: Merge): string =>
  `https://writer.zoho.com/writer/v1/mailmerge/job/${organization.ids.next()}`;

const begun = (key: Key, details: object): Answer =>
  ok({
    [key]: [
      {
        code: "SUCCESS",
        details,
        message: "send mail merge action initiated successfully",
        status: "success",
      },
    ],
  });

const kinds = new Map([
  ["pdf", "application/pdf"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["html", "text/html;charset=UTF-8"],
]);

/** The document, with the record in it and nothing of the form that it claims to have. */
function document({ record, values }: Merge): Answer {
  const format = textOf(values.output_format) ?? "pdf";
  const name = `${textOf(values.file_name) ?? "download"}.${format}`;
  const data = Buffer.from(`${JSON.stringify(values.mail_merge_template)} of ${record.id}\n`);
  return download({ id: record.id, name, contentType: kinds.get(format) ?? "", data });
}

/** Documents that templates of Zoho Writer make of records. */
export const mailMergeRoutes: Route[] = [
  merging("send_mail_merge", ["ZohoCRM.settings.emails.ALL"], (merge) =>
    begun("send_mail_merge", { report_link: reportOf(merge) }),
  ),
  merging("sign_mail_merge", ["ZohoSign.documents.ALL"], (merge) =>
    begun("sign_mail_merge", {
      sign_resource_id: merge.organization.ids.next(),
      report_link: reportOf(merge),
    }),
  ),
  merging("download_mail_merge", [], document),
];
