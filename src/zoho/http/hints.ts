import { isObject } from "../core/json";
import type { Product } from "./operation";

/** Where an administrator grants permissions. */
const PROFILES = "Setup, Security Control, Profiles";

/* What several codes come to. */
const GRANT_IT = `Grant the permission in the connected user's CRM profile, under ${PROFILES}, or connect as a user who has it.`;
const NAME_A_MODULE = "Use a module's API name, such as Leads or Sales_Orders.";
const NOT_IN_EDITION =
  "The organization's edition does not have this feature. Do without it, or move to a larger edition.";
const NOT_IN_VERSION =
  "The API version of the connection does not offer this. Vertical Solutions name their version in the connection.";
const TERRITORIES_OFF = "Turn territories on in Zoho CRM's setup.";

/** What to do about each of Zoho's codes, in the builder's terms. */
const hints: Record<Product, Readonly<Record<string, string>>> = {
  crm: {
    ACTIVE_STATE_LIMIT_EXCEEDED:
      "As many of these are active as the organization's edition allows. Deactivate another one first.",
    ALREADY_MODIFIED: "Someone changed the record in the meantime. Read it again, then repeat the update.",
    ALREADY_SCHEDULED: "The same work is scheduled already. Wait for it to end.",
    ALREADY_USED: "The value is in use elsewhere. Choose another one.",
    AMBIGUITY_DURING_PROCESSING: "Two inputs exclude each other. Leave one of them empty.",
    API_NOT_SUPPORTED: NOT_IN_VERSION,
    AUTHENTICATION_FAILURE:
      "The login may belong to another data center. Check the Region URL of the connection and reconnect.",
    AUTHORIZATION_FAILED: "The connected user lacks the privilege. Grant it in the user's CRM profile.",
    BODY_SIZE_REACHED: "Send fewer records or a smaller file at a time.",
    CANNOT_ASSIGN: "Choose a user whose role and profile give access to the module.",
    CANNOT_PERFORM_ACTION:
      "The record is in a state that does not allow this. Read it, and look at its approval, lock and blueprint.",
    CANNOT_PROCESS:
      "The record is in a state that does not allow this, or Zoho is still at work on it. Read it, and try again later.",
    COMBINED_CRITERIA_LIMIT_EXCEEDED: "Choose a custom view with fewer conditions.",
    CONVERTED_RECORD: "A converted lead can no longer be changed. Update the contact or deal that it became.",
    CRITERIA_LIMIT_EXCEEDED: "Use fewer conditions.",
    CURRENCIES_NOT_ENABLED: "Turn on several currencies in Zoho CRM's setup, under Company Details.",
    DEPENDENT_FIELD_MISSING: "Give this field a value too, for another one that has a value needs it.",
    DEPENDENT_FIELD_UNCHANGED: "Change the field that this one depends on too.",
    DEPENDENT_MISMATCH: "The value does not go with the field that it depends on. Change one of the two.",
    DEPENDENT_SERVICE_ERROR:
      "A service that is integrated with this module refused or failed. Look at its code in the details, and try again later.",
    DISCRETE_PAGINATION_LIMIT_EXCEEDED:
      "Pages end at 2,000 records. Use Fetch All, or pass the page token of the previous page.",
    DOWNLOAD_NOT_ALLOWED: "The attachment is a link. Get the file from the address that it names.",
    DUPLICATE_ALIAS: "Give each column of the query an alias of its own.",
    DUPLICATE_DATA: "A record with this unique value exists. Update it, or use an upsert action.",
    DUPLICATE_LINKING_DATA: "The two records are linked already. Nothing is left to do.",
    EXPECTED_FIELD_MISSING: "Give at least one of the expected fields a value.",
    EXPECTED_PARAM_MISSING: "Fill in at least one of the inputs to look by.",
    EXPIRED_VALUE: "Page tokens live for 24 hours. Start again from the first page.",
    FEATURE_NOT_AVAILABLE: NOT_IN_EDITION,
    FEATURE_NOT_ENABLED: "Turn the feature on in Zoho CRM's setup.",
    FEATURE_NOT_SUPPORTED: NOT_IN_EDITION,
    FIELD_TYPE_UNAVAILABLE: "The module has no field of this type. Look by another input.",
    FILE_RESOLUTION_EXCEEDS: "Send a picture with fewer pixels.",
    FILE_SIZE_EXCEEDS: "Send a smaller file.",
    FILE_SIZE_MORE_THAN_ALLOWED_SIZE: "Send a smaller file.",
    FILE_TOO_LARGE: "Send a smaller file.",
    ID_ALREADY_CONVERTED: "The lead was converted before. Update the contact or deal that it became.",
    INTERNAL_ERROR: "Zoho itself failed. Try again later, and tell Zoho support when it lasts.",
    INVALID_ALIAS: "An alias is a letter followed by letters, digits and underscores.",
    INVALID_DATA: "Check the value against the field's type and limits, and that an ID belongs to a record.",
    INVALID_MODULE: NAME_A_MODULE,
    INVALID_QUERY: "Check the columns and operators of the query against the module's fields.",
    INVALID_REQUEST: "Check the path, parameters and body of the request.",
    INVALID_REQUEST_METHOD: "Check the method of the request.",
    INVALID_TOKEN:
      "Reconnect the Zoho connection. If it was connected just now, its Region URL may be of another data center than the account.",
    INVALID_URL_PATTERN: "Check the path of the request.",
    LICENSE_LIMIT_EXCEEDED:
      "The organization has as many of these as its edition allows. Remove some, or move to a larger edition.",
    LIMIT_EXCEEDED: "Send fewer at a time. Where the edition allows no more of them, remove some first.",
    LIMIT_REACHED: "Search ends at 2,000 records. Narrow it, or use conditions or a COQL query.",
    MANDATORY_NOT_FOUND: "Give this field a value.",
    MAPPING_MISMATCH:
      "Use a stage of the deal's pipeline and a pipeline of its layout. When a lead is converted, map its fields to fields of the same type.",
    MEDIA_TYPE_NOT_SUPPORTED: "Check the content type of the request.",
    MULTIPLE_OR_MULTI_ERRORS: "Mend each of the errors that the details list.",
    NOT_ALLOWED: "The record or the organization does not allow this. Look at the settings of the module.",
    NOT_APPROVED: "The record cannot be changed before it is approved. Approve it first.",
    NOT_FOUND: "Check the ID, and that it is of this record type.",
    NOT_REVIEWED: "The record cannot be changed before its review. End the review first.",
    NOT_SUPPORTED:
      "Zoho does not offer this for the module, or only to administrators. Use another module, or an administrator's connection.",
    NOT_SUBSCRIBED: "The channel has ended. Enable the notification again.",
    NO_RECORDS_FOUND: "No record is in the custom view. Nothing is to be done.",
    NO_PERMISSION: GRANT_IT,
    OAUTH_SCOPE_MISMATCH: "Add the scope to the connection and reconnect.",
    PAGINATION_LIMIT_EXCEEDED: "Page tokens end at 100,000 records. Use a COQL query with Fetch All.",
    PATTERN_NOT_MATCHED: "Check the form of the value.",
    PERMISSION_DENIED: GRANT_IT,
    RATE_LIMIT_EXCEEDED: "Zoho is throttling this organization. Run fewer requests at the same time.",
    RECORD_IN_BLUEPRINT: "The record is in a blueprint. Move it by a blueprint transition.",
    RECORD_LIMIT_EXCEEDED:
      "The organization has as many records as its edition allows. Remove some, or move to a larger edition.",
    RECORD_LOCKED: "Unlock the record first.",
    RECORD_NOT_IN_PROCESS:
      "The record is in no blueprint, or the transition does not begin at its present state. Read its transitions again.",
    REQUEST_ENTITY_TOO_LARGE: "Send fewer records or a smaller file at a time.",
    REQUIRED_PARAM_MISSING: "Fill in the missing input.",
    RESERVED_KEYWORD_NOT_ALLOWED: "Zoho keeps this name for itself. Choose another one.",
    RESOURCE_NOT_FOUND: "Check the ID of the job.",
    SERVICE_UNAVAILABLE: "Zoho is down for maintenance. Try again later.",
    SYNTAX_ERROR: "A query needs a where clause, and more than two conditions need parentheses in pairs.",
    TERRITORY_DISABLED: TERRITORIES_OFF,
    TERRITORY_NOT_ENABLED: TERRITORIES_OFF,
    TOKEN_BOUND_DATA_MISMATCH: "A page token works only with the same inputs as the page it came from.",
    TOO_MANY_REQUESTS: "Zoho is throttling this organization. Run fewer requests at the same time.",
    UNABLE_TO_PARSE_DATA_TYPE: "Check the form of each value; an ID has digits alone.",
    UNSUPPORTED_MEDIA_TYPE: "Check the content type of the request.",
    VERSION_NOT_SUPPORTED: NOT_IN_VERSION,
    failure_in_attachment_handling: "Send a file that is not empty.",
  },
  books: {
    "4": "Check the value, and that an ID belongs to a record of this organization.",
    "14": "Reconnect the Zoho connection. If it was connected just now, its Region URL may be of another data center than the account.",
    "44": "Zoho Books takes 100 requests a minute of an organization.",
    "45": "The organization's requests of the day are spent. Run again tomorrow.",
    "57": "The login has ended or lacks the scope. Reconnect, and check the scopes of the connection.",
    "1002": "Check the id, and that the record belongs to this organization.",
    "1070": "Zoho Books is busy with other requests of this organization. Run fewer at the same time.",
    "6041": "Choose an organization that the connected user belongs to.",
  },
  zoho: {
    INVALID_OAUTH: "Reconnect the Zoho connection.",
    INVALID_TOKEN: "Reconnect the Zoho connection.",
  },
};

/** What to do about a code; of a value that Zoho refuses, what it wants instead, as the details tell. */
export const hintFor = (
  product: Product,
  code: string,
  details?: unknown,
  message = "",
): string | undefined =>
  (product === "crm" ? closer(code, details, message) : undefined) ??
  (code === "NO_PERMISSION" || code === "PERMISSION_DENIED" ? grant(details) : undefined) ??
  (Object.hasOwn(hints[product], code) ? hints[product][code] : undefined) ??
  (isOfLicense.test(message)
    ? "The organization's trial or license has ended or does not cover this. Renew it under Subscription in Zoho, or connect another organization."
    : undefined);

/** What Zoho says where it is not the request that is at fault, but what the organization pays for. */
const isOfLicense = /\b(trial|licen[cs]e|subscription|upgrade)\b/i;

/** Which permission to grant where: `Crm_Implied_View_Leads` is View Leads, in Zoho's own settings. */
function grant(details: unknown): string | undefined {
  const listed = isObject(details) && Array.isArray(details.permissions) ? details.permissions : [];
  const names = listed
    .filter((name) => typeof name === "string")
    .map((name) => name.replace(/^Crm_Implied_/, "").replaceAll("_", " "));
  if (names.length === 0) return undefined;
  if (names.includes("Api Access"))
    return `API access is switched off in the connected user's CRM profile. Turn on Zoho CRM API Access there, under ${PROFILES}, Developer Permissions.`;
  return `Grant ${names.join(" and ")} in the connected user's CRM profile, under ${PROFILES}, or connect as a user who has it.`;
}

/** What fits one case of a code better than what fits them all. */
function closer(code: string, details: unknown, message: string): string | undefined {
  if (code === "DUPLICATE_DATA") return taken(details);
  if (code === "API_NOT_SUPPORTED") return unsupported(details);
  if (code === "DEPENDENT_MISMATCH") return expectation(details) ?? dependent(code, details);
  if (code === "DEPENDENT_FIELD_MISSING") return dependent(code, details);
  if (code === "LIMIT_EXCEEDED") return atMost(details);
  if (code === "RECORD_LIMIT_EXCEEDED") return fewerRecords(details);
  if (code === "NOT_ALLOWED") return /\bpermission\b/i.test(message) ? GRANT_IT : undefined;
  if (code === "INVALID_QUERY") return expectation(details);
  // Zoho says of an edition too that a permission is lacking.
  if (code === "NO_PERMISSION" && /\bedition\b/i.test(message)) return NOT_IN_EDITION;
  if (code !== "INVALID_DATA") return undefined;
  if (/subordinate/i.test(message))
    return "Choose a user below the connected one in the role hierarchy, or connect as a user above both.";
  if (isObject(details) && typeof details.owner_status === "string") return "Choose an active user.";
  if (isObject(details) && details.param_name === "module") return NAME_A_MODULE;
  return expectation(details);
}

/** How many Zoho takes at a time, of what its details name as a parameter or a list of the request. */
function atMost(details: unknown): string | undefined {
  const { limit, limit_due_to: places, param_name: name } = isObject(details) ? details : {};
  const isOfList =
    name !== undefined ||
    (Array.isArray(places) &&
      places.some((place) => isObject(place) && isListPath.test(String(place.json_path))));
  return isOfList && /^\d+$/.test(String(limit)) ? `Send at most ${limit} at a time.` : undefined;
}

/** How many records Zoho takes of a custom view; of what an organization may have, it tells no number. */
function fewerRecords(details: unknown): string | undefined {
  const limit = isObject(details) ? details.limit : undefined;
  return typeof limit === "number" ? `Choose a custom view with at most ${limit} records.` : undefined;
}

/** A list that stands in the request itself. */
const isListPath = /^\$\.\w+$/;

/** Which other field it is that a missing or wrong one goes with. */
function dependent(code: string, details: unknown): string | undefined {
  const { dependee } = isObject(details) ? details : {};
  const other = isObject(dependee) ? (dependee.api_name ?? dependee.param_name) : undefined;
  if (typeof other !== "string") return undefined;
  return code === "DEPENDENT_MISMATCH"
    ? `The value does not go with that of ${other}. Change one of the two.`
    : `Give this field a value too, for ${other} needs it.`;
}

/** For whom or where Zoho does not offer something, if it is not for the version of the API. */
function unsupported(details: unknown): string | undefined {
  if (!isObject(details)) return undefined;
  const {
    unsupported_environment: place,
    unsupported_login_user_type: user,
    supported_domains: at,
  } = details;
  if (typeof place === "string")
    return `Zoho does not offer this in a ${place} organization. Connect a production one.`;
  if (typeof user === "string") return `Zoho does not offer this to a ${user}. Connect as an ordinary user.`;
  return Array.isArray(at) ? `Zoho offers this in these data centers alone: ${at.join(", ")}.` : undefined;
}

/**
 * Of a record, Zoho names a field in `data`, and of a query a column: all else is set up by an administrator,
 * or is an ID in a list.
 */
function taken(details: unknown): string | undefined {
  if (isObject(details) && details.column_name !== undefined)
    return "Name each column and each aggregate function of the query once.";
  const path = isObject(details) && typeof details.json_path === "string" ? details.json_path : "$.data";
  if (/\]\.id$/.test(path)) return "What this ID names is there already, or is given twice. Leave it out.";
  return path.startsWith("$.data")
    ? undefined
    : "One of this name or value is there already. Choose another one, or change the one that is there.";
}

const MAX_SHOWN = 20;

function expectation(details: unknown): string | undefined {
  if (!isObject(details)) return undefined;
  const { supported_values, allowed_values = supported_values, maximum_length: length, range } = details;
  const values = Array.isArray(allowed_values) ? allowed_values.filter(isPlain) : [];
  if (values.length > 0) {
    const more = values.length > MAX_SHOWN ? `, or ${values.length - MAX_SHOWN} others` : "";
    return `Use one of: ${values.slice(0, MAX_SHOWN).join(", ")}${more}.`;
  }
  if (isObject(range) && isPlain(range.from) && isPlain(range.to))
    return `Give it a value from ${range.from} to ${range.to}.`;
  const { expected_data_type: type, json_path: path } = details;
  const isList = isListPath.test(String(path));
  if (typeof length === "number" && details.api_name === "field_selection")
    return `Name at most ${length} fields.`;
  if (typeof length === "number")
    return isList ? `Send at most ${length} at a time.` : `Give it at most ${length} characters or digits.`;
  return typeof type === "string" ? `Give it a value of the type ${type}.` : undefined;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);
