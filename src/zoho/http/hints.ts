import type { Product } from "./errors";

/** What to do about each of Zoho's codes, in the builder's terms. */
const hints: Record<Product, Readonly<Record<string, string>>> = {
  crm: {
    ALREADY_MODIFIED: "Someone changed the record in the meantime. Read it again, then repeat the update.",
    AMBIGUITY_DURING_PROCESSING: "Two inputs exclude each other. Leave one of them empty.",
    AUTHENTICATION_FAILURE:
      "The login may belong to another data centre. Check the Region URL of the connection and reconnect.",
    AUTHORIZATION_FAILED: "The connected user lacks the privilege. Grant it in the user's CRM profile.",
    CONVERTED_RECORD: "A converted lead can no longer be changed. Update the contact or deal that it became.",
    DEPENDENT_FIELD_MISSING: "Give the field that this one depends on a value too.",
    DEPENDENT_MISMATCH: "The value does not go with the field that it depends on.",
    DISCRETE_PAGINATION_LIMIT_EXCEEDED:
      "Pages end at 2,000 records. Use Fetch All, or pass the page token of the previous page.",
    DUPLICATE_DATA: "A record with this unique value exists. Update it, or use an upsert action.",
    DUPLICATE_LINKING_DATA: "The two records are linked already.",
    EXPECTED_FIELD_MISSING: "Give at least one of the expected fields a value.",
    EXPIRED_VALUE: "Page tokens live for 24 hours. Start again from the first page.",
    ID_ALREADY_CONVERTED: "The lead was converted before.",
    INVALID_DATA: "Check the value against the field's type and limits.",
    INVALID_MODULE: "Use a module's API name, such as Leads or Sales_Orders.",
    INVALID_QUERY: "Check the columns and operators of the query against the module's fields.",
    INVALID_TOKEN: "Reconnect the Zoho connection.",
    INVALID_URL_PATTERN: "Check the path of the request.",
    LIMIT_EXCEEDED: "Send fewer at a time.",
    LIMIT_REACHED: "Search ends at 2,000 records. Narrow it, or use conditions or a COQL query.",
    MANDATORY_NOT_FOUND: "Give this field a value.",
    NO_PERMISSION: "Grant the permission in the connected user's CRM profile.",
    NOT_APPROVED: "The record awaits approval and cannot be changed before.",
    NOT_REVIEWED: "The record is in review and cannot be changed before.",
    OAUTH_SCOPE_MISMATCH: "Add the scope to the connection and reconnect.",
    PAGINATION_LIMIT_EXCEEDED: "Page tokens end at 100,000 records. Use a COQL query with Fetch All.",
    RECORD_IN_BLUEPRINT: "The record is in a blueprint. Move it by a blueprint transition.",
    RECORD_LOCKED: "Unlock the record first.",
    REQUIRED_PARAM_MISSING: "Fill in the missing input.",
    SYNTAX_ERROR: "A query needs a where clause, and more than two conditions need parentheses in pairs.",
    TOKEN_BOUND_DATA_MISMATCH: "A page token works only with the same inputs as the page it came from.",
    TOO_MANY_REQUESTS: "Zoho is throttling this organisation. Run fewer requests at the same time.",
  },
  books: {
    "14": "Reconnect the Zoho connection.",
    "44": "Zoho Books takes 100 requests a minute of an organisation.",
    "45": "The organisation's requests of the day are spent. Run again tomorrow.",
    "57": "The login has ended or lacks the scope. Reconnect, and check the scopes of the connection.",
    "1002": "Check the id, and that the record belongs to this organisation.",
    "1070": "Zoho Books is busy with other requests of this organisation. Run fewer at the same time.",
    "6041": "Choose an organisation that the connected user belongs to.",
  },
};

export const hintFor = (product: Product, code: string): string | undefined =>
  Object.hasOwn(hints[product], code) ? hints[product][code] : undefined;
