import { openBooks } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import type { Books } from "../books";
import { getRecords } from "./listing";

const OLD = 150;
const NEW = 230;

/** A type that Zoho's pages let sort by the time of change, and one that they let filter by it. */
const kinds = {
  contacts: { name: "contact_name", id: "contact_id", more: {} },
  chartofaccounts: { name: "account_name", id: "account_id", more: { account_type: "expense" } },
} as const;
type Kind = keyof typeof kinds;

let sandbox: TestSandbox;
let books: Books;
let modifiedSince: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.reset({ seed: 1, books: { chartofaccounts: OLD, contacts: OLD } });
  await sandbox.advance(3600);
  modifiedSince = new Date(sandbox.world.clock.now()).toISOString();
  await sandbox.advance(5);
  for (const kind of ["contacts", "chartofaccounts"] as const) {
    const { name, more } = kinds[kind];
    await write(
      kind,
      Array.from({ length: NEW }, (_, number) => ({ [name]: `New ${number}`, ...more })),
    );
  }
  books = await openBooks(sandbox);
}, 60_000);
afterEach(() => sandbox.control("DELETE", "behaviours"));
afterAll(() => sandbox.close());

const write = (kind: Kind, data: object[]) => sandbox.control("POST", `books/${kind}`, { data });

type Asked = Partial<Parameters<typeof getRecords>[1]>;
async function names(kind: Kind, asked: Asked = {}, from = books): Promise<string[]> {
  const list = await getRecords(from, { recordType: kind, modifiedSince, ...asked });
  return objectsAt(list, kind).map((row) => String(row[kinds[kind].name]));
}

describe.each<[Kind, string, string]>([
  ["contacts", "since", "byType"],
  ["contacts", "since", "ignored"],
  ["chartofaccounts", "exact", "refused"],
  ["chartofaccounts", "ignored", "refused"],
])("%s where Zoho's filter is %s and its order by change %s", (kind, filter, order) => {
  beforeEach(() => sandbox.behaviours({ booksModifiedFilter: filter, booksChangeOrder: order }));

  it("what changed since is read, no more and no less, and whether more follows", async () => {
    const all = await names(kind, { fetchAll: true });
    expect([all.length, new Set(all).size]).toEqual([NEW, NEW]);
    const pages = [{}, { page: 2 }, { page: 3, per_page: 100 }, { page: 4 }];
    const counts = [];
    for (const page of pages) counts.push((await names(kind, page)).length);
    expect(counts).toEqual([200, NEW - 200, NEW - 200, 0]);
    expect(await names(kind, { fetchAll: true, maxRecords: 7 })).toHaveLength(7);
    for (const [asked, has_more_page] of [
      [{}, true],
      [{ page: 2 }, false],
      [{ fetchAll: true }, false],
      [{ fetchAll: true, maxRecords: 7 }, true],
    ] as const)
      expect(await getRecords(books, { recordType: kind, modifiedSince, ...asked })).toMatchObject({
        page_context: { has_more_page },
      });
  });

  it("in another order too", async () => {
    const asked = { fetchAll: true, sort_by: kinds[kind].name, sort_order: "asc" } as const;
    const sorted = await names(kind, asked);
    expect(sorted).toHaveLength(NEW);
    expect(sorted).toEqual([...sorted].sort());
  });
});

it("what changes while several pages are read is read too, once", async () => {
  const stored = (await getRecords(books, { recordType: "contacts", fetchAll: true, modifiedSince }))
    .contacts;
  const [moving] = objectsAt({ stored }, "stored").slice(-1);
  let requests = 0;
  const interrupted = Object.create(books, {
    send: {
      value: async (...call: Parameters<Books["send"]>) => {
        requests += 1;
        if (requests === 2) {
          await sandbox.advance(1);
          await write("contacts", [{ contact_id: moving?.contact_id, company_name: "Moved" }]);
        }
        return books.send(...call);
      },
    },
  });
  const all = await names("contacts", { fetchAll: true }, interrupted);
  expect([all.length, new Set(all).size]).toEqual([NEW, NEW]);
  expect(all[0]).toBe(moving?.contact_name);
});
