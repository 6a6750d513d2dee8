import { type Fault, startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { JsonObject } from "../../core/json";
import { ZohoError } from "../../http/errors";
import { createRecord, createRecords } from "./write/create";
import { updateRecord } from "./write/update";

/*
 * The errors that Zoho documents for inserting and updating records, as Zoho answers them: nothing is checked
 * before.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-records.html
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearFaults());

const lead = { Last_Name: "Daly", Company: "ABC" };
const call = {
  Subject: "Opening hours",
  Call_Type: "Outbound",
  Call_Start_Time: "2026-02-23T13:30:00+05:30",
  Call_Duration: "10:00",
};
const meeting = {
  Event_Title: "Inspection",
  Start_DateTime: "2026-05-20T09:00:00+05:30",
  End_DateTime: "2026-05-20T10:00:00+05:30",
};
const guests = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: "email", Email: `p${index}@zylker.com` }));

const create = async (recordType: string, record: JsonObject): Promise<JsonObject> =>
  (await createRecord(await sandbox.crm(), { recordType, record, validate: false })).data[0];
const update = async (record: JsonObject, more: JsonObject = {}, recordId = "5725767000009999999") =>
  updateRecord(await sandbox.crm(), { recordType: "Leads", recordId, record, validate: false, ...more });
const idOf = ({ details }: JsonObject): string => String(Object(details).id);

async function failureOf(write: Promise<unknown>): Promise<ZohoError> {
  const error = await write.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ZohoError) return error;
  throw new Error(`It did not fail as a failure of Zoho's: ${String(error)}`);
}

/** The code, the field, the status and what to do, in words that end well. */
function expectTold(error: ZohoError, code: string, subject: string): void {
  expect(error).toMatchObject({ name: "ZohoError", product: "crm", code });
  expect(error.message).toContain(`Zoho CRM ${code}`);
  expect(error.message).toContain(subject);
  expect(error.message).not.toContain("[object");
  expect(error.hint).toMatch(/\w\.$/);
  expect(error.message.endsWith(`. ${error.hint}`)).toBe(true);
  expect(error.message).not.toMatch(/\.\.|\. \.|\.:/);
}

describe("what the sandbox answers", () => {
  test.each<[string, () => Promise<unknown>, string, string]>([
    ["a module that is none", () => create("Nothing", lead), "INVALID_MODULE", "module name"],
    [
      "a probability over 100",
      () => create("Deals", { Deal_Name: "A", Stage: "Qualification", Probability: 101 }),
      "INVALID_DATA",
      "Probability",
    ],
    [
      "a stage of another pipeline",
      () => create("Deals", { Deal_Name: "A", Stage: "Renewal Due", Pipeline: "Sales" }),
      "MAPPING_MISMATCH",
      "Stage",
    ],
    ["a value of another type", () => create("Leads", { ...lead, Seats: "many" }), "INVALID_DATA", "Seats"],
    [
      "a value that is too long",
      () => create("Leads", { ...lead, Referral_Code: "x".repeat(41) }),
      "INVALID_DATA",
      "40",
    ],
    [
      "a value that is none of the picklist's",
      () => create("Leads", { ...lead, Tier: "Wood" }),
      "INVALID_DATA",
      "Bronze, Silver",
    ],
    ["a missing field", () => create("Leads", { Company: "ABC" }), "MANDATORY_NOT_FOUND", "Last_Name"],
    [
      "several errors",
      () => create("Leads", { Company: "ABC", Seats: "many" }),
      "MULTIPLE_OR_MULTI_ERRORS",
      "Seats, Last_Name",
    ],
    [
      "a call of no length",
      () => create("Calls", { ...call, Call_Duration: "00:00" }),
      "DEPENDENT_MISMATCH",
      "Call_Duration",
    ],
    [
      "51 participants",
      () => create("Events", { ...meeting, Participants: guests(51) }),
      "LIMIT_EXCEEDED",
      "participants",
    ],
    [
      "a note without text",
      () => create("Notes", {}),
      "MULTIPLE_OR_MULTI_ERRORS",
      "Note_Content, Note_Title",
    ],
    ["an id of no record", () => update({ City: "Austin" }), "INVALID_DATA", "id"],
  ])("%s", async (_, write, code, subject) => {
    expectTold(await failureOf(write()), code, subject);
  });

  test("duplicates, which carry the record they collided with", async () => {
    const id = idOf(await create("Leads", { ...lead, Referral_Code: "R-1", ERP_Id: "E-1" }));
    const one = await failureOf(create("Leads", { ...lead, Referral_Code: "R-1" }));
    expectTold(one, "DUPLICATE_DATA", "Referral_Code");
    expect(one.message).toContain(id);
    const two = await failureOf(create("Leads", { ...lead, Referral_Code: "R-1", ERP_Id: "E-1" }));
    expectTold(two, "MULTIPLE_OR_MULTI_ERRORS", "Referral_Code, ERP_Id");
  });

  test("records that may not be changed", async () => {
    const waiting = idOf(await create("Leads", { ...lead, $approved: false }));
    expectTold(await failureOf(update({ City: "Austin" }, {}, waiting)), "NOT_APPROVED", "approved");
    const changed = idOf(await create("Leads", lead));
    const stale = update({ City: "Austin" }, { ifUnmodifiedSince: "2020-01-01T00:00:00+00:00" }, changed);
    expectTold(await failureOf(stale), "ALREADY_MODIFIED", "time");
  });
});

/** Errors whose causes the sandbox does not have, in Zoho's words. */
describe("what else is documented", () => {
  const item = (code: string, message: string, details: JsonObject = {}): Fault["effect"] => ({
    status: 400,
    body: { data: [{ code, details, message, status: "error" }] },
  });
  const flat = (
    status: number,
    code: string,
    message: string,
    details: JsonObject = {},
  ): Fault["effect"] => ({
    status,
    body: { code, details, message, status: "error" },
  });

  test.each<[string, Fault["effect"], string, string]>([
    [
      "an unsupported module",
      flat(400, "INVALID_MODULE", "the given module is not supported in api"),
      "INVALID_MODULE",
      "module",
    ],
    [
      "a wizard path",
      item("INVALID_DATA", "Wizard connections supplied do not form a valid path", {
        api_name: "$wizard_connection_path",
      }),
      "INVALID_DATA",
      "$wizard_connection_path",
    ],
    [
      "a wizard connection",
      item("INVALID_DATA", "Wizard connection id is invalid", { api_name: "$wizard_connection_path" }),
      "INVALID_DATA",
      "Wizard",
    ],
    [
      "a wizard without its path",
      item("DEPENDENT_FIELD_MISSING", "required field not found", {
        api_name: "$wizard_connection_path",
        dependee: { api_name: "Wizard" },
      }),
      "DEPENDENT_FIELD_MISSING",
      "$wizard_connection_path",
    ],
    [
      "an integrated service",
      item("DEPENDENT_SERVICE_ERROR", "error", { dependency_error: "NO_PERMISSION" }),
      "DEPENDENT_SERVICE_ERROR",
      "error",
    ],
    [
      "a feature to skip that is none",
      flat(400, "INVALID_DATA", "invalid data", {
        api_name: "name",
        json_path: "$.skip_feature_execution[0].name",
        supported_values: ["cadences"],
      }),
      "INVALID_DATA",
      "Use one of: cadences",
    ],
    [
      "a feature to skip without a name",
      flat(400, "MANDATORY_NOT_FOUND", "required field not found", {
        api_name: "name",
        json_path: "$.skip_feature_execution[0].name",
      }),
      "MANDATORY_NOT_FOUND",
      "name",
    ],
    [
      "a job sheet of another appointment",
      item("DEPENDENT_MISMATCH", "invalid data", { api_name: "Job_Sheet" }),
      "DEPENDENT_MISMATCH",
      "Job_Sheet",
    ],
    [
      "a path that is none",
      flat(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one"),
      "INVALID_URL_PATTERN",
      "URL",
    ],
    [
      "a scope that is missing",
      flat(401, "OAUTH_SCOPE_MISMATCH", "Unauthorized"),
      "OAUTH_SCOPE_MISMATCH",
      "Add the scope ZohoCRM.modules.leads.CREATE",
    ],
    [
      "a permission that is missing",
      flat(403, "NO_PERMISSION", "permission denied", { permissions: ["Crm_Implied_Create_Leads"] }),
      "NO_PERMISSION",
      "permission",
    ],
    [
      "a privilege that is missing",
      flat(400, "AUTHORIZATION_FAILED", "User does not have sufficient privilege to add records"),
      "AUTHORIZATION_FAILED",
      "privilege",
    ],
    [
      "a method that is none",
      flat(400, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one"),
      "INVALID_REQUEST_METHOD",
      "method",
    ],
    [
      "a linked record that is locked",
      item("RECORD_LOCKED", "Sorry, you cannot perform this operation as the record is locked.", {
        api_name: "Listings",
      }),
      "RECORD_LOCKED",
      "Listings",
    ],
    ["a record in review", item("NOT_REVIEWED", "record in review"), "NOT_REVIEWED", "review"],
    ["a blueprint", item("RECORD_IN_BLUEPRINT", "record in blueprint"), "RECORD_IN_BLUEPRINT", "blueprint"],
    [
      "an association that exists",
      item("DUPLICATE_LINKING_DATA", "duplicate association", { api_name: "Listings" }),
      "DUPLICATE_LINKING_DATA",
      "Listings",
    ],
  ])("%s", async (_, effect, code, subject) => {
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", times: 2, effect });
    expectTold(await failureOf(create("Leads", lead)), code, subject);
    // Of one record among others it is the outcome, unless it speaks of the whole request before anything was
    // written.
    const crm = await sandbox.crm();
    const many = createRecords(crm, { recordType: "Leads", records: [lead], validate: false });
    if (code === "OAUTH_SCOPE_MISMATCH")
      return expect(many).rejects.toMatchObject({ code, kind: "connection" });
    const { data } = await many;
    expect(data[0]).toMatchObject({ status: "error", code, hint: expect.stringMatching(/\w\.$/) });
    return undefined;
  });

  test("Zoho's own failure leaves open what became of an insert", async () => {
    await sandbox.fault({
      method: "POST",
      path: "^/crm/v8/Leads$",
      effect: flat(500, "INTERNAL_ERROR", "Internal Server Error"),
    });
    const error = await failureOf(create("Leads", lead));
    expectTold(error, "OUTCOME_UNKNOWN", "Internal Server Error");
    expect(error.details).toMatchObject({ cause: "INTERNAL_ERROR" });
  });
});

describe("answers that do not fit the records", () => {
  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...lead, City: `${index}` }));
  const answered = async (body: unknown, count: number) => {
    await sandbox.reset();
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", effect: { status: 400, body } });
    const crm = await sandbox.crm();
    return createRecords(crm, { recordType: "Leads", records: records(count), validate: false });
  };

  test("one refusal of all of them, as Zoho's newest sample has it, sends them in halves", async () => {
    const details = { maximum_length: 5, api_name: "data" };
    const refusal = {
      code: "LIMIT_EXCEEDED",
      details,
      message: "count of records in your request exceeds the limit",
      status: "error",
    };
    const { summary } = await answered({ data: [refusal] }, 10);
    expect(summary).toMatchObject({ succeeded: 10, requests: 3 });
    expect((await sandbox.records("Leads")).filter(({ Company }) => Company === "ABC")).toHaveLength(10);
  });

  test("one refusal of all of them for another reason is the outcome of each", async () => {
    const refusal = { code: "NOT_ALLOWED", details: {}, message: "not now", status: "error" };
    const { data } = await answered({ data: [refusal] }, 3);
    expect(data.map(({ code }) => code)).toEqual(Array(3).fill("NOT_ALLOWED"));
  });

  test.each([[1], [3]])("%i results for two records belong to none of them", async (count) => {
    const result = { code: "SUCCESS", details: { id: "1" }, message: "record added", status: "success" };
    const { data } = await answered({ data: Array(count).fill(result) }, 2);
    expect(data.map(({ code }) => code)).toEqual(["OUTCOME_UNKNOWN", "OUTCOME_UNKNOWN"]);
  });
});
