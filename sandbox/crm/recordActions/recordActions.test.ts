import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("what is done with one record", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 2, Cases: 0 } }));

  const addLead = (more: object = {}) => crm.add("Leads", { Last_Name: "Burns", Company: "Zylker", ...more });

  describe("crm.records.clone", () => {
    const clone = (module: string, id: string, body?: object) =>
      crm.call("POST", `/${module}/${id}/actions/clone`, body);

    it("copies a record but for what the body gives", async () => {
      const id = await addLead({ City: "Paris", Tag: [{ name: "vip" }] });
      const reply = await clone("Leads", id, { data: [{ City: "Rome" }] });
      expect(reply.status).toBe(201);
      const made = itemOf(reply).details.id;
      expect(made).not.toBe(id);
      expect(await crm.read("Leads", made)).toMatchObject({
        Last_Name: "Burns",
        City: "Rome",
        Tag: [{ name: "vip" }],
      });
    });

    it("copies line items, and needs no body", async () => {
      const { data } = (await crm.control("GET", "records/Quotes")) as { data: Item[] };
      const reply = await clone("Quotes", String(data[0]?.id));
      const made = await crm.read("Quotes", itemOf(reply).details.id);
      expect(made.Quoted_Items).toHaveLength(2);
      expect(made.Grand_Total).toBe(data[0]?.Grand_Total);
    });

    it("refuses the value of a unique field a second time, and an unknown record", async () => {
      const id = await addLead({ Referral_Code: "R-1" });
      expect(itemOf(await clone("Leads", id)).code).toBe("DUPLICATE_DATA");
      expect((await clone("Leads", id, { data: [{ Referral_Code: "R-2" }] })).status).toBe(201);
      const refused = await clone("Leads", "1");
      expect(refused.status).toBe(400);
      expect(itemOf(refused)).toMatchObject({ code: "INVALID_DATA", details: { resource_path_index: 1 } });
    });
  });

  describe("crm.records.timeline", () => {
    it("tells what happened to a record, the newest first, with the values before and after", async () => {
      const id = await addLead({ City: "Paris" });
      await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "Rome" }] });
      const { status, body } = await crm.get(`/Leads/${id}/__timeline`);
      expect(status).toBe(200);
      expect(body.__timeline).toMatchObject([
        { action: "updated", field_history: [{ api_name: "City", _value: { old: "Paris", new: "Rome" } }] },
        { action: "added", done_by: { name: "Patricia Boyle" }, record: { id }, field_history: null },
      ]);
    });

    it("goes on with a page token", async () => {
      const id = await addLead();
      for (const City of ["A", "B", "C"]) await crm.call("PUT", `/Leads/${id}`, { data: [{ City }] });
      const first = (await crm.get(`/Leads/${id}/__timeline?per_page=3`)).body;
      expect(first.info).toMatchObject({ count: 3, more_records: true });
      const token = first.info.next_page_token;
      const second = (await crm.get(`/Leads/${id}/__timeline?per_page=3&page_token=${token}`)).body;
      expect([second.info.count, second.info.more_records, second.info.next_page_token]).toEqual([
        1,
        false,
        null,
      ]);
      const asc = (await crm.get(`/Leads/${id}/__timeline?sort_order=asc`)).body.__timeline as Item[];
      expect(asc.map(({ action }) => action)).toEqual(["added", "updated", "updated", "updated"]);
    });

    it("has nothing to tell of a record that was there before, and refuses what it does not know", async () => {
      const { data } = (await crm.control("GET", "records/Leads")) as { data: Item[] };
      expect((await crm.get(`/Leads/${data[0]?.id}/__timeline`)).status).toBe(204);
      expect((await crm.get("/Leads/1/__timeline")).body.code).toBe("INVALID_DATA");
      expect((await crm.get(`/Leads/${data[0]?.id}/__timeline?sort_by=id`)).body.code).toBe(
        "PATTERN_NOT_MATCHED",
      );
      expect((await crm.get(`/Leads/${data[0]?.id}/__timeline?per_page=201`)).body.code).toBe(
        "PATTERN_NOT_MATCHED",
      );
      expect((await crm.get(`/Leads/${data[0]?.id}/__timeline?page_token=x`)).body.code).toBe(
        "PATTERN_NOT_MATCHED",
      );
    });
  });

  describe("crm.blueprint.get and crm.blueprint.update", () => {
    const addCase = (more: object = {}) =>
      crm.add("Cases", { Subject: "Broken", Status: "New", Case_Origin: "Web", ...more });
    const blueprint = async (id: string) =>
      (await crm.get(`/Cases/${id}/actions/blueprint`)).body.blueprint as {
        process_info: Item;
        transitions: Item[];
      };
    const move = (id: string, transition_id: unknown, data: object = {}) =>
      crm.call("PUT", `/Cases/${id}/actions/blueprint`, { blueprint: [{ transition_id, data }] });

    it("names the transitions from where the record is, and their fields", async () => {
      const { process_info, transitions } = await blueprint(await addCase());
      expect(process_info).toMatchObject({ api_name: "Status", field_value: "New" });
      expect(transitions.map(({ name, next_field_value }) => [name, next_field_value])).toEqual([
        ["Wait for the customer", "On Hold"],
        ["Escalate", "Escalated"],
      ]);
      expect(transitions[0]?.fields).toMatchObject([
        { api_name: "Case_Reason", mandatory: true },
        { api_name: "Priority", mandatory: false },
      ]);
    });

    it("makes a transition, saves one in part, and refuses others", async () => {
      const id = await addCase();
      const [wait] = (await blueprint(id)).transitions;
      expect((await move(id, wait?.id)).body.message).toBe("transition saved partially");
      expect((await crm.read("Cases", id)).Status).toBe("New");
      const made = await move(id, wait?.id, { Case_Reason: "New problem" });
      expect([made.status, made.body.message]).toEqual([200, "transition updated successfully"]);
      expect(await crm.read("Cases", id)).toMatchObject({ Status: "On Hold", Case_Reason: "New problem" });
      expect((await move(id, wait?.id)).body.code).toBe("INVALID_DATA");
      expect((await move(id, undefined)).body.code).toBe("MANDATORY_NOT_FOUND");
    });

    it("refuses a value that is none, and a record that is in no process", async () => {
      const id = await addCase();
      const [wait] = (await blueprint(id)).transitions;
      expect(itemOf(await move(id, wait?.id, { Case_Reason: 5 })).code).toBe("INVALID_DATA");
      const closed = await addCase({ Status: "Closed" });
      for (const path of [`/Cases/${closed}`, `/Leads/${await addLead()}`]) {
        expect((await crm.get(`${path}/actions/blueprint`)).body.code).toBe("RECORD_NOT_IN_PROCESS");
      }
      expect((await crm.get("/Cases/1/actions/blueprint")).body.code).toBe("INVALID_DATA");
    });
  });

  describe("crm.meetings.cancel", () => {
    const participants = [{ type: "email", participant: "patricia.boyle@zylker.com" }];
    const hours = (count: number) =>
      `${new Date(Date.now() + count * 3_600_000).toISOString().slice(0, 19)}+00:00`;
    const addMeeting = (until: number, Participants: object[]) =>
      crm.add("Events", {
        Event_Title: "Review",
        Start_DateTime: hours(until - 1),
        End_DateTime: hours(until),
        Participants,
      });
    const cancel = (id: string, data: object[] = [{ send_cancelling_mail: false }]) =>
      crm.call("POST", `/Events/${id}/actions/cancel`, { data });

    it("cancels a meeting once", async () => {
      const id = await addMeeting(2, participants);
      expect(itemOf(await cancel(id))).toMatchObject({ code: "SUCCESS", details: { id } });
      expect(await cancel(id)).toMatchObject({ status: 400, body: { code: "NOT_ALLOWED" } });
    });

    it("refuses one that is over, one without participants, one that is none, and an order that says nothing", async () => {
      const refused = [
        await cancel(await addMeeting(-2, participants)),
        await cancel(await addMeeting(2, [])),
        await cancel("1"),
        await cancel(await addMeeting(2, participants), [{}]),
      ];
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
        [400, "NOT_ALLOWED"],
        [400, "NOT_ALLOWED"],
        [400, "INVALID_DATA"],
        [400, "MANDATORY_NOT_FOUND"],
      ]);
    });
  });

  it("locks a record, so that nobody changes it: crm.lock.get, crm.lock.create, crm.lock.update, crm.lock.delete", async () => {
    const id = await addLead();
    const path = `/Leads/${id}/Locking_Information__s`;
    expect((await crm.get(path)).status).toBe(204);
    expect(itemOf(await crm.call("POST", path, { data: [{}] })).code).toBe("MANDATORY_NOT_FOUND");
    const locked = await crm.call("POST", path, { data: [{ Locked_Reason__s: "Audit" }] });
    const lock = itemOf(locked).details.id;
    expect(locked.status).toBe(201);
    expect((await crm.get(path)).body.data).toMatchObject([
      {
        id: lock,
        Locked_Reason__s: "Audit",
        Locked_For__s: { id },
        Locked_By__s: { name: "Patricia Boyle" },
      },
    ]);
    expect(itemOf(await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "A" }] })).code).toBe(
      "RECORD_LOCKED",
    );
    expect(itemOf(await crm.call("DELETE", `/Leads/${id}`)).code).toBe("RECORD_LOCKED");
    expect(await crm.call("POST", path, { data: [{ Locked_Reason__s: "Again" }] })).toMatchObject({
      status: 403,
      body: {
        code: "NOT_ALLOWED",
        message: "record is already locked",
        details: { resource_path_index: 1 },
      },
    });
    expect((await crm.call("PUT", `${path}/${lock}`, { data: [{ Locked_Reason__s: "Other" }] })).status).toBe(
      200,
    );
    expect(itemOf(await crm.get(path))).toMatchObject({ Locked_Reason__s: "Other" });
    expect((await crm.call("DELETE", `${path}/1`)).body.code).toBe("INVALID_DATA");
    expect((await crm.call("DELETE", `${path}/${lock}`)).status).toBe(200);
    expect((await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "A" }] })).status).toBe(200);
    expect((await crm.call("DELETE", `${path}/${lock}`)).body).toMatchObject({
      message: "relation not found",
      details: { resource_path_index: 3 },
    });
    expect((await crm.get("/Leads/1/Locking_Information__s")).status).toBe(400);
  });

  it("shares a record: crm.share.get, crm.share.create, crm.share.update, crm.share.revoke", async () => {
    const id = await addLead();
    const path = `/Leads/${id}/actions/share`;
    const [, jane, ravi] = crm.world.crm.staff.users;
    const withUser = (user: string | undefined, more: object = {}) => ({
      shared_with: { type: "users", id: user },
      type: "private",
      permission: "read_only",
      ...more,
    });
    const shared = async () =>
      ((await crm.get(path)).body.share as Item[]).map((each) => (each.shared_with as Item).id);
    expect((await crm.get(path)).status).toBe(204);
    const made = await crm.call("POST", path, { share: [withUser(jane.id)] });
    expect([made.status, (made.body.share as Item[])[0]?.message]).toEqual([
      201,
      "record will be shared successfully",
    ]);
    await crm.call("POST", path, { share: [withUser(ravi?.id)] });
    expect(await shared()).toEqual([jane.id, ravi?.id]);
    expect((await crm.get(`${path}?sharedTo=${ravi?.id}`)).body.share).toMatchObject([
      { permission: "read_only", shared_through: { id, module: { name: "Leads" } } },
    ]);
    await crm.call("PUT", path, { share: [withUser(ravi?.id, { permission: "full_access" })] });
    expect(await shared()).toEqual([ravi?.id]);
    const codeOf = async (share: unknown) => {
      const { body } = await crm.call("POST", path, { share });
      return (body.share as Item[] | undefined)?.[0]?.code ?? body.code;
    };
    expect(await codeOf([])).toBe("MANDATORY_NOT_FOUND");
    expect(await codeOf([withUser("1")])).toBe("INVALID_DATA");
    expect(await codeOf([withUser(jane.id, { permission: "none" })])).toBe("INVALID_DATA");
    const roles: string[] = [];
    for (let index = 0; index < 6; index++) {
      const made = await crm.call("POST", "/settings/roles", {
        roles: [{ name: `Role ${index}`, reporting_to: { id: crm.world.crm.staff.roles[0]?.id } }],
      });
      const [{ details } = { details: {} }] = made.body.roles as { details: Item }[];
      roles.push(String(details.id));
    }
    const withRole = (role: string) => withUser(undefined, { shared_with: { type: "roles", id: role } });
    const six = await crm.call("POST", path, { share: roles.map(withRole) });
    expect(six.status).toBe(207);
    expect((six.body.share as Item[]).map(({ code }) => code)).toEqual([
      ...Array(5).fill("SUCCESS"),
      "LIMIT_EXCEEDED",
    ]);
    expect((six.body.share as Item[])[5]?.details).toEqual({
      api_name: "type",
      limit: 5,
      json_path: "$.share[5].shared_with.type",
    });
    const task = await crm.add("Tasks", { Subject: "Call" });
    const related = { share: [withUser(jane.id, { share_related_records: true })] };
    expect((await crm.call("POST", `/Tasks/${task}/actions/share`, related)).body.share).toMatchObject([
      { code: "INVALID_DATA", message: "cannot share the related records" },
    ]);
    expect((await crm.call("DELETE", path)).body.share).toMatchObject({ message: "Sharing Revoked" });
    expect((await crm.call("DELETE", path)).body.code).toBe("CANNOT_PROCESS");
    expect((await crm.get("/Leads/1/actions/share")).body.message).toBe("ENTITY_ID_INVALID");
  });
});
