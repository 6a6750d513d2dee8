import { BooksClient } from "../../testing/client";

describe("people", () => {
  let books: BooksClient;
  beforeEach(async () => {
    books = await BooksClient.start();
  });
  afterEach(() => books.close());

  describe("of a contact", () => {
    const create = async (body: object) => books.ok("books.contacts.create", "contact", { body });
    const read = (contact_id: unknown) =>
      books.ok("books.contacts.get", "contact", { params: { contact_id } });

    it("come with it, the first as the primary one, whose name and address the contact shows", async () => {
      const made = await create({
        contact_name: "Acme",
        contact_persons: [
          { first_name: "Ada", email: "ada@acme.example" },
          { first_name: "Bert", email: "bert@acme.example" },
        ],
      });
      expect(made).toMatchObject({ first_name: "Ada", email: "ada@acme.example" });
      expect(made.contact_persons).toMatchObject([
        { is_primary_contact: true },
        { is_primary_contact: false },
      ]);
      const [, bert] = Object(made.contact_persons);
      const params = { contact_person_id: bert.contact_person_id };
      expect(await books.call("books.contacts.contactpersons.primary", { params })).toMatchObject({
        status: 200,
      });
      expect(await read(made.contact_id)).toMatchObject({
        first_name: "Bert",
        primary_contact_id: bert.contact_person_id,
      });
    });

    it("are replaced by those of an update: known ones are changed, others go", async () => {
      const made = await create({
        contact_name: "Acme",
        contact_persons: [{ first_name: "Ada" }, { first_name: "Bert" }],
      });
      const [ada] = Object(made.contact_persons);
      const params = { contact_id: made.contact_id };
      const body = {
        contact_persons: [
          { contact_person_id: ada.contact_person_id, first_name: "Ada", last_name: "L" },
          { first_name: "Cleo" },
        ],
      };
      const changed = await books.ok("books.contacts.update", "contact", { params, body });
      expect(changed.contact_persons).toMatchObject([
        { contact_person_id: ada.contact_person_id, last_name: "L" },
        { first_name: "Cleo" },
      ]);
      expect(changed.contact_persons).toHaveLength(2);
    });

    it("are records under their contact, and under no other", async () => {
      const [acme, other] = [await create({ contact_name: "Acme" }), await create({ contact_name: "Other" })];
      const body = { contact_id: acme.contact_id, first_name: "Ada" };
      const person = await books.ok("books.contacts.contactpersons.create", "contact_person", { body });
      const { contact_person_id } = person;
      const get = (contact_id: unknown) =>
        books.call("books.contacts.contactpersons.get", { params: { contact_id, contact_person_id } });
      expect(await get(acme.contact_id)).toMatchObject({ status: 200 });
      expect(await get(other.contact_id)).toMatchObject({ status: 404 });
      const listed = await books.call("books.contacts.contactpersons.list", {
        params: { contact_id: other.contact_id },
      });
      expect(listed.body.contact_persons).toEqual([]);
      const nowhere = await books.call("books.contacts.contactpersons.list", { params: { contact_id: "1" } });
      expect(nowhere).toMatchObject({ status: 404, body: { message: "Contact does not exist." } });
    });

    it("are let into the portal: books.contacts.portal.enable", async () => {
      const made = await create({ contact_name: "Acme", contact_persons: [{ first_name: "Ada" }] });
      const params = { contact_id: made.contact_id };
      const [{ contact_person_id }] = Object(made.contact_persons);
      const enable = (contact_persons: object[]) =>
        books.call("books.contacts.portal.enable", { params, body: { contact_persons } });
      expect(await enable([])).toMatchObject({ status: 400 });
      expect(await enable([{ contact_person_id }])).toMatchObject({ status: 200 });
      const listed = await books.call("books.contacts.list", {
        query: { filter_by: "Status.PortalEnabled" },
      });
      expect(listed.body.contacts).toMatchObject([{ contact_name: "Acme" }]);
    });
  });

  it("rename their transactions with them", async () => {
    const [customer] = (await books.stored("invoices")).map((row) => row.customer_id);
    const body = { contact_name: "A New Name" };
    await books.ok("books.contacts.update", "contact", { params: { contact_id: customer }, body });
    const names = (await books.stored("invoices")).filter((row) => row.customer_id === customer);
    expect(new Set(names.map((row) => row.customer_name))).toEqual(new Set(["A New Name"]));
  });

  it("have further addresses, beside their own two", async () => {
    const contact_id = (await books.stored("contacts"))[0]?.contact_id;
    const params = { contact_id };
    const made = await books.ok("books.contacts.address.create", "address_info", {
      params,
      body: { city: "Chennai" },
    });
    const { address_id } = made;
    const addresses = async () =>
      Object((await books.call("books.contacts.address", { params })).body.addresses);
    expect(await addresses()).toHaveLength(3);
    const ofAddress = { params: { ...params, address_id } };
    await books.ok("books.contacts.address.update", "address_info", { ...ofAddress, body: { city: "Pune" } });
    expect((await addresses()).at(-1)).toMatchObject({ address_id, city: "Pune" });
    expect(await books.call("books.contacts.address.delete", ofAddress)).toMatchObject({ status: 200 });
    expect(await books.call("books.contacts.address.delete", ofAddress)).toMatchObject({ status: 404 });
    expect(await addresses()).toHaveLength(2);
  });

  it("have switches, a history and unused retainers", async () => {
    const contact_id = (await books.stored("contacts"))[0]?.contact_id;
    const params = { contact_id };
    const read = () => books.ok("books.contacts.get", "contact", { params });
    await books.call("books.contacts.paymentreminder.disable", { params });
    expect(await read()).toMatchObject({ payment_reminder_enabled: false });
    await books.call("books.contacts.paymentreminder.enable", { params });
    expect(await read()).toMatchObject({ payment_reminder_enabled: true });
    await books.call("books.contacts.track1099", { params });
    expect(await read()).toMatchObject({ track_1099: true });
    await books.call("books.contacts.untrack1099", { params });
    expect(await read()).toMatchObject({ track_1099: false });
    expect((await books.call("books.contacts.comments", { params })).body).toMatchObject({
      contact_comments: [],
    });
    const unused = await books.call("books.contacts.receivables.unusedretainerpayments", { params });
    expect(unused.body).toMatchObject({ unused_credits_receivable: [] });
  });

  describe("of a project", () => {
    let project: Record<string, unknown>;
    beforeEach(async () => {
      project = (await books.stored("projects"))[0] ?? {};
    });

    it("are its users: assigned, invited, changed and removed", async () => {
      const params = { project_id: project.project_id };
      const known = Object((await books.call("books.projects.users", { params })).body.users);
      const outsider = (await books.stored("users")).find(
        (user) => !known.some((member: Record<string, unknown>) => member.user_id === user.user_id),
      );
      const body = { users: [{ user_id: outsider?.user_id }], cost_rate: 10 };
      expect(await books.call("books.projects.users.create", { params, body })).toMatchObject({
        status: 201,
        body: { users: [{ user_id: outsider?.user_id, cost_rate: 10 }] },
      });
      const invited = await books.call("books.projects.users.invite", {
        params,
        body: { user_name: "New Hand", email: "new@example.com" },
      });
      expect(invited).toMatchObject({ status: 201, body: { users: [{ user_name: "New Hand" }] } });
      const ofUser = { params: { ...params, user_id: outsider?.user_id } };
      await books.call("books.projects.users.update", { ...ofUser, body: { rate: 55 } });
      expect(await books.ok("books.projects.users.get", "user", ofUser)).toMatchObject({
        rate: 55,
        cost_rate: 10,
      });
      expect(await books.call("books.projects.users.delete", ofUser)).toMatchObject({ status: 200 });
      expect(await books.call("books.projects.users.get", ofUser)).toMatchObject({ status: 404 });
    });

    it("log their time, which its tasks and the project add up", async () => {
      const [task] = (await books.stored("projects/tasks")).filter(
        (row) => row.project_id === project.project_id,
      );
      const user_id = (await books.stored("users"))[0]?.user_id;
      const before = (await books.stored("projects/timeentries")).map((row) => row.time_entry_id).join(",");
      await books.call("books.projects.timeentries.bulkDelete", { query: { time_entry_ids: before } });
      expect(await books.stored("projects/timeentries")).toEqual([]);
      const { project_id } = project;
      const entry = { project_id, task_id: task?.task_id, user_id, log_date: "2026-01-31" };
      const log = (body: object) =>
        books.call("books.projects.timeentries.create", { body: { ...entry, ...body } });
      expect((await log({ begin_time: "09:15", end_time: "11:00" })).body).toMatchObject({
        time_entry: { log_time: "01:45" },
      });
      await log({ log_time: "00:30", is_billable: false });
      expect(await log({ log_time: "half past" })).toMatchObject({ status: 400 });
      expect(await log({ begin_time: "11:00", end_time: "10:00" })).toMatchObject({ status: 400 });
      const params = { project_id, task_id: task?.task_id };
      expect(await books.ok("books.projects.tasks.get", "task", { params })).toMatchObject({
        total_hours: "02:15",
      });
      expect(await books.ok("books.projects.get", "project", { params })).toMatchObject({
        total_hours: "02:15",
        billable_hours: "01:45",
        non_billable_hours: "00:30",
      });
    });

    it("run a timer by the sandbox's clock, one at a time", async () => {
      const [first, second] = await books.stored("projects/timeentries");
      const start = (entry?: Record<string, unknown>) =>
        books.ok("books.projects.timeentries.timer.start", "time_entry", {
          params: { time_entry_id: entry?.time_entry_id },
        });
      expect((await start(first)).timer_started_at).not.toBe("");
      await books.control("POST", "clock", { advanceSeconds: 600 });
      await start(second);
      const running = await books.ok("books.projects.timeentries.runningtimer", "time_entry");
      expect(running.time_entry_id).toBe(second?.time_entry_id);
      const params = { time_entry_id: first?.time_entry_id };
      expect(await books.ok("books.projects.timeentries.get", "time_entry", { params })).toMatchObject({
        log_time: "01:40",
      });
      await books.control("POST", "clock", { advanceSeconds: 300 });
      const stopped = await books.ok("books.projects.timeentries.timer.stop", "time_entry");
      expect(stopped).toMatchObject({ log_time: "01:35", timer_started_at: "" });
      expect(await books.call("books.projects.timeentries.timer.stop")).toMatchObject({ status: 400 });
    });

    it("go on with its copy, and its invoices are listed", async () => {
      const params = { project_id: project.project_id };
      const body = { project_name: "A Copy" };
      const copy = await books.ok("books.projects.clone", "project", { params, body });
      const tasks = (await books.stored("projects/tasks")).filter(
        (row) => row.project_id === project.project_id,
      );
      expect(copy).toMatchObject({ project_name: "A Copy", customer_id: project.customer_id });
      expect(Object(copy.tasks)).toHaveLength(tasks.length);
      const line_items = [{ name: "Work", rate: 5, project_id: project.project_id }];
      const invoice = { customer_id: project.customer_id, line_items };
      const { invoice_id } = await books.ok("books.invoices.create", "invoice", { body: invoice });
      const listed = await books.call("books.projects.invoices", { params });
      expect(listed.body).toMatchObject({
        invoices: [{ invoice_id }],
        page_context: { has_more_page: false },
      });
    });

    it("end with it", async () => {
      const params = { project_id: project.project_id };
      await books.call("books.projects.delete", { params });
      for (const path of ["projects/tasks", "projects/timeentries", "projects/users"]) {
        expect((await books.stored(path)).filter((row) => row.project_id === project.project_id)).toEqual([]);
      }
    });
  });

  it("of the organisation know who calls, and cannot do without them", async () => {
    const me = await books.ok("books.users.me", "user");
    expect(me).toMatchObject({ user_role: "admin", status: "active", email_ids: [{ is_selected: true }] });
    expect(await books.call("books.users.delete", { params: { user_id: me.user_id } })).toMatchObject({
      status: 400,
    });
  });

  it("work at locations, of which one is primary", async () => {
    expect(await books.call("books.locations.enable")).toMatchObject({ status: 200 });
    const branch = await books.ok("books.locations.create", "locations", {
      body: { location_name: "Branch" },
    });
    await books.call("books.locations.markasprimary", { params: { location_id: branch.location_id } });
    const primary = (await books.stored("locations")).filter((row) => row.is_primary === true);
    expect(primary).toMatchObject([{ location_name: "Branch" }]);
  });
});
