import { booksAt, json, startHostile } from "../../../../test/hostile/zoho";
import { openBooks } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { isObject, objectsAt } from "../../core/json";
import { booksTime, timeText } from "../../core/time";
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
    const all = objectsAt(await sandbox.control("GET", "books/contacts"), "data");
    for (let round = 0; round < 3; round += 1) {
      const names = await write("contacts", 2);
      // Records from anywhere in the list.
      const changed = [0, MANY / 2, MANY - 1].map((place) => ({
        contact_id: all[place]?.contact_id,
        contact_name: `Changed ${round} ${place}`,
      }));
      await sandbox.control("POST", "books/contacts", { data: changed });
      const updated = changed.map(({ contact_name }) => `updated ${contact_name}`).sort();
      expect((await poll()).told).toEqual([...created(names), ...updated]);
      expect((await poll()).told).toEqual([]);
      await sandbox.advance(300);
    }
  },
);

it.each([
  ["says that it has another order, though its first page comes in this one", "contact_name", [900, 0]],
  ["says that it has this order, and comes in another", "last_modified_time", [0, 900, -90_000]],
])("a list that %s is read to its end", async (_, sort_column, times) => {
  const server = await startHostile();
  const start = 1_790_000_000;
  const rowAt = (contact_id: string, seconds: number) => ({
    contact_id,
    created_time: "2026-01-01T00:00:00+0000",
    last_modified_time: booksTime(timeText(start + seconds)),
  });
  const pages = [times.map((seconds, place) => rowAt(`${place + 1}`, seconds)), [rowAt("3", 0)]];
  let now = start + 1000;
  server.respond(({ url }, response) => {
    const page = Number(new URL(url, server.url).searchParams.get("page") ?? 1);
    const page_context = { sort_column, has_more_page: page < pages.length };
    const body = { code: 0, message: "success", contacts: pages[page - 1] ?? [], page_context };
    json(response, 200, body, { date: new Date(now * 1000).toUTCString() });
  });
  try {
    const books = booksAt({ url: server.url });
    const query = { recordType: "contacts", created: true, updated: true };
    const { state } = await nextChanges(books, query, undefined);
    now += 90_000;
    pages[1] = [rowAt("3", 90_000)];
    const { changes } = await nextChanges(books, query, state);
    expect(changes.map(({ id }) => id)).toEqual(["3"]);
  } finally {
    await server.close();
  }
});

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
