import { type ListPage, type PassMemory, passFrom, readPass } from "./pass";
import { beginAt, type Version } from "./seen";

const row = (id: number, time: number): Version => ({ id: String(id), time, print: "" });

/** A list that Zoho pages by number, two rows a page, the newest first. */
class List {
  rows: Version[] = [];
  readonly read = async (page: number): Promise<ListPage<Version>> => {
    const rows = [...this.rows].sort((left, right) => right.time - left.time);
    return { rows: rows.slice((page - 1) * 2, page * 2), more: rows.length > page * 2 };
  };
}

async function pass(list: List, memory: PassMemory, between: () => void = () => {}) {
  const ids: string[] = [];
  let more = true;
  while (more) {
    const page = await readPass(memory, list.read);
    ids.push(...page.fresh.map(({ id }) => id));
    ({ memory, more } = {
      memory: passFrom(JSON.parse(JSON.stringify(page.memory))) ?? memory,
      more: page.more,
    });
    between();
  }
  return { ids, memory };
}

it("reads each row once, by pages, over any number of passes", async () => {
  const list = new List();
  list.rows = [1, 2, 3, 4, 5].map((id) => row(id, 1000 + id));
  const first = await pass(list, { seen: beginAt(1000) });
  expect(first.ids).toEqual(["5", "4", "3", "2", "1"]);
  list.rows.push(row(6, 2000));
  const second = await pass(list, first.memory);
  expect(second.ids).toEqual(["6"]);
  expect((await pass(list, second.memory)).ids).toEqual([]);
});

it("finds in the next pass what slipped to a page that had been read", async () => {
  const list = new List();
  list.rows = [1, 2, 3, 4].map((id) => row(id, 1000 + id));
  // The newest row goes after the first page, so that the third row is on the first page when the second is read.
  const first = await pass(list, { seen: beginAt(1000) }, () => {
    list.rows = list.rows.filter(({ id }) => id !== "4");
  });
  expect(first.ids).toEqual(["4", "3", "1"]);
  expect((await pass(list, first.memory)).ids).toEqual(["2"]);
});

it("settles what was there to be read in two passes", async () => {
  const list = new List();
  list.rows = [row(1, 1000)];
  const first = await pass(list, { seen: beginAt(900) });
  list.rows.push(row(2, 5000));
  const second = await pass(list, first.memory);
  expect(second.memory.seen.since).toBe(940);
  const third = await pass(list, second.memory);
  expect(third.memory.seen.since).toBe(4940);
});

it("is nothing where it is not whole", () => {
  expect(passFrom({ seen: beginAt(1), pass: { page: 2, asOf: 1 } })).toBeDefined();
  for (const broken of [undefined, {}, { seen: 1 }, { seen: beginAt(1), pass: { page: "2" } }]) {
    expect(passFrom(broken)).toBeUndefined();
  }
});
