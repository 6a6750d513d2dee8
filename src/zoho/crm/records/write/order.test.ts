import fc from "fast-check";
import { HostileLeads, type Mishap } from "../../../../../test/hostile/leads";
import { runs } from "../../../../../test/support/runs";
import type { JsonObject } from "../../../core/json";
import { createRecords } from "./create";
import { removeRecords, updateRecords } from "./update";
import { upsertRecords } from "./upsert";

const server = new HostileLeads();
beforeAll(() => server.open());
afterAll(() => server.close());
beforeEach(() => server.clear());

const recordType = "Leads";
const padding = (count: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ Last_Name: "Other", Code: `other ${index}` }));

describe("records with one key", () => {
  test("keep their order when the first chunk is slower, or is sent again", async () => {
    const id = server.put({ Last_Name: "Lead", Code: "A" });
    const others = Array.from({ length: 99 }, (_, index) =>
      server.put({ Last_Name: "O", Code: `o${index}` }),
    );
    for (const mishaps of [["slow"], ["500Before"], ["lostAfter"], ["items"]] satisfies Mishap[][]) {
      server.mishaps = [...mishaps];
      const first = others.map((other) => ({ id: other, Note: "x" }));
      const records = [...first, { id, Note: "old" }, { id, Note: "middle" }, ...first, { id, Note: "new" }];
      const { summary } = await updateRecords(server.crm(), { recordType, records, concurrency: 10 });
      expect(summary).toMatchObject({ failed: 0 });
      expect(server.held.find((held) => held.id === id)).toMatchObject({ Note: "new" });
    }
  });

  test.each([
    ["Email", ["Email", "Code"], false],
    ["Code", ["Email", "Code"], false],
    ["Code", ["Email"], true],
  ])(
    "alike in %s, upserted by %j in parallel chunks, are one record with the last values (unique: %s)",
    async (key, duplicateCheckFields, isUnique) => {
      server.rules = { isUnique, compares: "anyCase" };
      // The first stands at the end of its chunk, and the second at the beginning of the next one.
      const others = padding(150);
      const records = [
        ...others.slice(0, 99),
        { Last_Name: "Lead", [key]: "a@b.cd", Note: "old" },
        { Last_Name: "Lead", [key]: " A@B.CD ", Note: "new" },
        ...others.slice(99),
      ];
      const input = { recordType, records, duplicateCheckFields, concurrency: 10 };
      expect((await upsertRecords(server.crm(), input)).summary).toMatchObject({ failed: 0 });
      const held = server.held.filter((lead) => String(lead[key]).trim().toLowerCase() === "a@b.cd");
      expect(held).toMatchObject([{ Note: "new" }]);
    },
  );

  test("that are upserted without a value to check by stay where they stand", async () => {
    const records = [
      { Last_Name: "1", Code: "A" },
      { Last_Name: "2" },
      { Last_Name: "3", Code: "B" },
      { Last_Name: "4" },
    ];
    await upsertRecords(server.crm(), { recordType, records, duplicateCheckFields: ["Code"] });
    expect(server.commits.map(({ values }) => values.Last_Name)).toEqual(["1", "2", "3", "4"]);
  });

  test("without a key go on in full chunks meanwhile", async () => {
    const same = Array.from({ length: 3 }, (_, index) => ({
      Last_Name: "Lead",
      Code: "A",
      Note: `${index}`,
    }));
    const records = [...same, ...padding(297)];
    await upsertRecords(server.crm(), {
      recordType,
      records,
      duplicateCheckFields: ["Code"],
      concurrency: 2,
    });
    expect(server.writes.length).toBeLessThanOrEqual(5);
    expect(server.held.find(({ Code }) => Code === "A")).toMatchObject({ Note: "2" });
  });
});

/*
 * The laws of writing, for any batch: one outcome an entry, in the order of the input; nothing written twice;
 * the records of one key written in their order; success only for what was written, and a failure other than
 * OUTCOME_UNKNOWN only for what was not.
 */
describe("whatever goes wrong on the way", () => {
  const mishaps = fc.array(
    fc.constantFrom<Mishap>(
      ...(["none", "none", "slow", "throttled", "lostBefore", "lostAfter", "500Before", "503After"] as const),
      ...(["junkAfter", "items", "itemsAfter", "throttledItems"] as const),
    ),
    { maxLength: 12 },
  );
  const keys = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 260 });
  const concurrency = fc.integer({ min: 1, max: 10 });

  const tokenOf = (index: number): string => `entry ${index}`;
  const placeOf = ({ values }: { values: JsonObject }): number => Number(String(values.Note).slice(6));

  test.each([
    ["create", "Code"],
    ["create", undefined],
    ["upsert", "Code"],
    ["upsert", "Email"],
    ["update", undefined],
  ] as const)(
    "%s (by %s)",
    async (kind, by) => {
      await fc.assert(
        fc.asyncProperty(mishaps, keys, concurrency, async (script, chosen, width) => {
          await server.clear();
          server.rules = { isUnique: by === "Code" };
          const ids = Array.from({ length: 61 }, () =>
            kind === "update" ? server.put({ Last_Name: "L" }) : "",
          );
          const key = by ?? "Code";
          const records = chosen.map((choice, index): JsonObject => {
            const record = { Last_Name: "Lead", Note: tokenOf(index) };
            return kind === "update"
              ? { ...record, id: ids[choice] }
              : { ...record, [key]: `k${choice}@b.cd` };
          });
          server.mishaps = [...script];
          const input = { recordType, records, concurrency: width };
          const crm = server.crm();
          const { data } =
            kind === "create"
              ? await createRecords(crm, { ...input, uniqueField: by })
              : kind === "update"
                ? await updateRecords(crm, input)
                : await upsertRecords(crm, { ...input, duplicateCheckFields: [key] });

          expect(data.map(({ index }) => index)).toEqual(records.map((_, index) => index));
          const written = new Set(server.commits.map(placeOf));
          for (const { index, status, code } of data) {
            if (status === "success") expect([index, written.has(index)]).toEqual([index, true]);
            else if (code !== "OUTCOME_UNKNOWN")
              expect([index, code, written.has(index)]).toEqual([index, code, false]);
          }
          const inserted = server.commits.filter((commit) => commit.kind === "insert").map(placeOf);
          expect(inserted).toHaveLength(new Set(inserted).size);
          if (kind === "upsert" || by === "Code") {
            expect(server.held).toHaveLength(new Set(server.held.map((held) => held[key])).size);
          }
          // Records that are created without a unique field have no key in common.
          for (const choice of new Set(kind === "create" && by === undefined ? [] : chosen)) {
            const places = server.commits.map(placeOf).filter((place) => chosen[place] === choice);
            expect(places).toEqual([...places].sort((left, right) => left - right));
          }
        }),
        runs(15),
      );
    },
    60_000,
  );

  test("remove", async () => {
    await fc.assert(
      fc.asyncProperty(mishaps, keys, concurrency, async (script, chosen, width) => {
        await server.clear();
        const ids = Array.from({ length: 61 }, (_, index) =>
          index % 5 === 0 ? `57257670009${String(index).padStart(8, "0")}` : server.put({ Last_Name: "L" }),
        );
        const recordIds = chosen.map((choice) => ids[choice] ?? "");
        server.mishaps = [...script];
        const { data } = await removeRecords(server.crm(), { recordType, recordIds, concurrency: width });
        expect(data.map(({ index }) => index)).toEqual(recordIds.map((_, index) => index));
        const gone = new Set(server.commits.map(({ id }) => id));
        for (const { index, status } of data)
          if (status === "success") expect(gone.has(recordIds[index] ?? "")).toBe(true);
        for (const id of gone) {
          const told = data.filter(({ index }) => recordIds[index] === id);
          expect(told.some(({ status, code }) => status === "success" || code === "OUTCOME_UNKNOWN")).toBe(
            true,
          );
        }
      }),
      runs(15),
    );
  }, 60_000);
});
