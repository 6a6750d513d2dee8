import { error, startTestCrm, type TestCrm } from "../testing";

/*
 * What is chosen for the organisation, and what Zoho refuses of it, word for word as its examples have it.
 */

let crm: TestCrm;
beforeEach(async () => {
  crm = await startTestCrm();
});
afterEach(() => crm.close());

const place = (key: string, path: string) => ({
  api_name: path.split(".").at(-1),
  json_path: `$.${key}.${path}`,
});
const said = async (method: string, path: string, body?: object) => {
  const answer = await crm.call(method, path, body);
  return { status: answer.status, body: answer.body };
};

describe("appointments", () => {
  const [path, key] = ["/settings/appointment_preferences", "appointment_preferences"];
  const [service, hours] = [
    "allow_booking_outside_service_availability",
    "allow_booking_outside_businesshours",
  ];
  const whole = {
    [service]: false,
    [hours]: false,
    deal_record_configuration: { layout: { id: "1" }, field_mappings: [] },
  };
  const put = (more: object) => said("PUT", path, { [key]: { ...whole, ...more } });
  const refused = (refusal: object) => ({ status: 400, body: { [key]: refusal } });

  it("crm.appointmentPreferences.get shows what crm.appointmentPreferences.update changes", async () => {
    expect(await put({ show_job_sheet: false })).toMatchObject({
      status: 200,
      body: { [key]: { message: "Appointments preferences updated successfully" } },
    });
    const shown = (await crm.get(path)).body[key];
    expect(shown).toMatchObject({ show_job_sheet: false });
    expect(shown).not.toHaveProperty("deal_record_configuration");
    const included = await crm.get(`${path}?include=deal_record_configuration`);
    expect(included.body[key]).toMatchObject({ deal_record_configuration: { layout: { id: "1" } } });
  });

  it.each([
    [
      { [service]: undefined },
      error("MANDATORY_NOT_FOUND", "Mandatory fields are missing", {
        api_name: service,
        json_path: `${key}.${service}`,
      }),
    ],
    [
      { show_job_sheet: "no" },
      error("INVALID_DATA", "invalid data", {
        expected_data_type: "boolean",
        ...place(key, "show_job_sheet"),
      }),
    ],
    [
      { [hours]: true },
      error("DEPENDENT_MISMATCH", `${service} must be enabled to set ${hours} to true`, {
        dependee: place(key, service),
        ...place(key, hours),
      }),
    ],
    [
      { sharing_enabled: true },
      error("DEPENDENT_FIELD_MISSING", "Dependent Field missing", {
        dependee: place(key, "sharing_enabled"),
        ...place(key, "sharing_details"),
      }),
    ],
    [
      { sharing_details: { permission: "read_only" } },
      error("MANDATORY_NOT_FOUND", "required field not found", place(key, "sharing_enabled")),
    ],
  ])("are not changed by %o", async (more, refusal) => {
    expect(await put(more)).toEqual(refused(refusal));
  });
});

it("crm.servicePreferences.get shows what crm.servicePreferences.update changes", async () => {
  const [path, key] = ["/settings/service_preferences", "service_preferences"];
  const put = (job_sheet_enabled: unknown) => said("PUT", path, { [key]: { job_sheet_enabled } });
  expect((await put(false)).status).toBe(200);
  expect((await crm.get(path)).body[key]).toEqual({ job_sheet_enabled: false });
  const details = { expected_data_type: "boolean", ...place(key, "job_sheet_enabled") };
  expect(await put("no")).toEqual({
    status: 400,
    body: { [key]: error("INVALID_DATA", "invalid data", details) },
  });
  expect(await said("PUT", path, {})).toEqual({
    status: 400,
    body: error("MANDATORY_NOT_FOUND", "required field not found", { api_name: key, json_path: `$.${key}` }),
  });
});

describe("the fiscal year", () => {
  const [path, key] = ["/settings/fiscal_year", "fiscal_year"];
  const put = (given: object) => said("PUT", path, { [key]: given });
  /** The year that it is where the organisation is. */
  const year = async () => {
    const lead = await crm.read("Leads", await crm.add("Leads", { Last_Name: "Now", Company: "Then" }));
    return Number(String(lead.Created_Time).slice(0, 4));
  };

  it("crm.fiscalYear.update changes crm.fiscalYear.get", async () => {
    expect(await put({ start_month: "JANUARY" })).toMatchObject({
      status: 200,
      body: { [key]: { message: "The fiscal year configuration has been updated successfully" } },
    });
    expect((await crm.get(path)).body[key]).toMatchObject({ start_month: "JANUARY" });
  });

  it.each([
    [{}, error("INVALID_DATA", "Please give a valid data")],
    [
      { calendar_type: "lunar" },
      error("INVALID_DATA", "Please give a valid calendar type", {
        ...place(key, "calendar_type"),
        supported_values: ["gregorian", "custom"],
      }),
    ],
    [
      { calendar_type: 5 },
      error("INVALID_DATA", "Please give a valid calendar type", {
        ...place(key, "calendar_type"),
        expected_data_type: "text",
      }),
    ],
    [
      { structure: "4-4-5" },
      error("INVALID_DATA", "cannot configure structure for gregorian calendar", place(key, "structure")),
    ],
    [
      { surplus_week: {} },
      error(
        "INVALID_DATA",
        "cannot configure surplus week for gregorian calendar",
        place(key, "surplus_week"),
      ),
    ],
    [
      { calendar_type: "gregorian", structure: "4-4-5" },
      error("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing", {
        ambiguity_due_to: [place(key, "calendar_type"), place(key, "structure")],
      }),
    ],
    [
      { calendar_type: "custom", start_date: "soon" },
      error("INVALID_DATA", "Please give a valid start_date", place(key, "start_date")),
    ],
    [
      { calendar_type: "custom", start_date: "2001-04-01" },
      error(
        "INVALID_DATA",
        "custom fiscal year can be configured only with current year",
        place(key, "start_date"),
      ),
    ],
    [
      { calendar_type: "custom", start_month: "JANUARY", display_based_on: "end_month" },
      error(
        "INVALID_DATA",
        "Cannot configure end month as display based option for January and February for custom calendar type",
        place(key, "display_based_on"),
      ),
    ],
    [
      { calendar_type: "custom", surplus_week: { year: 2001 } },
      error("DEPENDENT_FIELD_MISSING", "Provide valid quarter for surplus week", {
        dependee: place(key, "surplus_week"),
        ...place(key, "surplus_week.quarter"),
      }),
    ],
    [
      { calendar_type: "custom", surplus_week: { year: 2001, quarter: 5, period: 1 } },
      error("INVALID_DATA", "Provide valid quarter for surplus week", {
        json_path: `$.${key}.surplus_week.quarter`,
        supported_values: [1, 2, 3, 4],
      }),
    ],
  ])("is not changed by %o", async (given, refusal) => {
    expect(await put(given)).toEqual({ status: 400, body: { [key]: refusal } });
  });

  it("begins in its month, and has a surplus week in this year or the next", async () => {
    const now = await year();
    const custom = { calendar_type: "custom", start_date: `${now}-05-01` };
    expect(await put({ ...custom, start_month: "JUNE" })).toEqual({
      status: 400,
      body: {
        [key]: error("INVALID_DATA", "start_date does not match with start_month", place(key, "start_date")),
      },
    });
    const week = { quarter: 1, period: 1 };
    expect(await put({ ...custom, start_month: "MAY", surplus_week: { ...week, year: now + 2 } })).toEqual({
      status: 400,
      body: {
        [key]: error("NOT_ALLOWED", "Surplus week can be updated only for current year and next year", {
          ...place(key, "surplus_week.year"),
          supported_values: [now, now + 1],
        }),
      },
    });
    const good = { ...custom, start_month: "MAY", surplus_week: { ...week, year: now } };
    expect((await put(good)).status).toBe(200);
  });
});

describe("the check for duplicates", () => {
  const key = "duplicate_check_preference";
  const pathOf = (module: string) => `/settings/${key}?module=${module}`;
  const path = pathOf("Leads");
  const converted = { [key]: { type: "converted_records", type_configurations: [] } };
  const done = (message: string) => ({
    status: 200,
    body: { [key]: { code: "SUCCESS", details: {}, message, status: "success" } },
  });
  const notEnabled = error(
    "FEATURE_NOT_ENABLED",
    "The DuplicateCheckPreference for mapped_module_records feature is not yet enabled. Please enable it before doing this action.",
  );

  it("crm.duplicateCheck.create, crm.duplicateCheck.update and crm.duplicateCheck.delete change crm.duplicateCheck.get", async () => {
    expect((await crm.get(path)).status).toBe(204);
    expect(await said("PUT", path, converted)).toEqual({ status: 403, body: { [key]: notEnabled } });
    expect(await said("DELETE", path)).toEqual({ status: 403, body: notEnabled });
    expect(await said("POST", path, converted)).toEqual(
      done("Duplicate check enabled for converted_records successfully."),
    );
    expect((await crm.get(path)).body).toEqual(converted);
    expect((await said("POST", path, converted)).body).toEqual(
      error("ALREADY_CONFIGURED", "already configured."),
    );
    expect(await said("PUT", path, converted)).toEqual(
      done("Updated fieldMapping for converted_records successfully."),
    );
    expect(await said("DELETE", path)).toEqual(
      done("Duplicate check disabled for converted_records successfully."),
    );
    expect((await crm.get(path)).status).toBe(204);
  });

  it("is one of leads", async () => {
    const refusals = [
      [`/settings/${key}`, "REQUIRED_PARAM_MISSING"],
      [pathOf("Nowhere"), "INVALID_MODULE"],
      [pathOf("Deals"), "NOT_SUPPORTED"],
    ] as const;
    for (const [wrong, code] of refusals)
      expect(await said("GET", wrong)).toMatchObject({
        status: 400,
        body: { code, details: { param_name: "module" } },
      });
    expect((await said("POST", pathOf("Deals"), converted)).body).toMatchObject({
      code: "NOT_SUPPORTED",
      message: "The feature not avilable in the given module.",
    });
  });

  const mapped = (current_field: object) => ({
    type: "mapped_module_records",
    type_configurations: [
      {
        mapped_module: { api_name: "Contacts" },
        field_mappings: [{ mapped_field: { api_name: "Phone" }, current_field }],
      },
    ],
  });
  const within = (name: string) => ({
    api_name: name,
    json_path: `$.${key}[0].type_configurations.field_mappings[0].current_field.${name}`,
  });

  it.each([
    [
      undefined,
      error("MANDATORY_NOT_FOUND", "required field not found", {
        api_name: key,
        json_path: `$.data[0].${key}`,
      }),
    ],
    [{ type: "all" }, error("MANDATORY_NOT_FOUND", "required field not found", place(key, "type"))],
    [
      mapped({}),
      error("EXPECTED_FIELD_MISSING", "Specify at least one field.", {
        expected_fields: [within("id"), within("api_name")],
      }),
    ],
    [
      mapped({ api_name: "Phone" }),
      error(
        "NOT_ALLOWED",
        "the given current_field API name is not a unique field API name.",
        within("api_name"),
      ),
    ],
  ])("is not made of %o", async (preference, refusal) => {
    expect(await said("POST", path, { [key]: preference })).toEqual({ status: 400, body: refusal });
  });
});
