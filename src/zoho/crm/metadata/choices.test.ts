import { type Hostile, json, startHostile } from "../../../../test/hostile/zoho";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import component from "../../..";
import { addAttachment } from "../files/attachments";
import { createNote } from "../notes";
import { createTag } from "../tags";

/** Pickers as the platform runs them: by key, with a connection and what stands beside them. */
describe("pickers", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  async function choices(key: string, inputs: Record<string, unknown> = {}) {
    const pickers: Record<string, { perform: unknown }> = component.dataSources;
    const picker = pickers[key];
    if (!picker) throw new Error(`There is no picker ${key}.`);
    const log = () => {};
    const context = { logger: { debug: log, info: log, warn: log } };
    const perform = picker.perform as (context: object, inputs: object) => Promise<{ result: unknown }>;
    const connection = await sandbox.connection();
    return (await perform(context, { ...inputs, connection })).result as { key: string; label: string }[];
  }

  const recordType = "Leads";
  const labels = (list: { label: string }[]) => list.map(({ label }) => label);

  it("offer the active users by name, with their ids", async () => {
    const users = await choices("selectUser");
    expect(labels(users)).toEqual([
      "Amina Okafor",
      "Jane Doe",
      "Lukas Meyer",
      "Mei Tanaka",
      "Patricia Boyle",
      "Ravi Sundar",
    ]);
    expect(users[0]?.key).toMatch(/^\d+$/);
  });

  it("offer layouts and custom views by name, with their ids", async () => {
    const layouts = await choices("selectLayout", { recordType });
    expect(labels(layouts)).toEqual([...labels(layouts)].sort());
    expect(layouts).toContainEqual({ key: expect.stringMatching(/^\d+$/), label: "Standard" });
    expect(labels(await choices("selectCustomView", { recordType }))).toEqual([
      "All Leads",
      "My Leads",
      "Not Contacted Leads",
    ]);
  });

  it("offer related lists, picklist values and pipelines as other calls want them", async () => {
    expect(await choices("selectRelatedList", { recordType: "Deals" })).toContainEqual({
      key: "Contact_Roles",
      label: "Contact Roles",
    });
    expect(await choices("selectPicklistValue", { recordType, fieldName: "Lead_Status" })).toContainEqual({
      key: "Contacted",
      label: "Contacted",
    });
    const pipelines = await choices("selectPipeline", { recordType: "Deals" });
    expect(pipelines.map(({ key }) => key)).toEqual(["Renewals", "Sales"]);
  });

  it("offer tags by name, and none where a module has none", async () => {
    expect(await choices("selectTag", { recordType })).toEqual([]);
    const crm = await sandbox.crm();
    for (const tagName of ["new", "hot"]) await createTag(crm, { recordType, tagName });
    expect(await choices("selectTag", { recordType })).toEqual([
      { key: "hot", label: "hot" },
      { key: "new", label: "new" },
    ]);
  });

  it("offer the addresses to send from, with their names", async () => {
    expect(await choices("selectFromAddress")).toEqual([
      { key: "patricia.boyle@zylker.example", label: "Patricia Boyle <patricia.boyle@zylker.example>" },
      { key: "sales@zylker.example", label: "Zylker Sales <sales@zylker.example>" },
    ]);
  });

  it("offer leads, and what else is named by an id, told apart where names are the same", async () => {
    const [lead] = await choices("selectLead", { searchText: "a" });
    const record = { recordType, recordId: lead?.key ?? "" };
    const crm = await sandbox.crm();
    const file = { data: Buffer.from("text"), contentType: "text/plain" };
    for (const fileName of ["one.txt", "one.txt", "two.txt"])
      await addAttachment(crm, { ...record, file, fileName });
    const attachments = await choices("selectAttachment", record);
    expect(labels(attachments)).toHaveLength(3);
    expect(new Set(labels(attachments)).size).toBe(3);
    expect(labels(attachments)).toContain("two.txt");
    expect(labels(attachments).filter((label) => /^one\.txt \(/.test(label))).toHaveLength(2);

    await createNote(crm, { ...record, noteTitle: "First call", noteContent: "Hello" });
    await createNote(crm, { ...record, noteContent: "Called\nagain" });
    const notes = await choices("selectNote", record);
    expect(labels(notes).sort()).toEqual(["Called again", "First call"]);
    expect((await choices("selectNote")).length).toBeGreaterThanOrEqual(2);

    expect(await choices("selectAssignmentRule", { recordType })).toContainEqual({
      key: expect.stringMatching(/^\d+$/),
      label: expect.stringMatching(/./),
    });
    expect(await choices("selectEmailTemplate", { recordType })).toContainEqual({
      key: expect.stringMatching(/^\d+$/),
      label: expect.stringMatching(/./),
    });
  });
});

it.each<[string, object, object, RegExp]>([
  ["without a token", {}, {}, /no access token/],
  ["of no data center", { access_token: "1000.a" }, {}, /data center cannot be told/],
])("a connection %s is one that does not work", async (_, token, fields, reason) => {
  const log = () => {};
  const connection = { key: "zohoTemplatedConnection", configVarKey: "", fields, token, context: {} };
  const perform: unknown = component.actions.crmValidateConnection.perform;
  if (typeof perform !== "function") throw new Error("It cannot be performed.");
  const context = { logger: { debug: log, info: log, warn: log } };
  expect(await perform(context, { connection })).toEqual({
    data: false,
    reasons: [expect.stringMatching(reason)],
  });
});

describe("what the wizard says", () => {
  let zoho: Hostile;
  beforeAll(async () => {
    zoho = await startHostile();
  });
  afterAll(() => zoho.close());

  const refusal = (code: string, message: string, details: object = {}) => ({
    code,
    details,
    message,
    status: "error",
  });
  const noPermission = (...permissions: string[]) =>
    refusal("NO_PERMISSION", "permission denied", { permissions });

  it.each<[string, string, number, object, RegExp]>([
    [
      "which permission is missing",
      "selectField",
      403,
      noPermission("Crm_Implied_View_Leads"),
      /Crm_Implied_View_Leads.*Grant View Leads in the connected user's CRM profile, under Setup/,
    ],
    [
      "that API access is off in the profile",
      "selectField",
      403,
      noPermission("Crm_Implied_Api_Access"),
      /Turn on Zoho CRM API Access there, under Setup, Security Control, Profiles, Developer Permissions/,
    ],
    [
      "that the region may be wrong",
      "selectField",
      401,
      refusal("INVALID_TOKEN", "invalid oauth token"),
      /its Region URL may be of another data center/,
    ],
    [
      "that the login is of another data center",
      "selectField",
      401,
      refusal("AUTHENTICATION_FAILURE", "Authentication failed"),
      /another data center. Check the Region URL/,
    ],
    [
      "that the edition lacks something",
      "selectField",
      400,
      refusal("FEATURE_NOT_SUPPORTED", "feature not supported"),
      /edition does not have this feature/,
    ],
    [
      "that a license has ended",
      "selectField",
      403,
      refusal("ORG_EXPIRED", "Your trial has expired"),
      /trial or license has ended.*Renew it under Subscription/,
    ],
    [
      "that a trial of Books has ended",
      "selectItem",
      403,
      { code: 1038, message: "Your trial period is over. Please upgrade to a paid plan." },
      /trial or license has ended/,
    ],
    [
      "that a scope is missing",
      "selectField",
      401,
      refusal("OAUTH_SCOPE_MISMATCH", "invalid oauth scope"),
      /Add the scope ZohoCRM\.settings/,
    ],
    [
      "that Books is new to the login",
      "selectItem",
      200,
      { code: 0, message: "success", organizations: [] },
      /belongs to no organization of Zoho Books. Create one/,
    ],
  ])("%s", async (_, key, status, body, message) => {
    zoho.respond((__, response) => json(response, status, body));
    const picker = Object.values(component.dataSources).find((each) => each.key === key);
    const perform: unknown = picker?.perform;
    if (typeof perform !== "function") throw new Error(`There is no picker ${key}.`);
    const log = () => {};
    const token = {
      access_token: "1000.wizard",
      refresh_token: `1000.${Math.random()}`,
      api_domain: zoho.url,
    };
    const connection = { key: "zohoTemplatedConnection", configVarKey: "", fields: {}, token, context: {} };
    const context = { logger: { debug: log, info: log, warn: log } };
    await expect(perform(context, { recordType: "Leads", connection })).rejects.toThrow(message);
  });
});
