import { type Item, itemOf, type Reply, startTestCrm, type TestCrm } from "../testing";

describe("mass jobs", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 12, Contacts: 6, Tasks: 10 } }));

  const stored = async (module: string) =>
    ((await crm.control("GET", `records/${module}`)) as { data: Item[] }).data;
  const ids = async (module: string) => (await stored(module)).map(({ id }) => String(id));
  const viewOf = (module: string, name: string) =>
    crm.world.crm.customViews.get(module)?.find((view) => view.name === name)?.id;
  const ravi = () => String(crm.world.crm.staff.users[2]?.id);
  const notContacted = (leads: readonly Item[]) =>
    leads.filter((lead) => lead.Lead_Status === "Not Contacted");
  const jobOf = (reply: Reply) => String(itemOf(reply).details.job_id);

  describe("crm.massUpdate.start and crm.massUpdate.status", () => {
    const update = (body: object) => crm.call("POST", "/Leads/actions/mass_update", body);

    it("updates records by id at once, and says of each what became of it", async () => {
      const [first, second] = await ids("Leads");
      const reply = await update({ data: [{ City: "Bergen" }], ids: [first, "1", second] });
      expect(reply.status).toBe(207);
      expect(reply.body.data.map(({ code, details }) => [code, details.id])).toEqual([
        ["SUCCESS", first],
        ["INVALID_DATA", "1"],
        ["SUCCESS", second],
      ]);
      expect((await stored("Leads")).filter(({ City }) => City === "Bergen")).toHaveLength(2);
    });

    it("updates a custom view by a job, which is done when it says so", async () => {
      const wanted = notContacted(await stored("Leads")).length;
      const started = await update({
        data: [{ City: "Oslo" }],
        cvid: viewOf("Leads", "Not Contacted Leads"),
      });
      expect(itemOf(started).message).toBe("mass update scheduled successfully");
      const job = jobOf(started);
      const ask = async () => itemOf(await crm.get(`/Leads/actions/mass_update?job_id=${job}`));
      const none = { Total_Count: wanted, Updated_Count: 0, Not_Updated_Count: wanted, Failed_Count: 0 };
      expect(await ask()).toEqual({ Status: "SCHEDULED", ...none });
      expect(await ask()).toMatchObject({ Status: "RUNNING" });
      expect((await stored("Leads")).filter(({ City }) => City === "Oslo")).toHaveLength(0);
      expect(await ask()).toEqual({
        Status: "COMPLETED",
        Total_Count: wanted,
        Updated_Count: wanted,
        Not_Updated_Count: 0,
        Failed_Count: 0,
      });
      expect((await stored("Leads")).filter(({ City }) => City === "Oslo")).toHaveLength(wanted);
    });

    it("is done by the clock too, for whoever looks next", async () => {
      await update({ data: [{ City: "Oslo" }], cvid: viewOf("Leads", "Not Contacted Leads") });
      await crm.control("POST", "clock", { advanceSeconds: 2 });
      const { body } = await crm.get("/Leads?fields=City");
      expect(body.data.filter(({ City }) => City === "Oslo").length).toBeGreaterThan(0);
    });

    it.each([
      ["no data", { ids: ["1"] }, "MANDATORY_NOT_FOUND"],
      ["no ids", { data: [{ City: "A" }] }, "MANDATORY_NOT_FOUND"],
      ["501 ids", { data: [{ City: "A" }], ids: Array.from({ length: 501 }, String) }, "LIMIT_EXCEEDED"],
      ["an unknown view", { data: [{ City: "A" }], cvid: "1" }, "INVALID_DATA"],
      ["ids and a view", { data: [{ City: "A" }], cvid: "1", ids: ["1"] }, "AMBIGUITY_DURING_PROCESSING"],
      ["a territory", { data: [{ City: "A" }], cvid: "1", territory: { id: "1" } }, "TERRITORY_NOT_ENABLED"],
      ["what is no ID", { data: [{ City: "A" }], ids: ["1", "x"] }, "INVALID_DATA"],
    ])("refuses %s", async (_, body, code) => {
      const reply = await update(body);
      expect([reply.status, reply.body.code]).toEqual([400, code]);
    });

    it("refuses a job that is not its own", async () => {
      const without = await crm.get("/Leads/actions/mass_update");
      expect([without.status, without.body.code]).toEqual([400, "MANDATORY_NOT_FOUND"]);
      const job = jobOf(await update({ data: [{ City: "A" }], cvid: viewOf("Leads", "All Leads") }));
      const unknown = await crm.get(`/Contacts/actions/mass_update?job_id=${job}`);
      expect([unknown.status, unknown.body.code]).toEqual([404, "NOT_FOUND"]);
      expect(await crm.get("/Leads/actions/mass_update?job_id=x")).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA", message: "The jobid given seems to be invalid" },
      });
    });

    it("does not start a job that is under way, and says so with 202", async () => {
      const start = () => update({ data: [{ City: "A" }], cvid: viewOf("Leads", "All Leads") });
      await start();
      const again = await start();
      expect([again.status, itemOf(again).code]).toEqual([202, "ALREADY_SCHEDULED"]);
      await crm.control("POST", "clock", { advanceSeconds: 2 });
      expect(itemOf(await start()).code).toBe("SUCCESS");
    });
  });

  it("deletes by id, and by view with a job: crm.massDelete.start and crm.massDelete.status", async () => {
    const [first] = await ids("Leads");
    const remove = (body: object) => crm.call("POST", "/Leads/actions/mass_delete", body);
    const some = await remove({ ids: [first, "1"] });
    expect([some.status, itemOf(some).message, itemOf(some, 1).status]).toEqual([
      207,
      "record is deleted",
      "error",
    ]);
    const job = jobOf(await remove({ cvid: viewOf("Leads", "All Leads") }));
    expect(await ids("Leads")).toHaveLength(11);
    await crm.control("POST", "clock", { advanceSeconds: 2 });
    expect(itemOf(await crm.get(`/Leads/actions/mass_delete?job_id=${job}`))).toEqual({
      Status: "COMPLETED",
      Total_Count: 11,
      Deleted_Count: 11,
      Failed_Count: 0,
    });
    expect(await ids("Leads")).toEqual([]);
    expect((await remove({ cvid: viewOf("Leads", "All Leads") })).body.code).toBe("NO_RECORDS_FOUND");
  });

  it("gives records another owner: crm.changeOwner.one and crm.changeOwner.many", async () => {
    const [first, second] = await ids("Leads");
    const one = await crm.call("POST", `/Leads/${first}/actions/change_owner`, { owner: { id: ravi() } });
    expect([one.status, itemOf(one).code]).toEqual([200, "SUCCESS"]);
    const many = await crm.call("POST", "/Leads/actions/change_owner", {
      ids: [second, "1"],
      owner: { id: ravi() },
    });
    expect([many.status, itemOf(many).code, itemOf(many, 1).details.id]).toEqual([207, "SUCCESS", "1"]);
    for (const id of [first, second])
      expect(await crm.read("Leads", String(id))).toMatchObject({ Owner: { id: ravi() } });
    const stranger = await crm.call("POST", "/Leads/actions/change_owner", {
      ids: [second],
      owner: { id: "1" },
    });
    expect(stranger.body).toMatchObject({
      code: "INVALID_DATA",
      details: { api_name: "owner", owner_status: "not_crm_user" },
    });
    const left = crm.world.crm.staff.users[2];
    const status = left?.status ?? "active";
    for (const [given, expected] of [
      ["disabled", [400, "inactive"]],
      ["deleted", [403, "deleted"]],
    ] as const) {
      if (left) left.status = given;
      const reply = await crm.call("POST", "/Leads/actions/change_owner", {
        ids: [second],
        owner: { id: ravi() },
      });
      expect([reply.status, reply.body.details.owner_status]).toEqual(expected);
    }
    if (left) left.status = status;
    const malformed = await crm.call("POST", "/Leads/actions/change_owner", {
      ids: [second, "x"],
      owner: { id: ravi() },
    });
    expect(malformed).toMatchObject({
      status: 400,
      body: {
        data: { code: "INVALID_DATA", details: { expected_data_type: "long", json_path: "$.ids[1]" } },
      },
    });
    await crm.call("POST", `/Leads/${second}/Locking_Information__s`, {
      data: [{ Locked_Reason__s: "Audit" }],
    });
    const lock = { code: "RECORD_LOCKED", details: { action: "record_locking", id: second } };
    const ofOne = await crm.call("POST", `/Leads/${second}/actions/change_owner`, { owner: { id: ravi() } });
    expect(ofOne.body).toMatchObject(lock);
    const ofMany = await crm.call("POST", "/Leads/actions/change_owner", {
      ids: [second],
      owner: { id: ravi() },
    });
    expect(itemOf(ofMany)).toMatchObject(lock);
    const nobody = await crm.call("POST", "/Leads/actions/change_owner", { ids: [second] });
    expect(nobody.body.code).toBe("MANDATORY_NOT_FOUND");
    expect((await crm.call("POST", "/Leads/1/actions/change_owner", { owner: { id: ravi() } })).status).toBe(
      400,
    );
  });

  it("gives the related records of named modules too", async () => {
    const contact = await crm.add("Contacts", { Last_Name: "Owned" });
    const task = await crm.add("Tasks", { Subject: "Call", Who_Id: { id: contact } });
    const body = { ids: [contact], owner: { id: ravi() }, related_modules: [{ api_name: "Tasks" }] };
    await crm.call("POST", "/Contacts/actions/change_owner", body);
    expect(await crm.read("Tasks", task)).toMatchObject({ Owner: { id: ravi() } });
    const wrong = await crm.call("POST", "/Contacts/actions/change_owner", {
      ...body,
      related_modules: [{ api_name: "Notes" }],
    });
    expect(wrong.body.code).toBe("INVALID_DATA");
  });

  it("gives a view to another owner by a job: crm.changeOwner.start and crm.changeOwner.status", async () => {
    const start = (body: object) => crm.call("POST", "/Leads/actions/mass_change_owner", body);
    const started = await start({ cvid: viewOf("Leads", "All Leads"), owner: { id: ravi() } });
    expect([started.status, itemOf(started).code]).toEqual([202, "SCHEDULED"]);
    await crm.control("POST", "clock", { advanceSeconds: 2 });
    const done = await crm.get(`/Leads/actions/mass_change_owner?job_id=${jobOf(started)}`);
    expect(itemOf(done)).toMatchObject({
      Status: "COMPLETED",
      Total_Count: 12,
      Updated_Count: 12,
      Failed_Count: 0,
    });
    expect((await stored("Leads")).every(({ Owner }) => (Owner as Item).id === ravi())).toBe(true);
    expect((await start({ owner: { id: ravi() } })).body.code).toBe("MANDATORY_NOT_FOUND");
  });

  describe("crm.merge.start and crm.merge.status", () => {
    const merge = (master: unknown, children: object[]) =>
      crm.call("POST", `/Contacts/${master}/actions/merge`, { merge: [{ data: children }] });
    const mergeItem = ({ body }: { body: Item }) => (body.merge as Item[])[0] ?? {};

    it("merges one record at once: the named fields win, what pointed to it points to the master", async () => {
      const master = await crm.add("Contacts", { Last_Name: "Master", Title: "CEO" });
      const other = await crm.add("Contacts", { Last_Name: "Other", Title: "CTO", Department: "Sales" });
      const deal = await crm.add("Deals", {
        Deal_Name: "D",
        Stage: "Qualification",
        Contact_Name: { id: other },
      });
      const reply = await merge(master, [{ id: other, _fields: [{ api_name: "Department" }] }]);
      expect([reply.status, mergeItem(reply).code]).toEqual([200, "SUCCESS"]);
      expect(await crm.read("Contacts", master)).toMatchObject({
        Last_Name: "Master",
        Title: "CEO",
        Department: "Sales",
      });
      expect((await crm.get(`/Contacts/${other}`)).status).toBe(204);
      expect(await crm.read("Deals", deal)).toMatchObject({ Contact_Name: { id: master, name: "Master" } });
    });

    it("merges two by a job", async () => {
      const [master, first, second] = await ids("Contacts");
      const reply = await merge(master, [{ id: first }, { id: second }]);
      expect([reply.status, mergeItem(reply).code]).toEqual([202, "SCHEDULED"]);
      const job = String((mergeItem(reply).details as Item).job_id);
      const ask = async () =>
        mergeItem(await crm.get(`/Contacts/${master}/actions/merge?job_id=${job}`)).status;
      expect([await ask(), await ask(), await ask()]).toEqual(["SCHEDULED", "running", "completed"]);
      expect(await ids("Contacts")).toHaveLength(4);
      expect((await crm.get(`/Contacts/${master}/actions/merge?job_id=1`)).status).toBe(404);
    });

    it("refuses what cannot be merged", async () => {
      const [master, first, second, third] = await ids("Contacts");
      const codeOf = async (children: object[]) => mergeItem(await merge(master, children)).code;
      const detailsOf = async (children: object[]) => mergeItem(await merge(master, children)).details;
      expect(await detailsOf([])).toMatchObject({ minimum_length: 1 });
      expect(await detailsOf([{ id: first }, { id: second }, { id: third }])).toMatchObject({
        maximum_length: 2,
      });
      expect(await codeOf([{}])).toBe("MANDATORY_NOT_FOUND");
      const twice = ["Phone", "Phone"].map((api_name) => ({ api_name }));
      expect(await detailsOf([{ id: first, _fields: twice }])).toMatchObject({
        json_path: "$.merge[0].data[0]._fields[1].api_name",
      });
      expect(await codeOf([{ id: first, _fields: [{}] }])).toBe("MANDATORY_NOT_FOUND");
      const two = { merge: [{ data: [{ id: first }] }, { data: [{ id: second }] }] };
      expect((await crm.call("POST", `/Contacts/${master}/actions/merge`, two)).body.code).toBe(
        "INVALID_DATA",
      );
      expect(await codeOf([{ id: master }])).toBe("DUPLICATE_DATA");
      expect(await codeOf([{ id: "1" }])).toBe("INVALID_DATA");
      expect(await codeOf([{ id: first, _fields: [{ api_name: "Nothing" }] }])).toBe("INVALID_DATA");
      expect((await crm.call("POST", `/Tasks/${master}/actions/merge`, {})).body.code).toBe("NOT_ALLOWED");
      expect((await merge("1", [{ id: first }])).body.message).toBe("Master record id is not available");
      await merge(master, [{ id: first }, { id: second }]);
      expect(mergeItem(await merge(third, [{ id: first }]))).toMatchObject({ code: "NOT_ALLOWED" });
    });

    it("refuses what follows from other fields of a deal, and a deal that is closed", async () => {
      const deal = (Stage: string) => crm.add("Deals", { Deal_Name: "D", Stage, Closing_Date: "2026-05-01" });
      const [master, other, closed] = [
        await deal("Qualification"),
        await deal("Qualification"),
        await deal("Closed Won"),
      ];
      const join = (id: string, children: object[]) =>
        crm.call("POST", `/Deals/${id}/actions/merge`, { merge: [{ data: children }] });
      for (const api_name of ["Closing_Date", "Probability", "Expected_Revenue"])
        expect(mergeItem(await join(master, [{ id: other, _fields: [{ api_name }] }])).code).toBe(
          "NOT_ALLOWED",
        );
      expect(mergeItem(await join(master, [{ id: closed }])).code).toBe("NOT_ALLOWED");
      expect((await join(closed, [{ id: other }])).body).toMatchObject({
        code: "NOT_ALLOWED",
        message: "Only Open Deals can be merged",
      });
      expect(mergeItem(await join(master, [{ id: other, _fields: [{ api_name: "Stage" }] }])).code).toBe(
        "SUCCESS",
      );
    });
  });
});
