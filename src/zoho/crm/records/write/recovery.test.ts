import { HostileLeads } from "../../../../../test/hostile/leads";
import { createRecord, createRecords } from "./create";
import { findOrCreateRecord } from "./upsert";

const server = new HostileLeads();
beforeAll(() => server.open());
afterAll(() => server.close());
beforeEach(() => server.clear());

const recordType = "Leads";
const lead = (code: string, name = `Lead ${code}`) => ({ Last_Name: name, Code: code });
const create = (records: readonly object[], uniqueField: string | undefined = "Code") =>
  createRecords(server.crm(), { recordType, uniqueField, records: records.map((record) => ({ ...record })) });

describe("a created record whose answer was lost", () => {
  test.each([["lostAfter" as const], ["503After" as const], ["junkAfter" as const]])(
    "is found by its unique field, with its id, after %s",
    async (mishap) => {
      server.mishaps = [mishap];
      const { data } = await create([lead("A"), lead("B")]);
      expect(data.map(({ status, id }) => [status, id])).toEqual(
        server.held.map(({ id }) => ["success", id]),
      );
      expect(server.held).toHaveLength(2);
      expect(server.writes).toHaveLength(1);
    },
  );

  test("is created where it was not, and gives its id as one record too", async () => {
    server.mishaps = ["lostBefore"];
    expect((await create([lead("A")])).summary).toMatchObject({ succeeded: 1 });
    server.mishaps = ["lostAfter"];
    const { data } = await createRecord(server.crm(), { recordType, uniqueField: "Code", record: lead("B") });
    expect(data[0]).toMatchObject({ status: "success", details: { id: server.held[1]?.id } });
  });

  test("is found by the id of the duplicate that it is itself, where queries do not show it yet", async () => {
    server.mishaps = ["lostAfter"];
    server.rules = { instead: ({ path }) => (path.includes("/coql") ? { status: 204 } : undefined) };
    const { data } = await create([lead("A")]);
    expect(data[0]).toMatchObject({ status: "success", id: server.held[0]?.id, action: "insert" });
    expect(server.held).toHaveLength(1);
  });

  test.each([["lostBefore" as const], ["lostAfter" as const]])(
    "is no success where the value was another record's before: %s",
    async (mishap) => {
      const other = server.put(lead("A"), 120_000);
      server.mishaps = [mishap];
      const { data } = await create([lead("A")]);
      expect(data[0]).toMatchObject({ status: "error", code: "DUPLICATE_DATA", id: other });
      expect(server.commits).toEqual([]);
    },
  );

  test("is not taken for a record that another made a moment ago", async () => {
    server.put(lead("A", "Somebody else"));
    server.mishaps = ["lostBefore"];
    const { data } = await create([lead("A")]);
    expect(data[0]).toMatchObject({ status: "error", code: "OUTCOME_UNKNOWN" });
    expect(server.commits).toEqual([]);
  });

  test("is never two entries' one record", async () => {
    server.mishaps = ["lostAfter", "lostBefore"];
    const { data } = await create([lead("A"), lead("A")]);
    expect(data.map(({ status }) => status)).toEqual(["success", "error"]);
    expect(server.held).toHaveLength(1);
  });

  test.each([
    ["trimmed" as const, " A "],
    ["anyCase" as const, "a"],
  ])("is unknown where Zoho compares %s and shows another form", async (compares, code) => {
    server.rules = { compares };
    if (compares === "anyCase") server.put(lead("A"));
    server.mishaps = ["lostAfter"];
    const { data } = await create([lead(code, "Lead A")]);
    expect(data[0]).toMatchObject({ status: "error", code: "OUTCOME_UNKNOWN" });
    expect(server.writes).toHaveLength(1);
    expect(server.held).toHaveLength(1);
  });

  const refusedAs = (id: string) => {
    const by = (api_name: string) => ({
      code: "DUPLICATE_DATA",
      details: { api_name, duplicate_record: { id } },
    });
    const all = (...errors: object[]) => ({ code: "MULTIPLE_OR_MULTI_ERRORS", details: { errors } });
    const invalid = { code: "INVALID_DATA", details: { api_name: "Note" } };
    return { another: by("Email"), more: all(by("Code"), invalid), several: all(by("Email"), by("Code")) };
  };

  /** Queries show nothing, and a second try is refused. */
  const refuseAgain = (refusal: () => object) => {
    let tries = 0;
    const again = () => ({ status: 200, body: { data: [{ ...refusal(), message: "", status: "error" }] } });
    server.rules = {
      instead: ({ method, path }) => {
        if (path.includes("/coql")) return { status: 204 };
        if (method === "POST") tries += 1;
        return method === "POST" && tries === 2 ? again() : undefined;
      },
    };
  };

  test.each([
    ["another field", "another" as const, "DUPLICATE_DATA"],
    ["its field, besides other errors", "more" as const, "MULTIPLE_OR_MULTI_ERRORS"],
  ])("was refused where a second try is called a duplicate by %s", async (_, kind, code) => {
    const other = server.put(lead("A", "Somebody else"));
    refuseAgain(() => refusedAs(other)[kind]);
    server.mishaps = ["lostBefore"];
    expect((await create([lead("A")])).data[0]).toMatchObject({ status: "error", code });
    expect(server.commits).toEqual([]);
  });

  test("is the record itself where a second try is called a duplicate by several fields", async () => {
    refuseAgain(() => refusedAs(String(server.held[0]?.id)).several);
    server.mishaps = ["lostAfter"];
    const { data } = await create([lead("A")]);
    expect(data[0]).toMatchObject({ status: "success", id: server.held[0]?.id });
  });

  test("is unknown, and there once, where Zoho does not keep the field unique", async () => {
    server.rules = { isUnique: false };
    server.mishaps = ["lostAfter"];
    const { data } = await create([lead("A")]);
    expect(data[0]).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.held).toHaveLength(1);
    expect(server.writes).toHaveLength(1);
  });
});

describe("find or create", () => {
  const input = { recordType, matchField: "Code", matchValue: "A", record: { Last_Name: "Lead A" } };

  test("gives the id of a record whose answer was lost, and makes no second one", async () => {
    server.mishaps = ["lostAfter"];
    const first = await findOrCreateRecord(server.crm(), input);
    expect(first).toMatchObject({ created: true, id: server.held[0]?.id });
    expect(await findOrCreateRecord(server.crm(), input)).toMatchObject({ created: false, id: first.id });
    expect(server.held).toHaveLength(1);
  });

  test("makes no second record by a field that is not unique, and says that it is unknown", async () => {
    server.rules = { isUnique: false };
    server.mishaps = ["lostAfter"];
    await expect(findOrCreateRecord(server.crm(), input)).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.held).toHaveLength(1);
  });

  test("warns of a field that two records may share", async () => {
    server.rules = { isUnique: false };
    const warnings: string[] = [];
    const log = { debug: () => {}, info: () => {}, warn: (message: string) => void warnings.push(message) };
    await findOrCreateRecord(server.crm({ log }), input);
    expect(warnings.join()).toContain("Code is not unique in Zoho");
  });

  test.each([["Code"], ["code"]])("refuses another value for the field looked for, by %s", async (key) => {
    const record = { ...input.record, [key]: "B" };
    await expect(findOrCreateRecord(server.crm(), { ...input, record })).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("Match Value"),
    });
    expect(server.held).toEqual([]);
    await findOrCreateRecord(server.crm(), { ...input, record: { ...input.record, [key]: "A" } });
    expect(server.held).toMatchObject([{ Code: "A" }]);
  });

  test.each([["Code"], ["code"]])(
    "lets no empty value, under %s, take the place of the one looked for",
    async (key) => {
      const fieldValues = { [key]: "" };
      for (const created of [true, false])
        expect(await findOrCreateRecord(server.crm(), { ...input, fieldValues })).toMatchObject({ created });
      expect(server.held).toMatchObject([{ Code: "A" }]);
    },
  );

  test.each([[null], [{}], [[]], ["maintenance"], [{ data: "none" }], [{ data: {} }]])(
    "takes a 200 with %j for no proof that there is none",
    async (body) => {
      server.put(lead("A"));
      server.rules = {
        isUnique: false,
        instead: ({ path }) => (path.includes("/coql") ? { status: 200, body } : undefined),
      };
      await expect(findOrCreateRecord(server.crm(), input)).rejects.toMatchObject({ name: "ZohoError" });
      expect(server.held).toHaveLength(1);
    },
  );

  test("does not take a converted lead for found", async () => {
    server.rules = {
      isUnique: false,
      instead: ({ path }) =>
        path.includes("/coql")
          ? { status: 200, body: { data: [{ id: "1", Code: "A", Converted__s: true }], info: {} } }
          : undefined,
    };
    expect(await findOrCreateRecord(server.crm(), input)).toMatchObject({ created: true });
  });
});
