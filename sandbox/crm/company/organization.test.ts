import { isObject, objectsOf } from "../objects";
import { type Item, startTestCrm, type TestCrm } from "../testing";

let crm: TestCrm;
beforeEach(async () => {
  crm = await startTestCrm();
});
afterEach(() => crm.close());

const list = async (path: string, key: string): Promise<Item[]> => {
  const { status, body } = await crm.get(path);
  return status === 204 ? [] : objectsOf(body[key]);
};
const send = async (method: string, path: string, body?: object) => {
  const reply = await crm.call(method, path, body);
  const [first] = Object.values(reply.body ?? {}).flatMap(objectsOf);
  const details: Item = isObject(first?.details) ? first.details : {};
  return { status: reply.status, code: reply.body?.code ?? first?.code, first, details, body: reply.body };
};

describe("portals", () => {
  const portal = "/settings/portals/ZylkerCustomers/user_type";
  const contact = (more: object = {}) =>
    crm.add("Contacts", { Last_Name: "Burns", Email: "ada.burns@example.com", ...more });

  it("crm.portals.invite, crm.portals.users, crm.portals.changeStatus and crm.portals.removeUsers", async () => {
    expect(await list("/settings/portals", "portals")).toMatchObject([{ name: "ZylkerCustomers" }]); // crm.portals.list
    const [client, partner] = await list(portal, "user_type"); // crm.portals.userTypes
    const id = await contact();
    const users = `${portal}/${client?.id}/users`;
    const invite = (record: string, type = "invite", userType = client?.id) =>
      send("POST", `/Contacts/${record}/actions/portal_invite?user_type_id=${userType}&type=${type}`);
    expect(await invite(id, "reinvite")).toMatchObject({ status: 400, code: "CANNOT_PROCESS" });
    expect(await invite(id)).toMatchObject({ status: 200, first: { details: { record_id: id } } });
    expect(await invite(id)).toMatchObject({ code: "DUPLICATE_DATA" });
    expect(await invite(id, "reinvite")).toMatchObject({ status: 200 });
    expect(await invite(id, "invite", partner?.id)).toMatchObject({ code: "INVALID_DATA" });
    expect(await invite(await contact({ Email: null }))).toMatchObject({
      body: {
        code: "INVALID_DATA",
        message: "Invitation sent has failed as provided personality record does not have email id.",
      },
    });
    expect((await send("POST", `/Contacts/${id}/actions/portal_invite`)).code).toBe("REQUIRED_PARAM_MISSING");
    expect(await list(users, "users")).toMatchObject([{ personality_id: id, active: true }]);
    const status = (record: string, active: string) =>
      send("PUT", `${users}/${record}/actions/change_status?active=${active}`);
    expect((await send("POST", `${users}/${id}/actions/change_status?active=true`)).code).toBe(
      "INVALID_REQUEST_METHOD",
    );
    expect((await status(id, "true")).body).toMatchObject({
      code: "ALREADY_ACTIVATED",
      details: { resource_path_index: "6" },
    });
    expect(await status(id, "false")).toMatchObject({ status: 200 });
    expect(await status("1", "false")).toMatchObject({ code: "INVALID_DATA" });
    expect(await status(id, "maybe")).toMatchObject({ code: "INVALID_DATA" });
    // crm.portals.changeStatuses does it a little later.
    const change_status = [{ users: [{ personality_id: id, active: true }] }];
    await send("PUT", `${users}/actions/change_status`, { change_status });
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect(await list(users, "users")).toMatchObject([{ active: true }]);
    // crm.portals.transferUsers
    const move = (to: unknown) =>
      send("POST", `${users}/action/transfer?transfer_To=${to}&personality_ids=${id}`);
    expect(await move("1")).toMatchObject({ code: "INVALID_DATA" });
    expect((await send("POST", `${users}/action/transfer?personality_ids=${id}`)).body).toMatchObject({
      code: "REQUIRED_PARAM_MISSING",
      details: { param: "transfer_To" },
    });
    expect(await move(partner?.id)).toMatchObject({ status: 200 });
    expect(await list(users, "users")).toEqual([]);
    const remove = () => send("DELETE", `${portal}/${partner?.id}/users?personality_ids=${id}`);
    expect(await remove()).toMatchObject({ status: 200 });
    expect(await remove()).toMatchObject({
      status: 400,
      first: { message: expect.stringMatching(/^Delete of user failed/), details: { personality_id: id } },
    });
    expect((await send("DELETE", `${portal}/${partner?.id}/users`)).code).toBe("REQUIRED_PARAM_MISSING");
    expect((await send("GET", "/settings/portals/Nowhere/user_type")).status).toBe(400);
    expect((await send("GET", `${portal}/1/users`)).code).toBe("PATTERN_NOT_MATCHED");
  });

  it("crm.portals.inviteMany invites by a job, which crm.portals.inviteStatus tells of record by record", async () => {
    const [client] = await list(portal, "user_type");
    const id = await contact();
    const data = [id, "1"].map((record) => ({ id: record, user_type_id: client?.id, type: "invite" }));
    const path = "/Contacts/actions/portal_invite";
    const { details } = await send("POST", path, { portal_invite: [{ data }] });
    const ask = async () => (await list(`${path}?job_id=${details.job_id}`, "portal_invite"))[0];
    expect([(await ask())?.status, (await ask())?.status]).toEqual(["scheduled", "in_progress"]);
    expect(await ask()).toMatchObject({
      status: "completed",
      data: [{ code: "SUCCESS" }, { code: "INVALID_DATA" }],
    });
    expect((await send("POST", path, {})).status).toBe(400);
    expect((await crm.get(`${path}?job_id=1`)).status).toBe(204);
  });
});

describe("preferences", () => {
  it("crm.unsubscribeLinks.create, crm.unsubscribeLinks.update and crm.unsubscribeLinks.delete change crm.unsubscribeLinks.list", async () => {
    const [path, key] = ["/settings/unsubscribe_links", "unsubscribe_links"];
    const link = { name: "Offers", page_type: "standard", submission_action_type: "message" };
    const { details } = await send("POST", path, { [key]: [link] });
    const { id } = details;
    expect(await send("PUT", `${path}/${id}`, { [key]: [{ name: "All Offers" }] })).toMatchObject({
      status: 200,
    });
    // crm.unsubscribeLinks.updateMany and crm.unsubscribeLinks.get
    expect(await send("PUT", path, { [key]: [{ id, name: "Newsletter" }] })).toMatchObject({
      code: "DUPLICATE_DATA",
    });
    expect(await list(`${path}/${id}`, key)).toMatchObject([{ name: "All Offers" }]);
    expect(await send("DELETE", `${path}/${id}`)).toMatchObject({ status: 200 });
    // crm.unsubscribeLinks.associations
    expect((await crm.get("/settings/unsubscribe_link/actions/associations")).status).toBe(204);
  });

  it("crm.wizards.list and crm.wizards.get give the wizards of a module", async () => {
    const [wizard] = await list("/settings/wizards?module=Leads", "wizards");
    const own = `/settings/wizards/${wizard?.id}`;
    expect(await list(`${own}?module=Leads&layout_id=1`, "wizards")).toEqual([wizard]);
    expect(await list("/settings/wizards?module=Deals", "wizards")).toEqual([]);
    const refused = async (path: string) => (await crm.get(path)).body;
    expect(await refused(own)).toMatchObject({ code: "REQUIRED_PARAM_MISSING" });
    expect(await refused(`${own}?module=Leads`)).toMatchObject({
      code: "EXPECTED_PARAM_MISSING",
      details: { param_names: ["layout_rid", "layout_id"] },
    });
    for (const path of ["/settings/wizards", own])
      expect(await refused(`${path}?module=Nowhere`)).toMatchObject({
        code: "INVALID_MODULE",
        details: {},
        message: "The module name seems to be invalid",
      });
  });

  it("crm.dataSharing.update changes crm.dataSharing.get, module by module", async () => {
    const path = "/settings/data_sharing";
    const [leads] = await list(path, "data_sharing");
    const change = (share_type: string, id: unknown = isObject(leads?.module) && leads.module.id) =>
      send("PUT", path, { data_sharing: [{ share_type, module: { id } }] });
    expect(await change("public_read_only")).toMatchObject({
      status: 200,
      first: { details: { module: "Leads" } },
    });
    expect((await list(path, "data_sharing"))[0]).toMatchObject({ share_type: "public_read_only" });
    expect(await change("everybody")).toMatchObject({ status: 400 });
    expect(await change("private", "1")).toMatchObject({ status: 400 });
    expect(await send("PUT", path, {})).toMatchObject({ status: 400 });
  });
});

describe("what leaves the organization", () => {
  const bulk = async (method: string, path: string, body?: object) => {
    const init = {
      method,
      headers: { ...crm.authorization(["ZohoCRM.bulk.ALL"]), "Content-Type": "application/json" },
    };
    const response = await fetch(`${crm.url}/crm/bulk/v8/backup${path}`, {
      ...init,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  };

  it("crm.backup.schedule, crm.backup.get, crm.backup.urls, crm.backup.history, crm.backup.cancel and crm.backup.file", async () => {
    expect((await bulk("GET", "")).status).toBe(204);
    expect((await bulk("POST", "", { backup: { rrule: "RRULE:FREQ=HOURLY" } })).status).toBe(400);
    const made = await bulk("POST", "", { backup: { rrule: "RRULE:FREQ=WEEKLY;BYDAY=MO" } });
    expect(made).toMatchObject({ status: 200, body: { backup: { code: "SUCCESS" } } });
    expect((await bulk("POST", "", { backup: {} })).body.backup.code).toBe("ALREADY_SCHEDULED");
    expect((await bulk("PUT", `/${made.body.backup.details.id}/actions/cancel`)).status).toBe(200);
    expect((await bulk("PUT", "/1/actions/cancel")).status).toBe(400);
    await bulk("POST", "", { backup: {} });
    expect((await bulk("GET", "/urls")).status).toBe(204);
    expect((await bulk("GET", "")).body.backup).toMatchObject({ status: "SCHEDULED", rrule: null });
    expect((await bulk("GET", "")).body.backup).toMatchObject({ status: "COMPLETED" });
    const [link] = (await bulk("GET", "/urls")).body.urls.data_links;
    expect(link).toMatch(/\/v2\/crm\/\d+\/backup\/\d+\/Data_001\.zip$/);
    const headers = crm.authorization(["ZohoFiles.files.ALL"]);
    expect(await (await fetch(link, { headers })).text()).toMatch(/^PK/);
    expect((await fetch(link.replace(/\d+\/Data/, "1/Data"), { headers })).status).toBe(404);
    expect((await bulk("GET", "/history")).body.history.map(({ state }: Item) => state)).toEqual([
      "COMPLETED",
      "SCHEDULED",
      "CANCELLED",
      "SCHEDULED",
    ]);
  });

  it("crm.auditLog.export, crm.auditLog.list and crm.auditLog.get", async () => {
    const [path, key] = ["/settings/audit_log_export", "audit_log_export"];
    expect((await crm.get(path)).status).toBe(204);
    const criteria = { field: { api_name: "audited_time" }, comparator: "greater_than", value: "2026-01-01" };
    const { details } = await send("POST", path, { [key]: [{ criteria }] });
    const { id } = details;
    expect((await crm.call("POST", path, { [key]: [{ criteria }] })).body[key]).toEqual([
      {
        code: "ALREADY_SCHEDULED",
        message: "Export is already scheduled",
        details: { id },
        status: "error",
      },
    ]);
    expect((await crm.call("POST", path, { [key]: [{ criteria }, { criteria }] })).body[key]).toMatchObject([
      { code: "LIMIT_EXCEEDED", details: { limit: "1" } },
    ]);
    expect(await list(path, key)).toMatchObject([{ id, status: "scheduled", download_links: [] }]);
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect(await list(`${path}/${id}`, key)).toMatchObject([{ status: "finished", criteria }]);
    for (const body of [{}, { [key]: [{}] }, { [key]: [{ criteria: { field: 1 } }] }])
      expect((await crm.call("POST", path, body)).status).toBe(400);
  });
});

describe("emails and records", () => {
  const lead = (more: object = {}) => crm.add("Leads", { Last_Name: "A", Company: "B", ...more });

  it("crm.emailDrafts.create, crm.emailDrafts.update and crm.emailDrafts.delete change crm.emailDrafts.list", async () => {
    const path = `/Leads/${await lead()}/__email_drafts`;
    const key = "__email_drafts";
    const draft = { from: "patricia.boyle@zylker.example", rich_text: true, subject: "Hello" };
    const { details, status } = await send("POST", path, { [key]: [draft] });
    expect(status).toBe(201);
    const { id } = details;
    expect(await send("PUT", `${path}/${id}`, { [key]: [{ ...draft, subject: "Bye" }] })).toMatchObject({
      status: 200,
    });
    expect(await list(`${path}/${id}`, key)).toMatchObject([{ id, subject: "Bye" }]); // crm.emailDrafts.get
    expect(await list(path, key)).toHaveLength(1);
    const wrong = [
      { ...draft, from: "nobody@example.com" },
      { ...draft, rich_text: undefined },
      { ...draft, to: [{ email: "x" }] },
      { ...draft, subject: "x".repeat(513) },
      {},
    ];
    for (const each of wrong) expect((await send("POST", path, { [key]: [each] })).status).toBe(400);
    expect(await send("POST", path, { [key]: [wrong[0]] })).toMatchObject({
      first: {
        code: "INVALID_DATA",
        details: { api_name: "from" },
        message:
          "Email can't be saved as draft using this from address.Kindly check the allowed from address list",
      },
    });
    expect(await send("POST", path, { [key]: [wrong[2]] })).toMatchObject({
      first: { message: "invalid email" },
    });
    expect((await send("DELETE", `${path}/${id}`)).status).toBe(200);
    for (const method of ["DELETE", "PUT"])
      expect((await send(method, `${path}/${id}`, { [key]: [draft] })).code).toBe("INVALID_DATA");
    expect((await crm.get(`${path}/${id}`)).status).toBe(204);
  });

  it("crm.emails.associate makes an email one of the record's, once", async () => {
    const id = await lead();
    const email = {
      from: { email: "ada@example.com" },
      to: [{ email: "sales@example.com" }],
      subject: "Hello",
      content: "Hello",
      original_message_id: "<1@example.com>",
      sent: false,
      date_time: "2026-03-01T09:00:00+01:00",
    };
    const path = `/Leads/${id}/actions/associate_email`;
    expect(await send("POST", path, { Emails: [email] })).toMatchObject({
      status: 200,
      details: { message_id: "<1@example.com>" },
    });
    expect(await list(`/Leads/${id}/Emails`, "Emails")).toMatchObject([{ subject: "Hello" }]);
    expect(await send("POST", path, { Emails: [email] })).toMatchObject({ code: "DUPLICATE_DATA" });
    expect(await send("POST", path, { Emails: [{ ...email, subject: "" }] })).toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "subject", json_path: "$.Emails[0].subject" },
    });
    expect(await send("POST", path, { Emails: [email, email] })).toMatchObject({
      code: "INVALID_DATA",
      body: { details: { maximum_length: 1 } },
    });
    expect(await send("POST", path, { data: [email] })).toMatchObject({
      details: { api_name: "Emails", json_path: "$.Emails" },
    });
    expect((await send("POST", path, {})).status).toBe(400);
    expect((await send("POST", "/Leads/1/actions/associate_email", { Emails: [email] })).status).toBe(400);
  });

  it("crm.related.count counts several lists of a record at once", async () => {
    const account = await crm.add("Accounts", { Account_Name: "Zylker" });
    await crm.add("Contacts", { Last_Name: "A", Account_Name: { id: account } });
    const key = "get_related_records_count";
    const ask = (id: string, items: object[]) =>
      send("POST", `/Accounts/${id}/actions/${key}`, { [key]: items });
    const count = (id: string, ...names: string[]) =>
      ask(
        id,
        names.map((api_name) => ({ related_list: { api_name } })),
      );
    const { body } = await count(account, "Contacts", "Deals");
    expect(body[key]).toMatchObject([{ count: 1 }, { count: 0 }]);
    const [item] = body[key] as { related_list: { id: string } }[];
    const refused = await ask(account, [
      { related_list: { id: item?.related_list.id } },
      { related_list: { api_name: "Nowhere" } },
      {},
      { related_list: {} },
      { related_list: { api_name: "Deals", id: item?.related_list.id } },
    ]);
    expect(refused.status).toBe(207);
    expect(refused.body[key]).toMatchObject([
      { count: 1, related_list: { api_name: "Contacts" } },
      { code: "INVALID_DATA", message: "Given related_list is invalid", details: { api_name: "id" } },
      { code: "MANDATORY_NOT_FOUND", details: { json_path: `$.${key}[2].related_list` } },
      {
        code: "EXPECTED_FIELD_MISSING",
        details: { expected_fields: [{ api_name: "api_name" }, { api_name: "id" }] },
      },
      { code: "AMBIGUITY_DURING_PROCESSING" },
    ]);
    expect(await count("1", "Contacts")).toMatchObject({
      status: 400,
      body: { details: { resource_path_index: 1 } },
    });
    expect((await count(account)).code).toBe("MANDATORY_NOT_FOUND");
    expect((await count(account, ...Array(21).fill("Deals"))).status).toBe(400);
  });

  it("crm.records.fullData and crm.records.fullDataOne give long texts in full", async () => {
    const Proposal = "x".repeat(5_000);
    const id = await lead({ Proposal, Description: "Plain" });
    const path = "actions/fetch_full_data";
    const both = "fields=Proposal,Description";
    expect(await list(`/Leads/${path}?ids=${id},1&${both}`, "data")).toEqual([{ id, Proposal }]);
    expect(await list(`/Leads/${id}/${path}`, "data")).toEqual([{ id, Proposal }]);
    const refused = async (query: string) => (await crm.get(`/Leads/${path}?${query}`)).body;
    for (const [query, param_name] of [
      ["fields=Proposal", "ids"],
      [`ids=${id}`, "fields"],
    ])
      expect(await refused(String(query))).toMatchObject({
        code: "REQUIRED_PARAM_MISSING",
        details: { param_name },
      });
    const nine = Array(9).fill("Proposal").join(",");
    expect(await refused(`ids=${id}&fields=${nine}`)).toMatchObject({ code: "INVALID_REQUEST" });
  });

  it("crm.entityScores.list and crm.entityScores.get score leads", async () => {
    const id = await lead();
    const [score] = await list(`/Entity_Scores__s/${id}?fields=Score`, "data");
    expect(score).toMatchObject({ Entity: { id }, Scoring_Rule: { name: "Lead Score" } });
    expect((await crm.get("/Entity_Scores__s")).body.code).toBe("REQUIRED_PARAM_MISSING");
    expect(await list(`/Entity_Scores__s?fields=Score&ids=${score?.id}`, "data")).toEqual([score]);
  });

  it("crm.org.setPhoto, crm.org.photo and crm.org.removePhoto", async () => {
    const headers = crm.authorization(["ZohoCRM.org.ALL"]);
    const put = (bytes: Buffer) => {
      const body = new FormData();
      body.set("file", new File([new Uint8Array(bytes)], "logo.png"));
      return fetch(`${crm.url}/crm/v8/org/photo`, { method: "POST", headers, body });
    };
    expect((await put(Buffer.from("text"))).status).toBe(415);
    expect((await put(Buffer.from("89504e470d0a1a0a", "hex"))).status).toBe(200);
    expect((await fetch(`${crm.url}/crm/v8/org/photo`, { headers })).status).toBe(200);
    expect((await put(Buffer.alloc(2 * 1024 * 1024))).status).toBe(413);
    expect((await crm.call("DELETE", "/org/photo")).status).toBe(200);
    expect((await crm.get("/org/photo")).status).toBe(204);
  });

  it.each([
    ["crm.workflowRules.list", "crm.workflowRules.get", "workflow_rules"],
    ["crm.webhooks.list", "crm.webhooks.get", "webhooks"],
    ["crm.fieldUpdates.list", "crm.fieldUpdates.get", "field_updates"],
    ["crm.workflowTasks.list", "crm.workflowTasks.get", "tasks"],
  ])("%s and %s give what automation is made of", async (_, __, key) => {
    const path = `/settings/automation/${key}`;
    const [first] = await list(`${path}?module=Leads`, key);
    expect(await list(`${path}/${first?.id}`, key)).toEqual([first]);
    expect(await list(`${path}?module=Deals`, key)).toEqual([]);
  });

  it("services and appointments are records", async () => {
    const service = await crm.add("Services__s", {
      Service_Name: "Inspection",
      Duration: 30,
      Location: "Client Address",
    });
    const appointment = {
      Service_Name: { id: service },
      Appointment_For: { id: await lead(), module: { api_name: "Leads" } },
      Appointment_Start_Time: "2026-03-01T09:00:00+01:00",
    };
    const id = await crm.add("Appointments__s", appointment);
    expect(await crm.read("Appointments__s", id)).toMatchObject({ Service_Name: { name: "Inspection" } });
  });
});
