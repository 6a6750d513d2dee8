import { isScope } from "../../../sandbox/accounts/scopes";
import type { DigestCall } from "../../oas/digest";
import rows from "./pageCalls.json";

/*
 * What Zoho's pages tell of calls that no action sends, where the files say nothing or take it from another
 * call.
 */

interface Row {
  readonly subject: string;
  readonly method: string;
  readonly base?: string;
  readonly path: string;
  readonly name: string;
  readonly scope: string;
  /** Those of the query; what is needed ends with `!`. */
  readonly parameters?: string;
  /** A template of the body, as far as a page or an earlier file tells of it. */
  readonly body?: object;
}

/**
 * The calls that Zoho's pages, SDKs or earlier files name, and neither state of its files that the digest is
 * of: each with the page that tells of it. Only what the list of calls shows is known of them.
 */
export const pageCalls: readonly DigestCall[] = rows.map(
  ({ subject, method, base, path, name, scope, parameters = "" }: Row): DigestCall => ({
    file: `${subject}.json`,
    method,
    path,
    name,
    ...(base !== undefined && { base }),
    parameters: parameters
      .split(" ")
      .filter(Boolean)
      .map((each) => ({ in: "query", name: each.replace("!", ""), required: each.endsWith("!") })),
    scopes: scope.split(" and "),
    answers: {},
  }),
);

const record = { Last_Name: "Burns", Company: "ABC Inc." };
const one = { id: "5725767000000524001", City: "Rome" };

/** The bodies of those calls, and of others whose files do not say what a record is, by method and path. */
export const toldBodies: Readonly<Record<string, object | undefined>> = {
  "POST /{module}": { data: [record], trigger: ["workflow"] },
  "PUT /{module}": { data: [one], trigger: ["workflow"] },
  "PUT /{module}/{recordID}": { data: [{ City: "Rome" }], trigger: ["workflow"] },
  "POST /{module}/upsert": { data: [record], duplicate_check_fields: ["Email"], trigger: ["workflow"] },
  "POST /{module}/{recordID}/actions/clone": { data: [{ City: "Rome" }] },
  "POST /{module}/actions/mass_update": { data: [{ City: "Rome" }], ids: [one.id] },
  ...Object.fromEntries(rows.map(({ method, path, body }: Row) => [`${method} ${path}`, body])),
};

export const toldCredits: Readonly<Record<string, number>> = { "POST /settings/modules": 500 };

/** The ends of scopes. */
export const verbs: Readonly<Record<string, string>> = {
  GET: "READ",
  POST: "CREATE",
  PUT: "UPDATE",
  PATCH: "UPDATE",
  DELETE: "DELETE",
};

/** Scopes by the calls that they are of; one that ends with a dot goes on with the verb of the method. */
const toldScopes: readonly (readonly [calls: RegExp, scope: string])[] = [
  [/data_sharing\/rules\/actions\/run$/, "ZohoCRM.settings.data_sharing.UPDATE"],
  [/data_sharing\/rules\/(search|actions\/summary)$/, "ZohoCRM.settings.data_sharing.READ"],
  [/data_sharing\/rules/, "ZohoCRM.settings.data_sharing."],
  [/__features\//, "ZohoCRM.features.READ"],
  [/run_scoring_rules$/, "ZohoCRM.settings.scoring_rules.UPDATE"],
  [/email_available$/, "ZohoCRM.modules.emails.READ"],
  [/^PUT .*__email_drafts$/, "ZohoCRM.modules.{module}.UPDATE"],
  [/^DELETE .*\/Attachments$/, "ZohoCRM.modules.attachments.DELETE"],
  [/download_fields_attachment$/, "ZohoCRM.modules.{module}.READ"],
  [/Entity_Scores__s\//, "ZohoCRM.modules.entity_scores.READ"],
  [/available_currencies$/, "ZohoCRM.settings.currencies.READ"],
  [/^PATCH \/settings\/layouts$/, "ZohoCRM.settings.layouts.UPDATE"],
  [/^GET \/settings\/wizards\//, "ZohoCRM.settings.wizards.READ"],
  [/email\/\{version\}\/settings\/compose$/, "ZohoCRM.settings.emails."],
];

/** A scope for everything as the one for a method, where there is one; what POST does no scope says. */
function least(scope: string, method: string): string {
  const narrow = scope.replace(/\.ALL$/i, `.${verbs[method]}`);
  return method !== "POST" && isScope(narrow) ? narrow : scope;
}

/**
 * The scopes of a call. Those that a file lists one by one for every module are one scope of the module, and
 * where it has the scope for everything alone, it is the one for the method.
 */
export function scopesOf({ method, base = "", path, scopes }: DigestCall): string[] {
  const [, told] = toldScopes.find(([calls]) => calls.test(`${method} ${base}${path}`)) ?? [];
  if (told !== undefined) return [told.endsWith(".") ? `${told}${verbs[method]}` : told];
  const perModule = /^ZohoCRM\.modules\.\w+\.(\w+)$/;
  const named = scopes.map((scope) =>
    scopes.length > 4 ? scope.replace(perModule, "ZohoCRM.modules.{module}.$1") : scope,
  );
  const tidy = (scope: string) =>
    scope
      .trim()
      .replace("{module_API_name}", "{module}")
      .replace(/\.[a-z]+$/i, (verb) => verb.toUpperCase());
  const all = [...new Set(named.map(tidy))];
  return all.every((scope) => /\.ALL$/i.test(scope)) ? all.map((scope) => least(scope, method)) : all;
}
