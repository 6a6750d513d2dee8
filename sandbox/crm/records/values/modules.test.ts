import { type Item, itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("the rules of single modules", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const insert = async (module: string, record: object) =>
    itemOf(await crm.call("POST", `/${module}`, { data: [record] }));
  const added = async (module: string, record: object) => crm.read(module, await crm.add(module, record));

  describe("Deals", () => {
    const deal = { Deal_Name: "Renewal", Stage: "Negotiation/Review" };

    it("go to a pipeline with their stage, whose chance they take", async () => {
      expect(await added("Deals", { ...deal, Amount: 200 })).toMatchObject({
        Pipeline: "Sales",
        Probability: 90,
        Expected_Revenue: 180,
      });
      expect(await added("Deals", { Deal_Name: "R", Stage: "Renewal Due" })).toMatchObject({
        Pipeline: "Renewals",
        Probability: 50,
      });
    });

    it("take another chance with another stage", async () => {
      const id = await crm.add("Deals", { ...deal, Probability: 33 });
      expect(await crm.read("Deals", id)).toMatchObject({ Probability: 33 });
      await crm.call("PUT", `/Deals/${id}`, { data: [{ Amount: 100 }] });
      expect(await crm.read("Deals", id)).toMatchObject({ Probability: 33, Expected_Revenue: 33 });
      await crm.call("PUT", `/Deals/${id}`, { data: [{ Stage: "Closed Won" }] });
      expect(await crm.read("Deals", id)).toMatchObject({ Probability: 100, Expected_Revenue: 100 });
    });

    it.each([-1, 101])("refuse a probability of %i", async (Probability) => {
      expect(await insert("Deals", { ...deal, Probability })).toMatchObject({
        code: "INVALID_DATA",
        details: { api_name: "Probability", json_path: "$.data[0].Probability" },
        message: "Given Probability is not valid",
      });
    });

    it("refuse a stage that their pipeline does not have", async () => {
      expect(await insert("Deals", { ...deal, Pipeline: "Renewals", Stage: "Qualification" })).toMatchObject({
        code: "MAPPING_MISMATCH",
        details: { mapped_field: "Pipeline", api_name: "Stage", json_path: "$.data[0].Stage" },
        message: "Pipeline doesn't contain the Stage",
        status: "error",
      });
    });

    it("refuse a pipeline that their layout does not have, by its first name too", async () => {
      expect(await insert("Deals", { ...deal, Pipeline: "Standard (Standard)" })).toMatchObject({
        code: "MAPPING_MISMATCH",
        details: { mapped_field: "Layout", api_name: "Pipeline", json_path: "$.data[0].Pipeline" },
        message: "Layout doesn't contain the Pipeline",
        status: "error",
      });
    });
  });

  describe("Calls", () => {
    const call = {
      Subject: "Discussion",
      Call_Type: "Outbound",
      Call_Start_Time: "2021-02-23T13:30:00+05:30",
    };

    it("have a duration once they have taken place", async () => {
      expect(await insert("Calls", call)).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { api_name: "Call_Duration" },
      });
      const scheduled = { ...call, Outbound_Call_Status: "Scheduled" };
      expect(await insert("Calls", scheduled)).toMatchObject({ code: "SUCCESS" });
      const later = { ...call, Call_Start_Time: "2099-02-23T13:30:00+05:30" };
      expect(await insert("Calls", later)).toMatchObject({ code: "SUCCESS" });
      expect(await insert("Calls", { ...call, Call_Type: "Missed" })).toMatchObject({ code: "SUCCESS" });
    });

    it("last some time", async () => {
      expect(await added("Calls", { ...call, Call_Duration: "10:00" })).toMatchObject({
        Call_Duration_in_seconds: 600,
      });
      expect(await insert("Calls", { ...call, Call_Duration: "00:00" })).toMatchObject({
        code: "DEPENDENT_MISMATCH",
        details: { api_name: "Call_Duration", dependee: { api_name: "Call_Type" } },
        message: "Call Duration can not be zero.",
      });
      expect(await insert("Calls", { ...call, Call_Type: "Missed", Call_Duration: "00:00" })).toMatchObject({
        code: "SUCCESS",
      });
      expect(await insert("Calls", { ...call, Call_Duration: "ten" })).toMatchObject({
        code: "INVALID_DATA",
      });
    });
  });

  describe("Events", () => {
    const meeting = {
      Event_Title: "New Meeting",
      Start_DateTime: "2023-05-20T09:00:00+05:30",
      End_DateTime: "2023-05-20T10:00:00+05:30",
    };

    it("take participants, reminders and recurrence in Zoho's shapes", async () => {
      const deal = await crm.add("Deals", { Deal_Name: "Mega Deal", Stage: "Qualification" });
      const record = {
        ...meeting,
        All_day: false,
        Participants: [{ type: "email", Email: "patricia.boyle@zylker.com" }],
        What_Id: { name: "Mega Deal", id: deal },
        $se_module: "Deals",
        Remind_At: [{ unit: 15, period: "minutes" }],
        Recurring_Activity: { RRULE: "FREQ=DAILY;INTERVAL=1;DTSTART=2023-05-20;UNTIL=2023-05-28" },
      };
      expect(await added("Events", record)).toMatchObject({
        ...record,
        What_Id: { name: "Mega Deal", id: deal },
      });
    });

    it("that recur are a record for each day, each with its result", async () => {
      const record = {
        ...meeting,
        Remind_At: [{ unit: 15, period: "minutes" }],
        Recurring_Activity: { RRULE: "FREQ=DAILY;INTERVAL=2;DTSTART=2023-05-20;UNTIL=2023-05-24" },
      };
      const { body } = await crm.call("POST", "/Events", { data: [record, meeting] });
      expect(body.data.map(({ status }) => status)).toEqual(Array(4).fill("success"));
      const starts = await Promise.all(
        body.data.map(async ({ details }) => (await crm.read("Events", details.id)).Start_DateTime),
      );
      expect(starts).toEqual([20, 22, 24, 20].map((day) => `2023-05-${day}T09:00:00+05:30`));
    });

    it("have 50 participants at most", async () => {
      const Participants = Array.from({ length: 51 }, (_, index) => ({
        type: "email",
        Email: `p${index}@zylker.com`,
      }));
      expect(await insert("Events", { ...meeting, Participants })).toMatchObject({
        code: "LIMIT_EXCEEDED",
        message: "Only 50 participants can be added to an event.",
      });
      expect(await insert("Events", { ...meeting, Participants: Participants.slice(1) })).toMatchObject({
        code: "SUCCESS",
      });
    });

    it("that recur need a reminder", async () => {
      const Recurring_Activity = { RRULE: "FREQ=DAILY;INTERVAL=1" };
      expect(await insert("Events", { ...meeting, Recurring_Activity })).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { api_name: "Remind_At" },
      });
    });
  });

  describe("Tasks", () => {
    it("say of which module the record is that they are about", async () => {
      const lead = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
      const task = {
        What_Id: { id: lead },
        Status: "In Progress",
        Send_Notification_Email: true,
        Subject: "Subject",
        Recurring_Activity: { RRULE: "FREQ=DAILY;INTERVAL=1;DTSTART=2022-04-06;UNTIL=2022-04-12" },
        Remind_At: { ALARM: "ACTION=EMAIL;TRIGGER=-P1D;TRIGGER_TIME=22:52" },
      };
      expect(await insert("Tasks", task)).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { api_name: "$se_module", json_path: "$.data[0].$se_module" },
      });
      expect(await added("Tasks", { ...task, $se_module: "Leads" })).toMatchObject({
        What_Id: { name: "Boyle", id: lead },
        $se_module: "Leads",
        Remind_At: task.Remind_At,
      });
      expect(await insert("Tasks", { ...task, $se_module: "Contacts" })).toMatchObject({
        code: "INVALID_DATA",
      });
    });
  });

  describe("inventory", () => {
    it("line items have prices and totals", async () => {
      const product = await crm.add("Products", { Product_Name: "ZCRM_Product", Unit_Price: 20 });
      const quote = await added("Quotes", {
        Subject: "quote v8",
        Quoted_Items: [
          {
            Product_Name: { id: product },
            Quantity: 2,
            List_Price: 100,
            Discount: 50,
            Line_Tax: [{ percentage: 10, name: "Sales Tax" }],
          },
          { Product_Name: { id: product }, Quantity: 3 },
        ],
        Adjustment: -5,
      });
      expect(quote).toMatchObject({
        Sub_Total: 225,
        Grand_Total: 220,
        Quoted_Items: [
          {
            Product_Name: { name: "ZCRM_Product", id: product },
            Total: 200,
            Total_After_Discount: 150,
            Tax: 15,
            Net_Total: 165,
          },
          { List_Price: 20, Total: 60, Net_Total: 60 },
        ],
      });
    });

    it("a line item needs its product and quantity", async () => {
      const item = await insert("Invoices", { Subject: "x", Invoiced_Items: [{ Quantity: "2" }] });
      expect(
        (item.details.errors as { code: string; details: Item }[]).map(({ code, details }) => [
          code,
          details.json_path,
        ]),
      ).toEqual([
        ["MANDATORY_NOT_FOUND", "$.data[0].Invoiced_Items[0].Product_Name"],
        ["INVALID_DATA", "$.data[0].Invoiced_Items[0].Quantity"],
      ]);
    });
  });

  it("Notes need a title or a content, and a parent", async () => {
    const id = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
    const Parent_Id = { id, module: { api_name: "Leads" } };
    expect(await insert("Notes", { Parent_Id })).toMatchObject({
      code: "EXPECTED_FIELD_MISSING",
      details: { expected_fields: [{ api_name: "Note_Content" }, { api_name: "Note_Title" }] },
      message: "should contain either content or title",
    });
    expect(await insert("Notes", { Note_Title: "x".repeat(121), Parent_Id })).toMatchObject({
      code: "INVALID_DATA",
      details: { maximum_length: 120 },
    });
    expect(await insert("Notes", { Note_Title: "Hello" })).toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Parent_Id" },
    });
    expect(await added("Notes", { Note_Title: "Hello", Parent_Id })).toMatchObject({
      Parent_Id: { name: "Boyle", id, module: { api_name: "Leads" } },
    });
  });

  describe("Appointments", () => {
    const at = (name: string) => ({ api_name: name, json_path: `$.data[0].${name}` });
    const late = { Appointment_Start_Time: "2020-03-02T09:00:00+00:00" };
    const early = { Appointment_Start_Time: "2199-03-02T09:00:00+00:00" };
    const service = () =>
      added("Services__s", { Service_Name: "Visit", Duration: 30, Location: "Client Address" });
    const appointment = async (more: object) => ({
      Service_Name: { id: (await service()).id },
      Appointment_For: {
        id: await crm.add("Leads", { Last_Name: "A", Company: "B" }),
        module: { api_name: "Leads" },
      },
      ...more,
    });

    it.each([
      [{ ...late, Status: "Scheduled" }, "Appointment cannot be scheduled for past dates"],
      [
        { ...early, Status: "Completed" },
        "Appointment cannot be marked as completed before the appointment ends",
      ],
      [
        { ...early, Status: "Overdue" },
        "Appointment cannot be marked as overdue before the appointment ends",
      ],
    ])("have a status that goes with their time: not %o", async (more, message) => {
      expect(await insert("Appointments__s", await appointment(more))).toEqual({
        code: "DEPENDENT_MISMATCH",
        details: { dependee: at("Appointment_Start_Time"), ...at("Status") },
        message,
        status: "error",
      });
    });

    it("end as they say, or when their service is over", async () => {
      const over = { ...late, Status: "Completed" };
      expect(await insert("Appointments__s", await appointment(over))).toMatchObject({ code: "SUCCESS" });
      const long = { ...over, Appointment_End_Time: early.Appointment_Start_Time };
      expect(await insert("Appointments__s", await appointment(long))).toMatchObject({
        code: "DEPENDENT_MISMATCH",
      });
    });

    it("are cancelled for a reason, and nothing else is", async () => {
      const id = await crm.add("Appointments__s", await appointment({ ...early, Status: "Scheduled" }));
      const change = async (values: object) =>
        itemOf(await crm.call("PUT", `/Appointments__s/${id}`, { data: [values] }));
      const Cancellation_Reason = "Other";
      const refused = {
        details: { dependee: at("Cancellation_Reason"), ...at("Status") },
        message:
          "To Update the fields of Cancellation Information Section, value of Status should be Cancelled",
      };
      expect(await change({ Cancellation_Reason })).toMatchObject({
        code: "DEPENDENT_FIELD_MISSING",
        ...refused,
      });
      expect(await change({ Cancellation_Reason, Status: "Scheduled" })).toMatchObject({
        code: "DEPENDENT_MISMATCH",
        ...refused,
      });
      expect(await change({ Cancellation_Reason, Status: "Cancelled" })).toMatchObject({ code: "SUCCESS" });
    });

    it.each([4, 1441])("are for services that last from five minutes to a day: not %i", async (Duration) => {
      const visit = { Service_Name: "Visit", Location: "Client Address", Duration };
      expect(await insert("Services__s", visit)).toEqual({
        code: "INVALID_DATA",
        details: at("Duration"),
        message: "Duration value should not be greater than 24hrs or less than 5mins",
        status: "error",
      });
    });
  });
});
