import { HostileLeads } from "../../../../../test/hostile/leads";
import type { JsonObject } from "../../../core/json";
import { changeOwner, massDeleteRecords, massUpdateRecords } from "../../jobs/massActions";
import { addTags } from "../../tags";
import { removeRecords, updateRecords } from "./update";
import { upsertRecords } from "./upsert";

const server = new HostileLeads();
beforeAll(() => server.open());
afterAll(() => server.close());
beforeEach(() => server.clear());

const recordType = "Leads";
const done = (id: string) => ({ status: "success", code: "SUCCESS", message: "done", details: { id } });
const locked = (id: string) => ({
  status: "error",
  code: "RECORD_LOCKED",
  message: "locked",
  details: { action: "record_locking", id },
});
const nameless = { status: "error", code: "NOT_APPROVED", message: "not approved", details: {} };

/** Answers every write with these items. */
const answering = (data: readonly JsonObject[], status = 207) => {
  server.rules = { instead: ({ method }) => (method === "GET" ? undefined : { status, body: { data } }) };
};
const told = ({ data }: { data: readonly object[] }) =>
  data.map((row) => ("code" in row && "id" in row ? [row.id, row.code] : "code" in row && row.code));

describe("an item that names a record is of that one, in whatever order Zoho answers", () => {
  const recordIds = ["11", "12", "13"];
  const records = recordIds.map((id) => ({ id, Note: "x" }));

  test.each<[string, () => Promise<{ data: readonly object[] }>]>([
    ["mass delete", () => massDeleteRecords(server.crm(), { recordType, recordIds })],
    ["mass update", () => massUpdateRecords(server.crm(), { recordType, recordIds, record: { Note: "x" } })],
    ["change of owner", () => changeOwner(server.crm(), { recordType, recordIds, ownerId: "7" })],
    ["removal", () => removeRecords(server.crm(), { recordType, recordIds })],
    ["update", () => updateRecords(server.crm(), { recordType, records })],
  ])("%s", async (_, write) => {
    answering([done("13"), locked("11"), done("12")]);
    expect(told(await write())).toEqual([
      ["11", "RECORD_LOCKED"],
      ["12", "SUCCESS"],
      ["13", "SUCCESS"],
    ]);
  });

  test("and one that names none is of the record that is left", async () => {
    answering([done("13"), nameless, done("11")]);
    expect(told(await removeRecords(server.crm(), { recordType, recordIds }))).toEqual([
      ["11", "SUCCESS"],
      ["12", "NOT_APPROVED"],
      ["13", "SUCCESS"],
    ]);
  });

  test("but of a duplicate Zoho names the other record", async () => {
    const duplicate = { ...nameless, code: "DUPLICATE_DATA", details: { api_name: "Code", id: "12" } };
    answering([duplicate, done("12"), done("13")]);
    const { data } = await updateRecords(server.crm(), { recordType, records });
    expect(data.map(({ code }) => code)).toEqual(["DUPLICATE_DATA", "SUCCESS", "SUCCESS"]);
  });

  test("and what an upsert found is of the record that it was sent for", async () => {
    const found = (id: string) => ({ ...done(id), action: "update", duplicate_field: "Code" });
    answering([found("12"), found("11")], 200);
    const upserted = records.slice(0, 2).map((record) => ({ ...record, Last_Name: "Lead", Code: record.id }));
    const input = { recordType, records: upserted, duplicateCheckFields: ["Code"] };
    expect(told(await upsertRecords(server.crm(), input))).toEqual([
      ["12", "SUCCESS"],
      ["11", "SUCCESS"],
    ]);
    answering([found("7")], 200);
    const [first] = upserted;
    expect(told(await upsertRecords(server.crm(), { ...input, records: first ? [first] : [] }))).toEqual([
      ["7", "SUCCESS"],
    ]);
  });

  test("and a success with a record that was not sent is no other's", async () => {
    answering([done("99"), done("12")]);
    const input = { recordType, recordIds: ["11", "12"], record: { Note: "x" } };
    const { data } = await massUpdateRecords(server.crm(), input);
    expect(data.map((row) => row.code)).toEqual(["OUTCOME_UNKNOWN", "SUCCESS"]);
  });

  test("and a record that no item names is unknown, while the others are told", async () => {
    answering([done("12")]);
    const input = { recordType, recordIds: ["11", "12"], record: { Note: "x" } };
    const { data } = await massUpdateRecords(server.crm(), input);
    expect(data.map((row) => row.code)).toEqual(["OUTCOME_UNKNOWN", "SUCCESS"]);
  });
});

describe("one record for which Zoho refuses a whole request", () => {
  const refusing = (bad: string, refusal: (place: number) => JsonObject, status = 400) => {
    server.rules = {
      instead: ({ body }) => {
        const ids = body.ids as string[];
        const place = ids.indexOf(bad);
        return place < 0 ? { status: 200, body: { data: ids.map(done) } } : { status, body: refusal(place) };
      },
    };
  };
  const byPlace = (place: number) => ({
    status: "error",
    code: "INVALID_DATA",
    message: "invalid data",
    details: { expected_data_type: "long", api_name: "ids", json_path: `$.ids[${place}]` },
  });
  const recordIds = ["11", "12", "13"];
  const expected = [["11", "SUCCESS"], expect.anything(), ["13", "SUCCESS"]];

  test.each<[string, string, (place: number) => JsonObject]>([
    ["by its place", "INVALID_DATA", byPlace],
    ["by its place, in the place of the list", "INVALID_DATA", (place) => ({ data: byPlace(place) })],
    ["by its ID", "RECORD_LOCKED", () => locked("12")],
    ["by its ID, in a list of one", "RECORD_LOCKED", () => ({ data: [locked("12")] })],
  ])("%s fails alone", async (_, code, refusal) => {
    refusing("12", refusal);
    const result = await massDeleteRecords(server.crm(), { recordType, recordIds });
    expect(told(result)).toEqual(expected);
    expect(result.data[1]).toMatchObject({ status: "error", code });
    expect(server.writes.map(({ body }) => body.ids)).toEqual([recordIds, ["11", "13"]]);
  });

  test("fails alone where tags are added, too", async () => {
    refusing("12", () => locked("12"));
    const { data } = await addTags(server.crm(), { recordType, recordIds, tags: ["hot"] });
    expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "RECORD_LOCKED", "SUCCESS"]);
  });

  test("is not the one that another is a duplicate of", async () => {
    const refusal = { ...byPlace(0), code: "DUPLICATE_DATA", details: { api_name: "Code", id: "12" } };
    refusing("12", () => refusal);
    const { data } = await massDeleteRecords(server.crm(), { recordType, recordIds });
    expect(data.map((row) => row.code)).toEqual(Array(3).fill("DUPLICATE_DATA"));
    expect(server.writes).toHaveLength(1);
  });

  test("is taken out, but not one after the other where all of them are so", async () => {
    const ids = Array.from({ length: 200 }, (_, index) => String(100 + index));
    server.rules = { instead: () => ({ status: 400, body: byPlace(0) }) };
    const { data } = await massDeleteRecords(server.crm(), { recordType, recordIds: ids });
    expect(data.map((row) => row.code)).toEqual(Array(200).fill("INVALID_DATA"));
    expect(server.writes.length).toBeLessThan(60);
  });

  test("is not looked for where the refusal is of all", async () => {
    refusing("12", () => ({ ...byPlace(0), details: { api_name: "owner", json_path: "$.owner.id" } }));
    const { data } = await changeOwner(server.crm(), { recordType, recordIds, ownerId: "7" });
    expect(data.map((row) => row.code)).toEqual(Array(3).fill("INVALID_DATA"));
    expect(server.writes).toHaveLength(1);
  });
});
