import fc from "fast-check";
import { openBooks } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { windowOver } from "../../core/pages";
import { getRecords } from "./listing";

describe("the pages of a list that is read to its end", () => {
  it("each have the last row of the one before in them, and reach at least 150 rows farther", () => {
    let window = { page: 1, per_page: 200 };
    for (let read = 0; read < 500; read += 1) {
      const end = window.page * window.per_page;
      window = windowOver(window, 200);
      expect((window.page - 1) * window.per_page).toBeLessThan(end);
      expect(window.page * window.per_page - end).toBeGreaterThanOrEqual(150);
      expect(window.per_page).toBeLessThanOrEqual(200);
    }
  });
});

it("a page that would reach behind the wall is cut to end there, and behind it pages do not overlap", () => {
  expect(windowOver({ page: 10, per_page: 199 }, 200, 2000)).toEqual({ page: 10, per_page: 200 });
  expect(windowOver({ page: 1, per_page: 1801 }, 200, 1999)).toEqual({ page: 10, per_page: 199 });
  expect(windowOver({ page: 10, per_page: 200 }, 200, 2000)).toEqual({ page: 11, per_page: 200 });
});

describe("a list from which records are removed while it is read", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  it("is empty where an empty text stands for it", async () => {
    const books = await openBooks(sandbox);
    const body = { code: 0, message: "success", items: "", page_context: { has_more_page: false } };
    await sandbox.fault({ path: "/items$", times: 1, effect: { status: 200, body } });
    expect(objectsAt(await getRecords(books, { recordType: "items", fetchAll: true }), "items")).toEqual([]);
  });

  /** Removes items before a page is asked for, by the number of the request. */
  const reading = async (removals: readonly { before: number; at: number }[]) => {
    await sandbox.reset({ seed: 1, books: { items: 450 } });
    const books = await openBooks(sandbox);
    const items = sandbox.world.books.all()[0]?.records("items");
    await books.organization();
    const send = books.send.bind(books);
    let requests = 0;
    books.send = (operation, call) => {
      requests += 1;
      for (const { before, at } of removals) {
        const row = items?.ordered("name", false)[at];
        if (before === requests && row) items?.remove(String(row.item_id));
      }
      return send(operation, call);
    };
    const answer = await getRecords(books, { recordType: "items", fetchAll: true });
    const ids = objectsAt(answer, "items").map(({ item_id }) => item_id);
    const left = (items?.all() ?? []).map(({ item_id }) => item_id);
    return { ids: new Set(ids), left, warnings: books.warnings, requests };
  };

  it("has every record that is still there", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ before: fc.integer({ min: 2, max: 3 }), at: fc.integer({ min: 0, max: 399 }) }),
          {
            maxLength: 3,
          },
        ),
        async (removals) => {
          const { ids, left } = await reading(removals);
          expect(left.filter((id) => !ids.has(id))).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it("is read once where nothing was removed, and told where removals do not end", async () => {
    expect((await reading([])).requests).toBe(3);
    const endless = Array.from({ length: 12 }, (_, index) => ({ before: index + 1, at: 0 }));
    expect((await reading(endless)).warnings).toContainEqual(
      expect.stringContaining("A record may be missing"),
    );
  });
});
