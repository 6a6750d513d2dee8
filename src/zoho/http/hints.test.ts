import { ZohoError } from "./errors";
import { hintFor } from "./hints";

/** The codes that Zoho's pages on its CRM API document. */
const codes = `
  INVALID_DATA MANDATORY_NOT_FOUND DUPLICATE_DATA MULTIPLE_OR_MULTI_ERRORS INVALID_MODULE REQUIRED_PARAM_MISSING EXPECTED_PARAM_MISSING
  EXPECTED_FIELD_MISSING LIMIT_EXCEEDED LIMIT_REACHED RECORD_LIMIT_EXCEEDED DISCRETE_PAGINATION_LIMIT_EXCEEDED PAGINATION_LIMIT_EXCEEDED
  TOKEN_BOUND_DATA_MISMATCH EXPIRED_VALUE AMBIGUITY_DURING_PROCESSING PATTERN_NOT_MATCHED INVALID_QUERY SYNTAX_ERROR INVALID_ALIAS DUPLICATE_ALIAS
  INVALID_REQUEST_METHOD INVALID_REQUEST AUTHORIZATION_FAILED DEPENDENT_FIELD_MISSING DEPENDENT_FIELD_UNCHANGED DEPENDENT_MISMATCH DEPENDENT_SERVICE_ERROR MAPPING_MISMATCH
  DUPLICATE_LINKING_DATA RECORD_LOCKED NOT_APPROVED NOT_REVIEWED RECORD_IN_BLUEPRINT ID_ALREADY_CONVERTED CONVERTED_RECORD CANNOT_PERFORM_ACTION
  NOT_ALLOWED ALREADY_SCHEDULED ALREADY_USED NOT_SUPPORTED FEATURE_NOT_SUPPORTED FEATURE_NOT_ENABLED TERRITORY_NOT_ENABLED API_NOT_SUPPORTED
  INVALID_TOKEN AUTHENTICATION_FAILURE OAUTH_SCOPE_MISMATCH NO_PERMISSION INVALID_URL_PATTERN RESOURCE_NOT_FOUND ALREADY_MODIFIED FILE_TOO_LARGE
  FILE_SIZE_MORE_THAN_ALLOWED_SIZE BODY_SIZE_REACHED REQUEST_ENTITY_TOO_LARGE MEDIA_TYPE_NOT_SUPPORTED UNSUPPORTED_MEDIA_TYPE TOO_MANY_REQUESTS
  RATE_LIMIT_EXCEEDED INTERNAL_ERROR SERVICE_UNAVAILABLE CANNOT_PROCESS CANNOT_ASSIGN COMBINED_CRITERIA_LIMIT_EXCEEDED DOWNLOAD_NOT_ALLOWED
  ACTIVE_STATE_LIMIT_EXCEEDED CRITERIA_LIMIT_EXCEEDED FEATURE_NOT_AVAILABLE NOT_SUBSCRIBED PERMISSION_DENIED RESERVED_KEYWORD_NOT_ALLOWED
  TERRITORY_DISABLED VERSION_NOT_SUPPORTED failure_in_attachment_handling FIELD_TYPE_UNAVAILABLE FILE_RESOLUTION_EXCEEDS FILE_SIZE_EXCEEDS LICENSE_LIMIT_EXCEEDED NOT_FOUND NO_RECORDS_FOUND UNABLE_TO_PARSE_DATA_TYPE
`
  .trim()
  .split(/\s+/);

test.each(codes)("%s comes with what to do", (code) => {
  const details = { api_name: "Tier", nested: { of: [{}] } };
  const { message } = new ZohoError({
    kind: "input",
    product: "crm",
    code,
    status: 400,
    message: "invalid data. ",
    details,
  });
  const hint = hintFor("crm", code, details);
  expect(hint).toMatch(/^[A-Z].{10,}[^.]\.$/);
  expect(hint).not.toMatch(/\byou\b/i);
  expect(message).toBe(`Zoho CRM ${code} (400): invalid data: Tier. ${hint}`);
});

describe("what the details tell", () => {
  test.each<[string, object, string]>([
    ["the values", { supported_values: ["Gold", "Silver"] }, "Use one of: Gold, Silver."],
    [
      "the first of many values",
      { supported_values: Array.from({ length: 22 }, (_, index) => `v${index}`) },
      `Use one of: ${Array.from({ length: 20 }, (_, index) => `v${index}`).join(", ")}, or 2 others.`,
    ],
    ["numbers", { supported_values: [1, 2, 3] }, "Use one of: 1, 2, 3."],
    ["yes and no", { supported_values: [true, false] }, "Use one of: true, false."],
    ["the values that are allowed", { allowed_values: ["used", "unused"] }, "Use one of: used, unused."],
    ["the range", { range: { from: 1, to: 255 } }, "Give it a value from 1 to 255."],
    ["the length", { maximum_length: 40 }, "Give it at most 40 characters or digits."],
    ...["$.data[0].Name", "in $.data"].map((json_path): [string, object, string] => [
      `the length of ${json_path}`,
      { maximum_length: 40, json_path },
      "Give it at most 40 characters or digits.",
    ]),
    ["the fields", { maximum_length: 10, api_name: "field_selection" }, "Name at most 10 fields."],
    [
      "fields of which there is no most",
      { api_name: "field_selection", expected_data_type: "text" },
      "Give it a value of the type text.",
    ],
    ["the items", { maximum_length: 100, json_path: "$.data" }, "Send at most 100 at a time."],
    ["the type", { expected_data_type: "integer" }, "Give it a value of the type integer."],
  ])("%s", (_, details, hint) => {
    expect(hintFor("crm", "INVALID_DATA", details)).toBe(hint);
  });

  test.each<[string, object, string]>([
    ["one field", { api_name: "Tier" }, "no good: Tier"],
    ["a parameter", { param_name: "page_token" }, "no good: page_token"],
    ["a parameter under another key", { param: "job_id" }, "no good: job_id"],
    ["one of several IDs", { api_name: "ids", json_path: "$.ids[3]" }, "no good: ids[3]"],
    ["one of many IDs", { api_name: "ids", json_path: "$.ids[12]" }, "no good: ids[12]"],
    ["IDs with something below", { api_name: "ids", json_path: "$.ids[3].x" }, "no good: ids"],
    ["IDs below something", { api_name: "ids", json_path: "$.x.$.ids[3]" }, "no good: ids"],
    [
      "several errors",
      {
        errors: [
          { details: { api_name: "A" } },
          { details: { api_name: "B" } },
          { details: { api_name: "A" } },
        ],
      },
      "no good: A, B",
    ],
    [
      "expected fields",
      { expected_fields: [{ api_name: "Note_Title" }, { api_name: "Note_Content" }] },
      "no good: Note_Title, Note_Content",
    ],
    [
      "two parameters",
      { ambiguity_due_to: [{ param_name: "cvid" }, { param_name: "sort_by" }] },
      "no good: cvid, sort_by",
    ],
    ["a column", { column_name: "Amount" }, "no good: Amount"],
    ["permissions", { permissions: ["Crm_Implied", 1, null] }, "no good: Crm_Implied"],
    ["what is computed of a column", { column: "Sum(Amount)" }, "no good: Sum(Amount)"],
    ["lists that are too long", { limit: 5, limit_due_to: [{ api_name: "ids" }] }, "no good: ids"],
    ["parameters of which one is missing", { param_names: ["word", 1, "email"] }, "no good: word, email"],
    ["the reason", { reason: "No words.", api_name: "Tier" }, "no good (No words): Tier"],
    ["a reason that is said", { reason: "No Good" }, "no good"],
    ["nothing", { reason: {}, errors: 1, param_names: 1, permissions: 1, expected_fields: 1 }, "no good"],
  ])("%s: are named once in the message", (_, details, message) => {
    const error = new ZohoError({ kind: "input", product: "crm", code: "X", message: "no good", details });
    expect(error.message).toBe(`Zoho CRM X: ${message}`);
  });

  test("a field that the message names already is not named again", () => {
    const naming = (message: string, api_name: string) =>
      new ZohoError({ kind: "input", product: "crm", code: "X", message, details: { api_name } }).message;
    expect(naming("Given Probability is not valid", "Probability")).toBe(
      "Zoho CRM X: Given Probability is not valid",
    );
    expect(naming("invalid data", "id")).toBe("Zoho CRM X: invalid data: id");
  });
});

test("an error says what it is, and only where it is told that it was sent twice", () => {
  const failure = { kind: "input", product: "crm", code: "X", message: "no: good" } as const;
  expect(new ZohoError(failure)).toMatchObject({ name: "ZohoError", resent: false, reason: "no: good" });
  expect(new ZohoError({ ...failure, resent: true }).resent).toBe(true);
  expect(new ZohoError({ ...failure, details: { api_name: "good" } }).message).toBe("Zoho CRM X: no: good");
});

test("what Zoho wants instead is told of values that CRM refuses, and of nothing else", () => {
  const details = { expected_data_type: "integer" };
  expect(hintFor("crm", "DUPLICATE_DATA", details)).not.toContain("integer");
  expect(hintFor("books", "INVALID_DATA", details)).toBeUndefined();
  expect(hintFor("crm", "ANY", details)).toBeUndefined();
  expect(hintFor("crm", "INVALID_DATA", { expected_data_type: 5 })).toBe(hintFor("crm", "INVALID_DATA"));
  expect(hintFor("crm", "INVALID_DATA", { supported_values: ["A", {}] })).toBe("Use one of: A.");
  expect(hintFor("crm", "INVALID_DATA", { supported_values: [{}] })).toBe(hintFor("crm", "INVALID_DATA"));
  const twenty = Array.from({ length: 20 }, (_, index) => `v${index}`);
  expect(hintFor("crm", "INVALID_DATA", { supported_values: twenty })).toBe(
    `Use one of: ${twenty.join(", ")}.`,
  );
});

test.each([
  ["DEPENDENT_FIELD_MISSING", "Give this field a value too, for Wizard needs it."],
  ["DEPENDENT_MISMATCH", "The value does not go with that of Wizard. Change one of the two."],
])("%s tells which field the other one is", (code, hint) => {
  const hintOf = (dependee: unknown) => hintFor("crm", code, { api_name: "Path", dependee });
  expect(hintOf({ api_name: "Wizard" })).toBe(hint);
  expect(hintOf({ param_name: "Wizard" })).toBe(hint);
  for (const none of [undefined, {}, { api_name: 5 }])
    expect(hintOf(none)).toMatch(/other|field that it depends/);
});

test("an upsert is advised for records alone", () => {
  const hint = (json_path?: string) => hintFor("crm", "DUPLICATE_DATA", { api_name: "Email", json_path });
  for (const place of [undefined, "$.data[0].Email"]) expect(hint(place)).toContain("upsert");
  for (const place of ["$.modules[0].api_name", "$.modules[0].identity"])
    expect(hint(place)).toMatch(/^One of this name or value is there already\. Choose/);
});

describe("a case of its own", () => {
  test.each<[string, string, object, RegExp]>([
    [
      "a territory that the record has",
      "DUPLICATE_DATA",
      { json_path: "$.data[0].Territories[1].id" },
      /^What this ID names is there already/,
    ],
    [
      "what does not go with a field",
      "DEPENDENT_MISMATCH",
      {
        json_path: "$.territories[0].lead_rule_criteria.comparator",
        supported_values: ["equal", "less_than"],
      },
      /^Use one of: equal, less_than\.$/,
    ],
    [
      "an owner who left",
      "INVALID_DATA",
      { json_path: "$.owner.id", owner_status: "deleted" },
      /^Choose an active/,
    ],
    ["a column that is there twice", "DUPLICATE_DATA", { column_name: "City" }, /^Name each column /],
    [
      "a value in a query",
      "INVALID_QUERY",
      { column_name: "id", expected_data_type: "bigint" },
      /type bigint/,
    ],
    ["a query of another kind", "INVALID_QUERY", { column_name: "id" }, /^Check the columns and operators/],
    [
      "a list that is too long",
      "LIMIT_EXCEEDED",
      { limit: 5, limit_due_to: [{ api_name: "cadences_ids", json_path: "$.cadences_ids" }] },
      /^Send at most 5 at a time\.$/,
    ],
    [
      "what is set up too often",
      "LIMIT_EXCEEDED",
      { limit: 5, limit_due_to: [{ json_path: "$.variables[0].name" }, 1] },
      /^Send fewer at a time/,
    ],
    [
      "a parameter that is too long",
      "LIMIT_EXCEEDED",
      { limit: "100", param_name: "ids" },
      /^Send at most 100 at a time/,
    ],
    [
      "a list that is too long beside another place",
      "LIMIT_EXCEEDED",
      { limit: 5, limit_due_to: [{ json_path: "$.data[0].tags" }, { json_path: "$.ids" }] },
      /^Send at most 5 at a time/,
    ],
    ...["ten", "10 of 20", "top 10"].map((limit): [string, string, object, RegExp] => [
      `a parameter with a limit of ${limit}`,
      "LIMIT_EXCEEDED",
      { limit, param_name: "ids" },
      /^Send fewer/,
    ]),
    ["a limit of no list", "LIMIT_EXCEEDED", { limit: 5 }, /^Send fewer at a time/],
    ["a limit without a number", "LIMIT_EXCEEDED", { limit_due_to: [{ json_path: "$.ids" }] }, /^Send fewer/],
    ["a view with too many records", "RECORD_LIMIT_EXCEEDED", { limit: 50000 }, /at most 50000 records\.$/],
    ["too many records of all", "RECORD_LIMIT_EXCEEDED", { limit: "all" }, /^The organization has as many/],
    ["a module in a parameter", "INVALID_DATA", { param_name: "module" }, /^Use a module's API name/],
  ])("is %s", (_, code, details, hint) => {
    expect(hintFor("crm", code, details)).toMatch(hint);
  });

  test("is a permission, where Zoho says of its lack that something is not allowed", () => {
    const hintOf = (message: string) => hintFor("crm", "NOT_ALLOWED", {}, message);
    expect(hintOf("You do not have permission to read related records")).toMatch(/^Grant the permission/);
    expect(hintOf("the field is not allowed")).toMatch(/^The record or the organization/);
  });

  test("is what the edition lacks, of which Zoho says that a permission is missing", () => {
    const details = { permissions: ["Crm_Implied_Manage_Workflow"] };
    const hintOf = (message: string) => hintFor("crm", "NO_PERMISSION", details, message);
    expect(hintOf("feature not available in this edition")).toMatch(/^The organization's edition does not/);
    expect(hintOf("permission denied")).toMatch(/^Grant Manage Workflow /);
    const ofField = hintFor("crm", "INVALID_DATA", { expected_data_type: "text" }, "no such edition");
    expect(ofField).toBe("Give it a value of the type text.");
  });

  test.each<[object | undefined, RegExp]>([
    [{ unsupported_environment: "sandbox" }, /^Zoho does not offer this in a sandbox organization/],
    [{ unsupported_login_user_type: "Client Portal User" }, /to a Client Portal User/],
    [{ supported_domains: ["eu", "com"] }, /data centers alone: eu, com\.$/],
    [{ supported_version: 3 }, /^The API version of the connection/],
    [undefined, /^The API version of the connection/],
  ])("is where Zoho does not offer something: %j", (details, hint) => {
    expect(hintFor("crm", "API_NOT_SUPPORTED", details)).toMatch(hint);
  });

  test.each([["Non Subordinate User Found"], ["The user to whom you are trying is not a subordinate."]])(
    "is the role hierarchy: %s",
    (message) => {
      const details = { api_name: "id", expected_data_type: "long" };
      expect(hintFor("crm", "INVALID_DATA", details, message)).toMatch(/role hierarchy/);
    },
  );
});

describe("a permission that the user lacks", () => {
  const grant = "in the connected user's CRM profile, under ";
  test.each<[unknown, string]>([
    [{ permissions: ["Crm_Implied_View_Leads"] }, `Grant View Leads ${grant}`],
    [
      { permissions: ["Crm_Implied_Edit_Leads", 5, "View_Crm_Implied_Deals"] },
      `Grant Edit Leads and View Crm Implied Deals ${grant}`,
    ],
    [
      { permissions: ["Crm_Implied_Api_Access"] },
      "API access is switched off in the connected user's CRM profile.",
    ],
    [{ permissions: [] }, `Grant the permission ${grant}`],
    [{ permissions: "View" }, `Grant the permission ${grant}`],
    [undefined, `Grant the permission ${grant}`],
  ])("of %j is named", (details, hint) => {
    expect(hintFor("crm", "NO_PERMISSION", details)).toMatch(new RegExp(`^${hint}`));
  });

  test("is named by either code, and by no other", () => {
    const details = { permissions: ["Crm_Implied_View_Leads"] };
    expect(hintFor("crm", "PERMISSION_DENIED", details)).toMatch(/^Grant View Leads /);
    expect(hintFor("crm", "ANY", details)).toBeUndefined();
  });
});

test.each([["Your trial has ended"], ["Upgrade your subscription"], ["No LICENSE for this"]])(
  "%j is about what the organization pays for",
  (message) => {
    expect(hintFor("books", "ANY", undefined, message)).toMatch(
      /^The organization's trial or license has ended/,
    );
  },
);
