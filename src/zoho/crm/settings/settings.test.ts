import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { removeRecords } from "../records/write/update";
import { shareRecord } from "../sharing";
import { getRoles } from "../users";
import { enrollInCadence, getCadences } from "./automation";
import { getCurrencies, updateCurrency } from "./currencies";
import { getGlobalPicklists, removeGlobalPicklist, setGlobalPicklist } from "./globalPicklists";
import { changePortalUserStatus, getPortalUsers, getPreferences, invitePortalUsers } from "./organization";
import { getUserGroups, removeRole, removeUserGroup } from "./people";
import { getFeatures } from "./reference";
import { downloadExport, exportAuditLog, restoreRecords } from "./retention";
import { getVariable, getVariables, removeVariable, setVariable } from "./variables";

describe("settings of the organization", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const values = async () => (await getVariables(await sandbox.crm())).variables?.map(({ value }) => value);

  it("changes the value of a variable that is there, by its name or its id", async () => {
    const crm = await sandbox.crm();
    const [variable] = (await getVariable(crm, { variable: "Sync_Size" })).variables ?? [];
    await setVariable(crm, { variable: "Sync_Size", value: "100" });
    await setVariable(crm, { variable: String(variable?.id), value: "50" });
    expect(await values()).toEqual(["2026-03-01T08:00:00Z", "50"]);
  });

  it("creates a variable that is not there, of the type and in the group that are named", async () => {
    const crm = await sandbox.crm();
    await setVariable(crm, {
      variable: "Limit",
      value: "7",
      variableType: "integer",
      variableGroup: "Integrations",
    });
    expect((await getVariable(crm, { variable: "Limit" })).variables).toEqual([
      expect.objectContaining({
        type: "integer",
        value: "7",
        variable_group: expect.objectContaining({ api_name: "Integrations" }),
      }),
    ]);
  });

  it.each([
    [{ variable: "Sync_Size", value: "many" }, { code: "INVALID_DATA" }],
    [{ variable: "5725767000000999999", value: "1" }, { kind: "input" }],
    [
      { variable: "New", value: "1", variableGroup: "Nowhere" },
      { kind: "input", message: expect.stringContaining("General") },
    ],
    [{ variable: "New", value: "", variableType: "colour" }, { code: "INVALID_DATA" }],
  ])("refuses %o", async (input, error) => {
    await expect(setVariable(await sandbox.crm(), input)).rejects.toMatchObject(error);
    expect(await values()).toHaveLength(2);
  });

  it("deletes a variable whose first answer was lost, and says that there is none after that", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({
      path: "settings/variables/\\d+$",
      times: 1,
      effect: { reset: true, applied: true },
    });
    expect(await removeVariable(crm, { variable: "Sync_Size" })).toMatchObject({
      variables: [{ status: "success" }],
    });
    await expect(removeVariable(crm, { variable: "Sync_Size" })).rejects.toMatchObject({ kind: "notFound" });
  });

  it("takes the values that are not named from a global picklist one by one", async () => {
    const crm = await sandbox.crm();
    await setGlobalPicklist(crm, { globalPicklist: "Region", values: ["Africa"], removeOthers: true });
    const [region] = (await getGlobalPicklists(crm)).global_picklists ?? [];
    expect(region?.pick_list_values).toMatchObject([{ display_value: "Africa" }]);
  });

  it("knows values of a global picklist that came or went before an answer was lost", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ method: "PATCH", times: 1, effect: { reset: true, applied: true } });
    const added = await setGlobalPicklist(crm, { globalPicklist: "Region", values: ["Africa"] });
    expect(added).toMatchObject({ global_picklists: [{ status: "success" }] });
    await sandbox.fault({ method: "PATCH", times: 1, effect: { reset: true, applied: true } });
    const removed = await setGlobalPicklist(crm, {
      globalPicklist: "Region",
      values: ["Africa"],
      removeOthers: true,
    });
    expect(removed).toMatchObject({ global_picklists: [{ status: "success" }] });
    const [region] = (await getGlobalPicklists(crm)).global_picklists ?? [];
    expect(region?.pick_list_values).toMatchObject([{ display_value: "Africa" }]);
  });

  it("says which values of a global picklist are left where one does not go", async () => {
    const crm = await sandbox.crm();
    const item = { code: "NOT_ALLOWED", details: {}, message: "the value is in use", status: "error" };
    const effect = { status: 400, body: { global_picklists: [item] } };
    await sandbox.fault({ method: "PATCH", skip: 1, times: 1, effect });
    const [region] = (await getGlobalPicklists(crm)).global_picklists ?? [];
    const [first, ...others] = [region?.pick_list_values].flat().map((value) => Object(value).display_value);
    const input = { globalPicklist: "Region", values: [String(first)], removeOthers: true };
    await expect(setGlobalPicklist(crm, input)).rejects.toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining(`left is the removal of ${others.slice(1).join(", ")}`),
    });
  });

  it("deletes a global picklist whose first answer was lost, and is told that the deletion goes on", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({
      path: "global_picklists/\\d+$",
      times: 1,
      effect: { reset: true, applied: true },
    });
    expect(await removeGlobalPicklist(crm, { globalPicklist: "Region" })).toMatchObject({
      global_picklists: [{ status: "success" }],
    });
    await expect(removeGlobalPicklist(crm, { globalPicklist: "Region" })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });

  it("deletes a user group that records are shared with, which Zoho schedules", async () => {
    const crm = await sandbox.crm();
    const { user_groups } = await getUserGroups(crm, {});
    const groupId = String(user_groups[0]?.id);
    const [lead] = await sandbox.records("Leads");
    const record = { recordType: "Leads", recordId: String(lead?.id) };
    await shareRecord(crm, {
      ...record,
      sharedWithType: "groups",
      sharedWithIds: [groupId],
      permission: "read_only",
    });
    expect(await removeUserGroup(crm, { groupId })).toMatchObject({
      user_groups: [{ code: "SCHEDULED", status: "scheduled", details: { job_id: expect.any(String) } }],
    });
  });

  it("changes the rate of a currency by its code, and names those that there are", async () => {
    const crm = await sandbox.crm();
    await updateCurrency(crm, { currency: "EUR", exchangeRate: "0.95" });
    expect((await getCurrencies(crm)).currencies?.[1]).toMatchObject({
      exchange_rate: "0.95",
      is_active: true,
    });
    await expect(updateCurrency(crm, { currency: "GBP", active: true })).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("USD, EUR"),
    });
    await expect(updateCurrency(crm, { currency: "USD", active: false })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });

  it("gives the preferences of appointments with the deals that are made of them", async () => {
    const input = { preference: "appointments" } as const;
    const { preferences } = await getPreferences(await sandbox.crm(), input);
    expect(preferences).toMatchObject({ deal_record_configuration: { layout: { name: "Standard" } } });
  });

  it("lists the features of the edition by page, and to the end", async () => {
    const crm = await sandbox.crm();
    const { __features: first, info } = await getFeatures(crm, { per_page: 1 });
    expect(first).toHaveLength(1);
    expect(info).toMatchObject({ page: 1, more_records: true });
    const all = await getFeatures(crm, { per_page: 1, fetchAll: true });
    expect(all.__features.map(({ api_name }) => api_name)).toEqual(["custom_field", "unique_field"]);
    expect(all.info).toMatchObject({ count: 2, more_records: false });
  });

  it("lists no currency of an organization that has one alone", async () => {
    const crm = await sandbox.crm();
    const body = {
      code: "CURRENCIES_NOT_ENABLED",
      details: {},
      message: "Multi currency is not enabled",
      status: "error",
    };
    await sandbox.fault({ path: "org/currencies$", times: 2, effect: { status: 403, body } });
    expect(await getCurrencies(crm)).toEqual({ currencies: [] });
    await expect(updateCurrency(crm, { currency: "EUR", active: true })).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("no EUR. It has none but its home currency"),
    });
  });

  it("removes no role for one that is not there, though an answer was lost before", async () => {
    const crm = await sandbox.crm();
    const { roles } = await getRoles(crm);
    const role = { roleId: String(roles.at(-1)?.id), transferTo: "5725767000000999999" };
    await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true } });
    await expect(removeRole(crm, role)).rejects.toMatchObject({
      code: "INVALID_DATA",
      message: expect.stringContaining("invalid transferToId"),
    });
    await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true, applied: true } });
    const done = await removeRole(crm, { ...role, transferTo: String(roles[0]?.id) });
    expect(done).toMatchObject({ roles: [{ status: "success" }] });
  });

  describe("restores records", () => {
    const binned = async (count: number) => {
      const recordIds = (await sandbox.records("Leads")).slice(0, count).map(({ id }) => String(id));
      await removeRecords(await sandbox.crm(), { recordType: "Leads", recordIds });
      return recordIds;
    };

    it("each with an outcome of its own", async () => {
      const [first = "", second = ""] = await binned(2);
      const { data: outcomes, summary } = await restoreRecords(await sandbox.crm(), {
        recordIds: [first, "111", second],
      });
      expect(outcomes.map(({ code }) => code)).toEqual(["SUCCESS", "INVALID_DATA", "SUCCESS"]);
      expect(summary).toMatchObject({ succeeded: 2, failed: 1, requests: 1 });
    });

    it("and does not call one refused whose first answer was lost", async () => {
      const recordIds = await binned(1);
      await sandbox.fault({ path: "actions/restore", times: 1, effect: { reset: true, applied: true } });
      const { data: outcomes } = await restoreRecords(await sandbox.crm(), { recordIds });
      expect(outcomes).toEqual([expect.objectContaining({ code: "OUTCOME_UNKNOWN" })]);
      expect((await sandbox.records("Leads")).map(({ id }) => id)).toContain(recordIds[0]);
    });
  });

  it("tells of each record that its enrollment is scheduled, where Zoho says so once for all", async () => {
    const message = "Cadence manual enrolment is in progress.";
    await sandbox.behaviours({ enrollments: "scheduled" });
    const recordIds = (await sandbox.records("Leads")).slice(0, 3).map(({ id }) => String(id));
    const { cadences } = await getCadences(await sandbox.crm(), { recordType: "Leads", fetchAll: true });
    const input = { recordType: "Leads", recordIds, cadenceIds: [String(cadences[0]?.id)] };
    const { data: outcomes, summary } = await enrollInCadence(await sandbox.crm(), input);
    expect(outcomes.map(({ status, code, message: told }) => [status, code, told])).toEqual(
      Array(3).fill(["success", "SCHEDULED", message]),
    );
    expect(summary).toMatchObject({ succeeded: 3, requests: 1 });
    await sandbox.behaviours({ enrollments: "atOnce" });
  });

  it("changes the status of a user of a portal, which an earlier try may have done", async () => {
    const crm = await sandbox.crm();
    const [contact] = await sandbox.records("Contacts");
    const type = { portal: "ZylkerCustomers", userTypeId: "5725767000000280001" };
    const recordId = String(contact?.id);
    await invitePortalUsers(crm, {
      recordType: "Contacts",
      recordIds: [recordId],
      userTypeId: type.userTypeId,
    });
    const path = "change_status$";
    for (const active of [false, true]) {
      await sandbox.fault({ path, method: "PUT", times: 1, applied: true, effect: { reset: true } });
      const told = await changePortalUserStatus(crm, { ...type, recordId, active });
      expect(told.change_status).toMatchObject([{ status: "success" }]);
      expect((await getPortalUsers(crm, type)).users).toMatchObject([{ active }]);
    }
    await expect(changePortalUserStatus(crm, { ...type, recordId, active: true })).rejects.toMatchObject({
      code: "ALREADY_ACTIVATED",
    });
    await sandbox.fault({ path, method: "PUT", times: 1, effect: { reset: true } });
    await expect(changePortalUserStatus(crm, { ...type, recordId: "1", active: true })).rejects.toMatchObject(
      {
        code: "INVALID_DATA",
      },
    );
  });

  it("tells of no record what Zoho says of another", async () => {
    const scheduled = { code: "SCHEDULED", details: { id: "1" }, message: "scheduled", status: "success" };
    const effect = { status: 202, body: { data: [scheduled] } };
    await sandbox.fault({ path: "enrol_in_cadences", times: 9, effect });
    const input = { recordType: "Leads", recordIds: ["1", "2"], cadenceIds: ["3"] };
    const { data: outcomes } = await enrollInCadence(await sandbox.crm(), input);
    expect(outcomes.map(({ code }) => code)).toEqual(["SCHEDULED", "OUTCOME_UNKNOWN"]);
  });

  it.each([
    ["https://download.example/v2/crm/1/backup/2/Data_001.zip", "UNTRUSTED_HOST"],
    ["http://127.0.0.1.example/a.zip", "UNTRUSTED_HOST"],
    ["Data_001.zip", "INVALID_INPUT"],
  ])("sends no token to where no file of Zoho's is: %s", async (link, code) => {
    const crm = await sandbox.crm();
    await sandbox.clearLedger();
    await expect(downloadExport(crm, { link })).rejects.toMatchObject({ code });
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  describe("the export of the audit log", () => {
    const criteria = { field: { api_name: "module" }, comparator: "equal", value: "Leads" };
    const answers = (method: string, item: object) =>
      sandbox.fault({
        method,
        path: "audit_log_export",
        times: 1,
        effect: { status: 200, body: { audit_log_export: [item] } },
      });

    it("fails where Zoho says success and names no job", async () => {
      await answers("POST", { code: "SCHEDULED", details: {}, message: "scheduled", status: "success" });
      const exported = exportAuditLog(await sandbox.crm(), { criteria });
      await expect(exported).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    });

    it("fails where Zoho ends it without a file", async () => {
      await answers("GET", { id: "4876876000007654321", status: "failed", download_links: [] });
      await expect(exportAuditLog(await sandbox.crm(), { criteria })).rejects.toMatchObject({
        code: "JOB_FAILED",
        details: expect.objectContaining({ status: "failed" }),
      });
    });
  });
});
