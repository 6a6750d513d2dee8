import { openBooks } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { isObject, objectsAt } from "../../core/json";
import type { Books } from "../books";
import { nextChanges } from "./changes";

/*
 * Lists that Zoho does not sort by the time of change, or whose rows of equal times move.
 */

const MANY = 450;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.control("DELETE", "behaviours");
  await sandbox.reset({ seed: 1, books: { chartofaccounts: MANY, contacts: MANY } });
  await sandbox.advance(7200);
});
afterAll(() => sandbox.close());

let number = 0;
async function write(kind: "contacts" | "chartofaccounts", count = 1): Promise<string[]> {
  const names = Array.from({ length: count }, () => `Written ${number++}`);
  const data = names.map((name) =>
    kind === "contacts" ? { contact_name: name } : { account_name: name, account_type: "expense" },
  );
  await sandbox.control("POST", `books/${kind}`, { data });
  return names;
}

/** A feed that has begun; each poll gives the names it told, and how many requests it took. */
async function feed(recordType: string, through: (books: Books) => Books = (books) => books) {
  let state: unknown;
  const poll = async () => {
    const books = through(await openBooks(sandbox));
    const changes: Change[] = [];
    sandbox.world.journal.clear();
    for (let more = true; more; ) {
      const page = await nextChanges(books, { recordType, created: true, updated: true }, state);
      changes.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
    }
    const told = changes.map(
      ({ change, record }) => `${change} ${record.contact_name ?? record.account_name}`,
    );
    return {
      told: told.sort(),
      requests: (await sandbox.requests()).filter(({ path }) => String(path).endsWith(recordType)).length,
    };
  };
  await poll();
  return { poll };
}

const created = (names: readonly string[]) => names.map((name) => `created ${name}`).sort();

describe.each(["since", "exact", "ignored"])(
  "a list that Zoho refuses to sort, and filters as %s",
  (filter) => {
    it("tells every change once, for one request where the filter lets through what changed since", async () => {
      await sandbox.behaviours({ booksModifiedFilter: filter });
      const { poll } = await feed("chartofaccounts");
      for (let round = 0; round < 4; round += 1) {
        const names = await write("chartofaccounts", round === 1 ? 3 : 1);
        expect((await poll()).told).toEqual(created(names));
        const { told, requests } = await poll();
        expect(told).toEqual([]);
        const whole = Math.ceil((MANY + 10) / 200);
        if (filter === "since") expect(requests).toBe(1);
        if (filter === "exact") expect(requests).toBe(1 + whole);
        await sandbox.advance(300);
      }
      // More than one page of them.
      const many = await write("chartofaccounts", 230);
      expect((await poll()).told).toEqual(created(many));
      expect((await poll()).told).toEqual([]);
    });
  },
);

it.each(["refused", "ignored"])(
  "a list whose order by change is %s tells every change once",
  async (order) => {
    await sandbox.behaviours({ booksChangeOrder: order });
    const { poll } = await feed("contacts");
    for (let round = 0; round < 3; round += 1) {
      const names = await write("contacts", 2);
      expect((await poll()).told).toEqual(created(names));
      expect((await poll()).told).toEqual([]);
      await sandbox.advance(300);
    }
  },
);

it("rows of one time that move from page to page are told, each once", async () => {
  await sandbox.behaviours({ booksTies: "moving" });
  const { poll } = await feed("contacts");
  const { clock } = sandbox.world;
  // All within one second.
  await sandbox.advance((1000 - (clock.now() % 1000)) / 1000);
  const names = await write("contacts", 420);
  expect((await poll()).told).toEqual(created(names));
  await sandbox.advance(120);
  const later = await write("contacts");
  expect((await poll()).told).toEqual(created(later));
});

it("a list without times of creation tells as created what has a higher id than all before", async () => {
  const withoutCreated = (books: Books): Books =>
    Object.create(books, {
      send: {
        value: async (...call: Parameters<Books["send"]>) => {
          const { body, ...answer } = await books.send(...call);
          const rows = objectsAt(body, "contacts").map(({ created_time, ...row }) => row);
          return { ...answer, body: isObject(body) ? { ...body, contacts: rows } : body };
        },
      },
    });
  const { poll } = await feed("contacts", withoutCreated);
  const [name = ""] = await write("contacts");
  expect((await poll()).told).toEqual([`created ${name}`]);
  const [old] = objectsAt(await sandbox.control("GET", "books/contacts"), "data");
  expect(old).toBeDefined();
  await sandbox.advance(120);
  await sandbox.control("POST", "books/contacts", {
    data: [{ contact_id: old?.contact_id, contact_name: "Old" }],
  });
  expect((await poll()).told).toEqual(["updated Old"]);
});
