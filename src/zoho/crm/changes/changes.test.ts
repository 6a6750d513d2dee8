import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { isObject, type JsonObject, objectsAt } from "../../core/json";
import type { TransportSettings } from "../../http/transport";
import type { Crm } from "../crm";
import { convertLead } from "../leads";
import type { NotificationCall } from "../notifications/call";
import { calledChanges } from "./called";
import { beginSince, beginWithAll, nextChanges } from "./changes";
import type { CrmChangeQuery } from "./rows";
import type { CrmFeedState } from "./state";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const query: CrmChangeQuery = {
  recordType: "Leads",
  created: true,
  updated: true,
  deleted: false,
  fields: [],
};

type Send = Crm["send"];

/** A client whose answers pass through `change`, and before whose requests `before` happens. */
async function client(
  change: (answer: Awaited<ReturnType<Send>>, path: string) => Awaited<ReturnType<Send>> = (answer) => answer,
  settings: Partial<TransportSettings> = {},
): Promise<Crm> {
  const crm = await sandbox.crm(settings);
  const send: Send = async (operation, call) => change(await crm.send(operation, call), operation.path);
  return Object.create(crm, { send: { value: send } });
}

/** Polls to the end of what there is. */
async function poll(
  crm: Crm,
  asked: CrmChangeQuery,
  remembered?: CrmFeedState,
  begin?: Parameters<typeof nextChanges>[3],
) {
  const changes: Change[] = [];
  let page = await nextChanges(crm, asked, remembered, begin);
  changes.push(...page.changes);
  while (page.more) {
    page = await nextChanges(crm, asked, page.state);
    changes.push(...page.changes);
  }
  return { changes, state: page.state };
}

const write = async (data: JsonObject[]) => {
  const written = (await sandbox.writeAsOther("Leads", data)).data as { details: { id: string } }[];
  return written.map(({ details }) => details.id);
};
const leads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Last_Name: `Lead ${index}` }));
const names = (changes: readonly Change[]) =>
  changes.map(({ change, record }) => `${change} ${record.Last_Name}`);

it("reads every field in groups where they are too many for one query", async () => {
  const crm = await client(undefined, { version: "v6" });
  const { state } = await poll(crm, query);
  await write(leads(70));
  sandbox.world.journal.clear();
  const { changes } = await poll(crm, query, state);
  expect(changes).toHaveLength(70);
  const [lead] = await sandbox.records("Leads");
  const [{ record } = { record: {} }] = changes;
  const unselectable = [
    "Record_Image",
    "Photos",
    "Visit_Photo",
    "Support_Team",
    "Interested_Products",
    "Site_Visits",
  ];
  const missing = Object.keys(lead ?? {}).filter((name) => !name.startsWith("$") && !(name in record));
  expect(missing.filter((name) => !unselectable.includes(name))).toEqual([]);
  const columns = (await sandbox.requests())
    .filter(({ path }) => path === "/crm/v6/coql")
    .map(
      ({ body }) =>
        String((body as JsonObject).select_query)
          .split(" from ")[0]
          ?.split(",").length ?? 0,
    );
  expect(columns.length).toBeGreaterThan(1);
  expect(Math.max(...columns)).toBeLessThanOrEqual(50);
});

it("keeps a record whole that moves while its groups are read, and leaves out one that goes", async () => {
  let queries = 0;
  const [moving, going] = await write([{ Last_Name: "Moving" }, { Last_Name: "Going" }]);
  await sandbox.advance(120);
  const crm = await client(
    (answer, path) => {
      if (path.endsWith("/coql")) queries += 1;
      return answer;
    },
    { version: "v6" },
  );
  const { state } = await poll(crm, { ...query, deleted: true });
  await write([
    { id: moving, Last_Name: "Moved" },
    { id: going, Last_Name: "Gone" },
  ]);
  const between = Object.create(crm, {
    send: {
      value: async (...call: Parameters<Send>) => {
        // After the first group of the page with all fields was read.
        if (queries === 2) {
          queries += 1;
          await write([{ id: moving, Last_Name: "Moved again" }]);
          await write([{ id: going, $delete: true }]);
        }
        return crm.send(...call);
      },
    },
  });
  queries = 1;
  const first = await poll(between, { ...query, deleted: true }, state);
  const second = await poll(crm, { ...query, deleted: true }, first.state);
  expect(first.changes.map(({ id, change }) => `${id} ${change}`)).toEqual([
    `${moving} updated`,
    `${going} deleted`,
  ]);
  expect(first.changes[0]?.record).toMatchObject({ Last_Name: "Moved", Layout: expect.anything() });
  const told = [...first.changes, ...second.changes];
  expect(told.filter(({ id }) => id === moving).at(-1)?.record).toMatchObject({
    Last_Name: "Moved again",
    Layout: expect.anything(),
  });
  expect(told.filter(({ id }) => id === going).at(-1)?.change).toBe("deleted");
});

it("reads a field from the first change after it was added", async () => {
  let isNew = false;
  const hiding = await client((answer, path) => {
    if (isNew || !path.endsWith("/settings/fields") || !isObject(answer.body)) return answer;
    const fields = objectsAt(answer.body, "fields").filter(({ api_name: name }) => name !== "Tier");
    return { ...answer, body: { ...answer.body, fields } };
  });
  const first = await poll(hiding, query);
  await write([{ Last_Name: "Before" }]);
  const second = await poll(hiding, query, first.state);
  expect(second.changes[0]?.record).not.toHaveProperty("Tier");
  isNew = true;
  // Ten minutes later, metadata is read anew; what was emitted before is not emitted again for its new field.
  const later = await client();
  await write([{ Last_Name: "After" }]);
  const third = await poll(later, query, second.state);
  expect(names(third.changes)).toEqual(["created After"]);
  expect(third.changes[0]?.record).toHaveProperty("Tier");
  expect((await poll(later, query, third.state)).changes).toEqual([]);
});

it("begins with what is not settled, where the module has just changed", async () => {
  const [id] = await write([{ Last_Name: "Burns" }]);
  const crm = await client();
  const first = await poll(crm, query);
  expect(first.changes).toEqual([]);
  await write([{ id, Last_Name: "Boyle" }]);
  expect(names((await poll(crm, query, first.state)).changes)).toEqual(["updated Boyle"]);
});

it("begins with an empty module", async () => {
  await sandbox.reset({ seed: 1, records: { Leads: 0 } });
  const crm = await client();
  const asked = { ...query, deleted: true };
  const first = await poll(crm, asked);
  const [id] = await write([{ Last_Name: "First" }]);
  const second = await poll(crm, asked, first.state);
  await write([{ id, $delete: true }]);
  const third = await poll(crm, asked, second.state);
  expect(names([...second.changes, ...third.changes])).toEqual(["created First", "deleted undefined"]);
});

it("needs no Date of the answers, reads a backlog by its pages then too, and remembers little of it", async () => {
  const crm = await client(({ headers: { date: _, ...headers }, ...answer }) => ({ ...answer, headers }));
  await sandbox.reset({ seed: 1, records: { Leads: 6000 } });
  const asked = { ...query, fields: ["Last_Name"] };
  const first = await poll(crm, asked, undefined, beginSince("2024-01-01T00:00:00Z"));
  expect(new Set(first.changes.map(({ id }) => id)).size).toBe(6000);
  expect(first.changes).toHaveLength(6000);
  expect(JSON.stringify(first.state).length).toBeLessThan(1000);
  await write([{ Last_Name: "Next" }]);
  const second = await poll(crm, asked, first.state);
  expect(names(second.changes)).toEqual(["created Next"]);
});

it("reads a burst no more once three quiet readings have told that its minute is past, and a poll costs little again", async () => {
  const crm = await client();
  const asked = { ...query, fields: ["Last_Name"] };
  const first = await poll(crm, asked);
  await write(leads(900));
  await sandbox.clearLedger();
  let last = await poll(crm, asked, first.state);
  expect(last.changes).toHaveLength(900);
  // One query that shows that there is more than a poll asks for, and one of 2,000 rows.
  expect(await sandbox.ledger()).toMatchObject({ requests: 2, credits: 4 });
  for (let reading = 0; reading < 4; reading += 1) {
    await sandbox.advance(40);
    last = await poll(crm, asked, last.state);
    expect(last.changes).toEqual([]);
  }
  await sandbox.clearLedger();
  const quiet = await poll(crm, asked, last.state);
  expect(quiet.changes).toEqual([]);
  expect(await sandbox.ledger()).toMatchObject({ requests: 1, credits: 1 });
  // Of a burst that a second divides, up to a hundred are remembered.
  expect(JSON.stringify(quiet.state).length).toBeLessThan(2500);
});

it("emits deletes by pages, those of before the beginning apart", async () => {
  const asked = { ...query, created: false, updated: false, deleted: true };
  const ids = await write(leads(650));
  await write(ids.slice(0, 200).map((id) => ({ id, $delete: true })));
  const crm = await client();
  const first = await poll(crm, asked);
  await write(ids.slice(200).map((id) => ({ id, $delete: true })));
  const second = await poll(crm, asked, first.state);
  expect(first.changes).toEqual([]);
  expect(second.changes.map(({ id }) => id).sort()).toEqual(ids.slice(200).sort());
  expect(new Set(second.changes.map(({ change }) => change))).toEqual(new Set(["deleted"]));
  expect((await poll(crm, asked, second.state)).changes).toEqual([]);
});

it("emits a record as created once, though a long backlog is read behind it", async () => {
  const crm = await client();
  const asked = { ...query, fields: ["Last_Name"] };
  const first = await poll(crm, asked);
  const [id] = await write([{ Last_Name: "Early" }]);
  const second = await poll(crm, asked, first.state);
  await sandbox.advance(5);
  await write(leads(500));
  await sandbox.advance(300);
  await write([{ id, Last_Name: "Late" }]);
  const third = await poll(crm, asked, second.state);
  const of = [...second.changes, ...third.changes].filter((change) => change.id === id);
  expect(names(of)).toEqual(["created Early", "updated Late"]);
});

it("reads a second with more records than a page has by their ids, each once", async () => {
  const crm = await client();
  const asked = { ...query, fields: ["Last_Name"] };
  const first = await poll(crm, asked);
  const many = await write(leads(450));
  await sandbox.advance(1);
  const [later] = await write([{ Last_Name: "Later" }]);
  await sandbox.clearLedger();
  const second = await poll(crm, asked, first.state);
  expect(second.changes.map(({ id }) => id)).toEqual([...many, later]);
  expect((await poll(crm, asked, second.state)).changes).toEqual([]);
});

describe("a lead that is converted", () => {
  const asked = { ...query, fields: ["Last_Name"] };

  it("is told as updated", async () => {
    const crm = await client();
    const [id = ""] = await write([{ Last_Name: "Burns", Company: "Zylker" }]);
    await sandbox.advance(120);
    const first = await poll(crm, asked);
    await convertLead(await sandbox.crm(), { recordId: id });
    const second = await poll(crm, asked, first.state);
    expect(second.changes.map((change) => [change.change, change.id])).toEqual([["updated", id]]);
    expect((await poll(crm, asked, second.state)).changes).toEqual([]);
  });

  it("is left out where no query may name Converted__s, and the column is asked for no more", async () => {
    const queries: string[] = [];
    const real = await sandbox.crm();
    const send: Send = async (operation, call) => {
      const text = JSON.stringify(call?.body ?? "");
      if (!text.includes("Converted__s")) return real.send(operation, call);
      queries.push(text);
      throw real.error({
        kind: "input",
        code: "INVALID_QUERY",
        message: "column not found",
        details: { column_name: "Converted__s" },
      });
    };
    const warnings: string[] = [];
    const log = { ...real.log, warn: (line: string) => void warnings.push(line) };
    const crm: Crm = Object.create(real, { send: { value: send }, log: { value: log } });
    const [id = "", other = ""] = await write([{ Last_Name: "Burns", Company: "Zylker" }, ...leads(1)]);
    await sandbox.advance(120);
    const first = await poll(crm, asked);
    await convertLead(real, { recordId: id });
    await write([{ id: other, Last_Name: "Next" }]);
    const second = await poll(crm, asked, first.state);
    expect(names(second.changes)).toEqual(["updated Next"]);
    const asking = queries.length;
    expect((await poll(crm, asked, second.state)).changes).toEqual([]);
    expect(queries).toHaveLength(asking);
    expect(warnings).toEqual([expect.stringContaining("Converted__s")]);
  });
});

describe("a call", () => {
  const asked = { ...query, deleted: true, fields: ["Last_Name"] };
  const now = () => Math.floor(sandbox.world.clock.now() / 1000);
  const called = async (
    state: CrmFeedState,
    operation: NotificationCall["operation"],
    id: string,
    also: { time?: number; isFiltered?: boolean; alsoUnchanged?: boolean; asked?: CrmChangeQuery } = {},
  ) => {
    const call = {
      module: "Leads",
      operation,
      ids: [id],
      time: also.time ?? now(),
      affected: new Map(),
      key: "",
    };
    const { changes, ...rest } = await calledChanges(await client(), also.asked ?? asked, state, call, also);
    return { told: names(changes), ...rest };
  };
  const begun = async () => (await poll(await client(), asked)).state;

  it("of nobody's business changes nothing", async () => {
    const state = await begun();
    const [id = ""] = await write([{ Last_Name: "New" }]);
    const { records: _, deletes: __, ...bare } = state;
    expect(await called(bare, "update", id)).toEqual({ told: [], state: bare, waits: false });
    expect(await called(bare, "delete", id)).toEqual({ told: [], state: bare, waits: false });
    await write([{ id, $delete: true }]);
    const others = { asked: { ...asked, deleted: false } };
    expect(await called(state, "delete", id, others)).toMatchObject({ told: [], waits: false });
  });

  it("tells a new record, an update of it and its delete, each once", async () => {
    let state = await begun();
    const [id = ""] = await write([{ Last_Name: "New" }]);
    const told: string[] = [];
    const take = async (operation: NotificationCall["operation"]) => {
      const taken = await called(state, operation, id);
      told.push(...taken.told);
      state = taken.state;
    };
    await take("insert");
    await take("insert");
    await sandbox.advance(2);
    await write([{ id, Last_Name: "Changed" }]);
    await take("update");
    await take("update");
    await sandbox.advance(2);
    await write([{ id, $delete: true }]);
    await take("delete");
    await take("delete");
    expect(told).toEqual(["created New", "updated Changed", expect.stringContaining("deleted")]);
  });

  it("of a delete is not taken for a record that still shows, nor one that came back for deleted", async () => {
    let state = await begun();
    const [id = ""] = await write([{ Last_Name: "New" }]);
    const before = now();
    await sandbox.advance(10);
    await write([{ id, $delete: true }]);
    ({ state } = await called(state, "delete", id));
    await write([{ id, $restore: true }]);
    // The call of before the delete says nothing of the record as it is now.
    expect((await called(state, "update", id, { time: before })).told).toEqual([]);
    expect((await called(state, "update", id, { time: now() })).told).toEqual(["created New"]);
  });

  it("about a record with an old time waits until it can show nothing else, and tells it then", async () => {
    const [id = ""] = await write([{ Last_Name: "Old" }]);
    await sandbox.advance(30 * 24 * 3600);
    await write(leads(1));
    const state = await begun();
    const fresh = await called(state, "update", id);
    expect(fresh).toMatchObject({ told: [], waits: true });
    const time = now();
    await sandbox.advance(61);
    expect(await called(fresh.state, "update", id, { time })).toMatchObject({
      told: ["updated Old"],
      waits: false,
    });
  });

  it("about a related action tells its record though it is as it was", async () => {
    const state = await begun();
    const [id = ""] = await write([{ Last_Name: "New" }]);
    const first = await called(state, "insert", id);
    expect((await called(first.state, "update", id)).told).toEqual([]);
    expect((await called(first.state, "update", id, { alsoUnchanged: true })).told).toEqual(["updated New"]);
    expect((await called(first.state, "insert", id, { alsoUnchanged: true })).told).toEqual([]);
  });

  it("of a filtered channel brings what no scan tells, waits for what does not show, and no new record late", async () => {
    const isFiltered = true;
    const updates = { ...asked, deleted: false };
    let { state } = await poll(await client(), { ...updates, updated: false });
    const [id = ""] = await write([{ Last_Name: "New" }]);
    state = (await poll(await client(), { ...updates, updated: false }, state)).state;
    expect((await called(state, "insert", id, { isFiltered, asked: updates })).told).toEqual([]);
    await sandbox.advance(20);
    expect(await called(state, "update", id, { isFiltered, asked: updates })).toMatchObject({
      told: [],
      waits: true,
    });
    await write([{ id, Last_Name: "Changed" }]);
    expect(await called(state, "update", id, { isFiltered, asked: updates })).toMatchObject({
      told: ["updated Changed"],
      waits: false,
    });
  });
});

describe("an initial sync by bulk jobs", () => {
  const sync: CrmChangeQuery = {
    recordType: "Contacts",
    created: true,
    updated: true,
    deleted: true,
    fields: ["Last_Name", "Email"],
    most: 7,
  };
  const stored = async () => (await sandbox.records("Contacts")).map(({ id }) => String(id)).sort();
  const emitted = (changes: readonly Change[]) => changes.map(({ id }) => id).sort();
  const inBulk = beginWithAll(1);
  beforeEach(async () => {
    await sandbox.reset({ seed: 1, records: { Contacts: 50 } });
    await sandbox.limits({ bulkReadRows: 20 });
    await sandbox.clearLedger();
  });
  afterAll(() => sandbox.limits({ bulkReadRows: 200_000 }));

  it("emits the same as queries do, and goes on as they would", async () => {
    const crm = await client();
    const bulk = await poll(crm, sync, undefined, inBulk);
    const queried = await poll(await client(), sync, undefined, beginWithAll());
    const byId = (changes: readonly Change[]) =>
      [...changes].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(bulk.changes)).toEqual(byId(queried.changes));
    expect((await sandbox.ledger()).routes["POST /crm/bulk/v8/read"]).toBe(3);
    const [id] = await stored();
    await sandbox.advance(5);
    await sandbox.writeAsOther("Contacts", [{ id, Last_Name: "Changed" }, { Last_Name: "New" }]);
    const later = await poll(crm, sync, bulk.state);
    expect(later.changes.map(({ change, record }) => [change, record.Last_Name]).sort()).toEqual([
      ["created", "New"],
      ["updated", "Changed"],
    ]);
  });

  it("goes on from any page, in another process too, and loses and doubles none", async () => {
    const changes: Change[] = [];
    let state: unknown;
    for (let pages = 0, more = true; more; pages += 1) {
      const page = await nextChanges(await client(), sync, state, inBulk);
      // A page is read again from what was saved before it, as by a machine that takes over from a dead one.
      const again = await nextChanges(await client(), { ...sync, most: 3 }, page.state, inBulk);
      if (pages > 0 && state !== undefined) {
        const repeated = await nextChanges(await client(), sync, state, inBulk);
        expect(emitted(repeated.changes)).toEqual(emitted(page.changes));
      }
      expect(again.changes.length).toBeLessThanOrEqual(7);
      changes.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
      await sandbox.advance(30);
    }
    expect(emitted(changes)).toEqual(await stored());
    expect(JSON.stringify(state).length).toBeLessThan(2000);
  });

  it("tells once what others change, add and remove meanwhile", async () => {
    const crm = await client();
    const [first, second] = await stored();
    await sandbox.writeAsOther("Contacts", [{ id: second, Last_Name: "Just changed" }]);
    let page = await nextChanges(crm, sync, undefined, inBulk);
    const changes = [...page.changes];
    for (let pages = 0; page.more; pages += 1) {
      if (pages === 2) {
        await sandbox.advance(2);
        await sandbox.writeAsOther("Contacts", [
          { id: first, Last_Name: "Changed" },
          { Last_Name: "New" },
          { id: (await stored()).at(-1), $delete: true },
        ]);
      }
      page = await nextChanges(crm, sync, page.state);
      changes.push(...page.changes);
    }
    const told = (id: string | undefined) =>
      changes.filter((change) => change.id === id).map(({ change, record }) => [change, record.Last_Name]);
    expect(told(first)).toEqual([
      ["created", expect.anything()],
      ["updated", "Changed"],
    ]);
    expect(told(second)).toEqual([["created", "Just changed"]]);
    expect(changes.filter(({ record }) => record.Last_Name === "New")).toMatchObject([{ change: "created" }]);
    const alive = changes.filter(({ change }) => change !== "deleted").map(({ id }) => id);
    expect((await stored()).filter((id) => !alive.includes(id))).toEqual([]);
  });

  it.each<[string, Partial<CrmChangeQuery>]>([
    ["few records", {}],
    ["all fields", { fields: [] }],
    ["lookups", { fields: ["Last_Name", "Account_Name"] }],
    ["leads, of which a job may have converted ones", { recordType: "Leads", fields: ["Last_Name"] }],
    ["conditions", { conditions: [{ field: "Last_Name", operator: "is_not_empty" }] }],
  ])("reads by queries for %s", async (name, more) => {
    const begin = name === "few records" ? beginWithAll() : inBulk;
    await poll(await client(), { ...sync, most: 1000, ...more }, undefined, begin);
    const { routes } = await sandbox.ledger();
    expect(Object.keys(routes).filter((route) => route.includes("/bulk/"))).toEqual([]);
  });

  it.each([
    ["no job may be started", { method: "POST", path: "/bulk/v8/read" }, 403, "NO_PERMISSION"],
    ["the job is gone", { method: "GET", path: "/bulk/v8/read/\\d+$" }, 404, "RESOURCE_NOT_FOUND"],
  ])("reads everything by queries where %s", async (_, where, status, code) => {
    const body = { code, details: {}, message: "no", status: "error" };
    await sandbox.fault({ ...where, effect: { status, body } });
    const { changes } = await poll(await client(), sync, undefined, inBulk);
    expect(emitted(changes)).toEqual(await stored());
  });
});
