import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import type { JsonObject } from "../../core/json";
import { nextChanges } from "./changes";
import type { CrmChangeQuery } from "./rows";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.behaviours({ restoredTime: "kept" });
});
afterAll(() => sandbox.close());

const query: CrmChangeQuery = {
  recordType: "Leads",
  created: true,
  updated: true,
  deleted: true,
  fields: ["Last_Name"],
};

const write = async (data: JsonObject[]) =>
  ((await sandbox.writeAsOther("Leads", data)).data as { details: { id: string } }[]).map(
    ({ details }) => details.id,
  );

/** A feed that has begun; each poll gives what it told, and how many requests it took. */
async function feed(asked = query) {
  let state: unknown;
  const poll = async () => {
    const crm = await sandbox.crm();
    const changes: Change[] = [];
    sandbox.world.journal.clear();
    for (let more = true; more; ) {
      const page = await nextChanges(crm, asked, state);
      changes.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
    }
    return {
      told: changes.map(({ change, id }) => `${change} ${id}`),
      requests: (await sandbox.requests()).filter(({ path }) => !String(path).includes("/settings/")).length,
    };
  };
  await poll();
  return { poll, state: () => state };
}

describe("a record that is restored with the time it had", () => {
  it("is told once as updated, weeks after its delete and behind many others, and so is its next delete", async () => {
    const [id = "", ...others] = await write(
      Array.from({ length: 121 }, (_, index) => ({ Last_Name: `Lead ${index}` })),
    );
    const { poll } = await feed();
    await sandbox.advance(120);
    await write([{ id, $delete: true }]);
    expect((await poll()).told).toEqual([`deleted ${id}`]);
    for (let day = 0; day < 40; day += 1) {
      await sandbox.advance(24 * 3600);
      await write(others.splice(0, 3).map((other) => ({ id: other, $delete: true })));
      const { told, requests } = await poll();
      expect(told).toHaveLength(3);
      expect(requests).toBe(2);
    }
    await write([{ id, $restore: true }]);
    expect(await poll()).toEqual({ told: [`updated ${id}`], requests: 3 });
    expect(await poll()).toEqual({ told: [], requests: 2 });
    await write([{ id, $delete: true }]);
    expect((await poll()).told).toEqual([`deleted ${id}`]);
  });

  it("is told when it shows, and only where it meets the conditions", async () => {
    const [id = ""] = await write([{ Last_Name: "Lead" }]);
    const conditions = [{ field: "Last_Name", operator: "equals", value: "Other" }] as const;
    const [all, some] = [await feed(), await feed({ ...query, conditions })];
    await sandbox.advance(120);
    await write([{ id, $delete: true }]);
    await all.poll();
    await some.poll();
    await sandbox.limits({ visibilityLagSeconds: 30 });
    await sandbox.advance(60);
    await write([{ id, $restore: true }]);
    expect((await all.poll()).told).toEqual([]);
    await sandbox.advance(31);
    expect((await all.poll()).told).toEqual([`updated ${id}`]);
    for (let looks = 0; looks < 12; looks += 1) expect((await some.poll()).told).toEqual([]);
    // A record that is not to be found is not looked for again and again.
    expect((await some.poll()).requests).toBe(2);
    expect(some.state()).not.toHaveProperty("left");
  });

  it("is told by no feed that leaves updates out", async () => {
    const [id = ""] = await write([{ Last_Name: "Lead" }]);
    const { poll } = await feed({ ...query, updated: false });
    await sandbox.advance(120);
    await write([{ id, $delete: true }]);
    await poll();
    await write([{ id, $restore: true }]);
    expect(await poll()).toEqual({ told: [], requests: 2 });
  });
});
