import { type Item, startTestCrm, type TestCrm } from "../testing";

describe("the settings", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const items = async (key: string, path: string): Promise<Item[]> => {
    const { status, body } = await crm.get(path);
    expect(status).toBe(200);
    return body[key] as Item[];
  };
  const fields = (module: string) => items("fields", `/settings/fields?module=${module}`);
  const field = async (module: string, name: string) =>
    (await fields(module)).find(({ api_name }) => api_name === name) ?? {};
  const layouts = (module: string) => items("layouts", `/settings/layouts?module=${module}`);

  describe("modules", () => {
    it("crm.modules.list gives the standard modules and the custom ones, with what can be done to them", async () => {
      const modules = await items("modules", "/settings/modules");
      const names = modules.map(({ api_name }) => api_name);
      expect(names).toEqual(
        expect.arrayContaining([
          "Leads",
          "Contacts",
          "Accounts",
          "Deals",
          "Campaigns",
          "Tasks",
          "Events",
          "Calls",
          "Products",
          "Vendors",
          "Price_Books",
          "Quotes",
          "Sales_Orders",
          "Purchase_Orders",
          "Invoices",
          "Cases",
          "Solutions",
          "Notes",
          "Attachments",
          "Activities",
          "Users",
        ]),
      );
      const of = (name: string) => modules.find(({ api_name }) => api_name === name);
      expect(of("Leads")).toMatchObject({
        convertable: true,
        creatable: true,
        api_supported: true,
        generated_type: "default",
      });
      expect(of("Contacts")).toMatchObject({ convertable: false });
      expect(of("Events")).toMatchObject({ plural_label: "Meetings" });
      expect(of("Properties")).toMatchObject({
        generated_type: "custom",
        module_name: expect.stringMatching(/^CustomModule\d+$/),
      });
      expect(of("Quoted_Items")).toMatchObject({
        generated_type: "subform",
        creatable: false,
        status: "system_hidden",
      });
      expect(of("Leads_X_Products")).toMatchObject({ generated_type: "linking" });
      expect(of("Activities")).toMatchObject({ api_supported: false });
    });

    it("takes a status", async () => {
      const visible = await items("modules", "/settings/modules?status=visible");
      expect(new Set(visible.map(({ status }) => status))).toEqual(new Set(["visible"]));
      expect(await crm.get("/settings/modules?status=shiny")).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA" },
      });
    });

    it("crm.modules.get gives one by its name or id", async () => {
      const [lead] = await items("modules", "/settings/modules/Leads");
      expect(lead).toMatchObject({
        api_name: "Leads",
        display_field: "Full_Name",
        custom_view: { system_name: "ALLVIEWS" },
      });
      expect(await items("modules", `/settings/modules/${lead?.id}`)).toEqual([lead]);
      expect(await crm.get("/settings/modules/Nothing")).toMatchObject({
        status: 400,
        body: { code: "INVALID_MODULE" },
      });
    });
  });

  describe("fields", () => {
    it("crm.fields.list needs a module that there is", async () => {
      expect(await crm.get("/settings/fields")).toMatchObject({
        status: 400,
        body: {
          code: "REQUIRED_PARAM_MISSING",
          details: { param_name: "module" },
          message: "One of the expected parameter is missing",
          status: "error",
        },
      });
      expect(await crm.get("/settings/fields?module=Nothing")).toMatchObject({
        status: 400,
        body: { code: "INVALID_MODULE", details: { param_name: "module" } },
      });
    });

    it("tells what Zoho tells of a field", async () => {
      expect(await field("Leads", "Company")).toMatchObject({
        id: expect.stringMatching(/^\d{19}$/),
        data_type: "text",
        json_type: "string",
        length: 200,
        system_mandatory: false,
        custom_field: false,
        read_only: false,
        field_read_only: false,
        operation_type: { web_create: true, web_update: true, api_create: true, api_update: true },
        unique: {},
        external: null,
        convert_mapping: { Contacts: null, Deals: null, Accounts: "Account_Name" },
        layout_associations: [{ api_name: "Standard__s" }, { api_name: "Enterprise" }],
      });
      expect(await field("Leads", "Last_Name")).toMatchObject({ system_mandatory: true, length: 80 });
      expect(await field("Leads", "Created_Time")).toMatchObject({
        read_only: true,
        operation_type: { api_create: false, api_update: false },
      });
      expect(await field("Leads", "Referral_Code")).toMatchObject({
        custom_field: true,
        unique: { case_sensitive: false },
      });
      expect(await field("Leads", "ERP_Id")).toMatchObject({ external: { type: "org", show: true } });
      expect(await field("Contacts", "Account_Name")).toMatchObject({
        lookup: { module: { api_name: "Accounts" } },
      });
      expect(await field("Tasks", "What_Id")).toMatchObject({
        multi_module_lookup: {
          modules: expect.arrayContaining([expect.objectContaining({ api_name: "Deals" })]),
        },
      });
    });

    it("has custom fields of every type on Leads and on a custom module", async () => {
      const every = [
        "text",
        "textarea",
        "email",
        "phone",
        "website",
        "picklist",
        "multiselectpicklist",
        "date",
        "datetime",
        "integer",
        "currency",
        "double",
        "percent",
        "bigint",
        "boolean",
        "lookup",
        "userlookup",
        "multi_module_lookup",
        "multiselectlookup",
        "multiuserlookup",
        "imageupload",
        "fileupload",
        "subform",
        "autonumber",
        "formula",
      ];
      for (const module of ["Leads", "Properties"]) {
        const custom = (await fields(module)).filter(({ custom_field }) => custom_field);
        for (const type of every) expect(custom.map(({ data_type }) => data_type)).toContain(type);
      }
      expect(await field("Properties", "Inspection_Count")).toMatchObject({
        data_type: "rollup_summary",
        rollup_summary: { based_on_module: { api_name: "Inspections" } },
      });
      expect((await fields("Leads")).filter(({ data_type }) => data_type === "textarea")).toEqual(
        expect.arrayContaining(
          ["small", "large", "rich_text"].map((type) => expect.objectContaining({ textarea: { type } })),
        ),
      );
    });

    it("gives picklists with Zoho's values, stages with their chance", async () => {
      const source = await field("Leads", "Lead_Source");
      expect(source.pick_list_values).toContainEqual(
        expect.objectContaining({ display_value: "Cold Call", actual_value: "Cold Call", type: "used" }),
      );
      expect((source.pick_list_values as Item[])[0]).toMatchObject({
        display_value: "-None-",
        sequence_number: 1,
      });
      const stage = await field("Deals", "Stage");
      expect(stage.pick_list_values).toContainEqual(
        expect.objectContaining({
          actual_value: "Closed Won",
          probability: 100,
          forecast_type: "Closed Won",
        }),
      );
    });

    it("crm.fields.get gives one", async () => {
      const company = await field("Leads", "Company");
      expect(await items("fields", `/settings/fields/${company.id}?module=Leads`)).toEqual([company]);
      expect(await crm.get("/settings/fields/1?module=Leads")).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA" },
      });
    });

    it("v2 says required and not what each operation may do", async () => {
      const { body } = await crm.get("v2:/settings/fields?module=Leads");
      const name = (body.fields as Item[]).find(({ api_name }) => api_name === "Last_Name");
      expect(name).toMatchObject({ required: true });
      expect(name).not.toHaveProperty("operation_type");
    });
  });

  describe("layouts", () => {
    const fieldsOf = ({ sections }: Item) =>
      (sections as { fields: Item[] }[]).flatMap((section) => section.fields);
    const required = (layout: Item) =>
      fieldsOf(layout)
        .filter((each) => each.required)
        .map(({ api_name }) => api_name);

    it("crm.layouts.list gives a standard layout for each module, and what each layout requires", async () => {
      const [standard, enterprise] = await layouts("Leads");
      expect(standard).toMatchObject({
        name: "Standard",
        visible: true,
        convert_mapping: { Contacts: { name: "Standard" } },
      });
      expect(required(standard ?? {})).toEqual(["Company", "Last_Name"]);
      expect(enterprise).toMatchObject({ name: "Enterprise" });
      expect(required(enterprise ?? {})).toEqual(["Company", "Last_Name", "Email", "Phone", "Tier"]);
      expect(await layouts("Accounts")).toHaveLength(1);
    });

    it("leaves out fields that a layout does not have", async () => {
      const [, enterprise] = await layouts("Leads");
      const names = fieldsOf(enterprise ?? {}).map(({ api_name }) => api_name);
      expect(names).toContain("Email");
      expect(names).not.toContain("Twitter");
    });

    it("crm.layouts.get gives one, or 204", async () => {
      const [, enterprise] = await layouts("Leads");
      expect(await items("layouts", `/settings/layouts/${enterprise?.id}?module=Leads`)).toEqual([
        enterprise,
      ]);
      expect((await crm.get("/settings/layouts/1?module=Leads")).status).toBe(204);
    });
  });

  it("crm.relatedLists.list names the lists of a module", async () => {
    const lists = await items("related_lists", "/settings/related_lists?module=Accounts");
    expect(lists.map(({ api_name }) => api_name)).toEqual(
      expect.arrayContaining(["Notes", "Attachments", "Contacts", "Deals"]),
    );
    expect(lists.find(({ api_name }) => api_name === "Contacts")).toMatchObject({
      module: { api_name: "Contacts" },
      href: "Accounts/{ENTITYID}/Contacts",
    });
    const withStatus = (status: string) => crm.get(`/settings/related_lists?module=Leads&status=${status}`);
    expect((await withStatus("visible")).status).toBe(200);
    expect((await withStatus("user_hidden")).status).toBe(204);
    expect(await withStatus("gone")).toMatchObject({
      status: 400,
      body: {
        code: "INVALID_DATA",
        details: {
          param_name: "status",
          supported_values: ["visible", "user_hidden", "scheduled_for_deletion"],
        },
        message: "The status given is invalid.",
      },
    });
  });

  it.each([
    ["related_lists", { param_name: "module" }],
    ["custom_views", {}],
    ["fields/1/pick_list_values", {}],
  ])("says no to the %s of a module that is not there", async (path, details) => {
    expect((await crm.get(`/settings/${path}?module=Nowhere`)).body).toEqual({
      code: "INVALID_MODULE",
      details,
      message: "the module name given seems to be invalid",
      status: "error",
    });
  });

  it("crm.customViews.list and crm.customViews.get give views, the second with its criteria", async () => {
    const views = await items("custom_views", "/settings/custom_views?module=Leads");
    expect(views.map(({ name }) => name)).toEqual(["All Leads", "My Leads", "Not Contacted Leads"]);
    const [view] = await items("custom_views", `/settings/custom_views/${views[2]?.id}?module=Leads`);
    expect(view).toMatchObject({
      criteria: { comparator: "equal", field: { api_name: "Lead_Status" }, value: "Not Contacted" },
    });
    expect((await crm.get("/settings/custom_views/1?module=Leads")).status).toBe(204);
  });

  it("crm.pipelines.list and crm.pipelines.get give the pipelines of a layout of Deals with their stages", async () => {
    const [layout] = await layouts("Deals");
    const pipelines = await items("pipeline", `/settings/pipeline?layout_id=${layout?.id}`);
    expect(pipelines).toMatchObject([
      {
        display_value: "Sales",
        default: true,
        maps: expect.arrayContaining([expect.objectContaining({ display_value: "Qualification" })]),
      },
      { display_value: "Renewals", default: false },
    ]);
    const sections = layout?.sections as { fields: { api_name: string; pick_list_values: Item[] }[] }[];
    const field = sections.flatMap(({ fields }) => fields).find(({ api_name }) => api_name === "Pipeline");
    expect(field?.pick_list_values[1]).toMatchObject({
      actual_value: "Renewals",
      maps: [
        {
          api_name: "Stage",
          pick_list_values: expect.arrayContaining([
            expect.objectContaining({ actual_value: "Renewal Due" }),
          ]),
        },
      ],
    });
    expect(await items("pipeline", `/settings/pipeline/${pipelines[1]?.id}?layout_id=${layout?.id}`)).toEqual(
      [pipelines[1]],
    );
    expect(await crm.get("/settings/pipeline?layout_id=1")).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { param_name: "layout_id" }, message: "Invalid layoutid" },
    });
  });

  it("crm.tags.list gives the tags of a module once it has some", async () => {
    await crm.control("POST", "reset", { seed: 1 });
    expect((await crm.get("/settings/tags?module=Leads")).status).toBe(204);
    await crm.add("Leads", { Last_Name: "Tagged", Company: "ABC Inc.", Tag: [{ name: "Renewal" }] });
    expect(await items("tags", "/settings/tags?module=Leads")).toEqual([
      expect.objectContaining({ name: "Renewal" }),
    ]);
  });

  it("crm.assignmentRules.list gives the rules of a module", async () => {
    const rules = await items("assignment_rules", "/settings/automation/assignment_rules?module=Leads");
    expect(rules).toEqual([
      expect.objectContaining({ module: expect.objectContaining({ api_name: "Leads" }) }),
    ]);
    expect((await crm.get("/settings/automation/assignment_rules?module=Deals")).status).toBe(204);
  });
});
