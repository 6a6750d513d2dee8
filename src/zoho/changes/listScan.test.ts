import { type ListPage, type ListState, listStateFrom, scanList } from "./listScan";
import type { Version } from "./versions";
import { OVERLAP, openAt, remember, sizeOf } from "./window";

const row = (id: number, time: number): Version => ({ id: String(id), time, fingerprint: "" });

/**
 * A list that Zoho pages by number, mostly two rows a page, the newest first; `tied` orders rows of one time
 * anew for each page.
 */
class List {
  rows: Version[] = [];
  size = 2;
  date = 10_000;
  isSorted = true;
  tied: (page: number, call: number) => (left: Version, right: Version) => number = () => () => 0;
  calls = 0;
  readonly name = "rows";
  readonly warnings: string[] = [];
  readonly warn = (message: string) => void this.warnings.push(message);
  read = async (page: number): Promise<ListPage<Version>> => {
    this.calls += 1;
    const among = this.tied(page, this.calls);
    const rows = [...this.rows].sort((left, right) => right.time - left.time || among(left, right));
    const shown = rows.slice((page - 1) * this.size, page * this.size);
    return { rows: shown, more: rows.length > page * this.size, isSorted: this.isSorted, date: this.date };
  };
}

async function scan(list: List, state: ListState, between: () => void = () => {}) {
  const ids: string[] = [];
  for (let more = true; more; ) {
    const page = await scanList(state, list);
    ids.push(...page.fresh.map(({ id }) => id));
    state = listStateFrom(JSON.parse(JSON.stringify(page.state))) ?? state;
    more = page.more;
    between();
  }
  return { ids, state };
}

const begun = (cursor: number): ListState => ({ window: openAt(cursor) });

it("reads each row once, by pages, over any number of scans", async () => {
  const list = new List();
  list.rows = [1, 2, 3, 4, 5].map((id) => row(id, 1000 + id));
  const first = await scan(list, begun(1000));
  expect(first.ids).toEqual(["5", "4", "3", "2", "1"]);
  list.rows.push(row(6, 2000));
  const second = await scan(list, first.state);
  expect(second.ids).toEqual(["6"]);
  expect((await scan(list, second.state)).ids).toEqual([]);
});

it("finds in the next scan what slipped to a page that had been read", async () => {
  const list = new List();
  list.rows = [1, 2, 3, 4].map((id) => row(id, 1000 + id));
  // The newest row goes after the first page, so that the third row is on the first page when the second is
  // read.
  const first = await scan(list, begun(1000), () => {
    list.rows = list.rows.filter(({ id }) => id !== "4");
  });
  expect(first.ids).toEqual(["4", "3", "1"]);
  expect((await scan(list, first.state)).ids).toEqual(["2"]);
});

it("settles what was there to be read in two scans, and what one page held at once", async () => {
  const list = new List();
  list.rows = [row(1, 1000), row(2, 1001), row(3, 1002)];
  const first = await scan(list, begun(900));
  expect(first.state.window.cursor).toBe(840);
  const second = await scan(list, first.state);
  expect(second.state.window.cursor).toBe(942);
  list.rows = [row(4, 5000)];
  expect((await scan(list, second.state)).state.window.cursor).toBe(4940);
});

it.each<[boolean, number, number[]]>([
  [true, 2, [9]],
  [true, 2, [9, 10]],
  [true, 3, [9, 10]],
  [false, 2, [9]],
])(
  "reads rows of one time again until it has all of them, and settles them, sorted: %s, by %i, after %j",
  async (isSorted, size, newer) => {
    const list = Object.assign(new List(), { isSorted, size });
    const tied = [1, 2, 3, 4, 5].map((id) => row(id, 1000));
    list.rows = [...newer.map((id) => row(id, 1000 + id)), ...tied, row(8, 990)];
    // Each page shows the tie in another order, so that one row stands on two pages and another on none.
    list.tied = (page, call) => (left, right) =>
      ((Number(left.id) * (page + call)) % 7) - ((Number(right.id) * (page + call)) % 7);
    const { ids, state } = await scan(list, begun(980));
    expect([...ids].sort()).toEqual(list.rows.map(({ id }) => id).sort());
    const newest = 1000 + Math.max(...newer);
    expect((await scan(list, state)).state.window.cursor).toBe(newest - OVERLAP);
  },
);

it("counts rows of one time from the page that ends with one of them", async () => {
  const list = Object.assign(new List(), { size: 3 });
  list.rows = [row(9, 1009), row(8, 1008), ...[1, 2, 3, 4, 5].map((id) => row(id, 1000))];
  // The three pages show 1, then 1, 2 and 3, and then 4; read again, they show each once.
  const orders = ["12345", "51234", "12354"];
  list.tied = (_, call) => {
    const order = orders[Math.min(call, 3) - 1] ?? "";
    return (left, right) => order.indexOf(left.id) - order.indexOf(right.id);
  };
  const { ids } = await scan(list, begun(980));
  expect(ids.sort()).toEqual(["1", "2", "3", "4", "5", "8", "9"]);
});

it("ends with a page that is empty, or the one before again", async () => {
  const stubborn = new List();
  stubborn.rows = [row(1, 1000), row(2, 1001)];
  const { read } = stubborn;
  const repeating = Object.assign(stubborn, {
    read: async () => ({ ...(await read(1)), more: true, isSorted: false }),
  });
  const again = await scan(repeating, begun(900));
  expect(again.ids).toEqual(["2", "1"]);
  const empty = Object.assign(new List(), {
    read: async () => ({ rows: [], more: true, isSorted: true, date: 1 }),
  });
  expect((await scan(empty, begun(0))).ids).toEqual([]);
});

it("comes down where Zoho's clock goes back, and says so", async () => {
  const list = new List();
  list.rows = [row(1, 9990)];
  const first = await scan(list, begun(9000));
  list.date = 6400;
  list.rows.push(row(2, 6399));
  const second = await scan(list, first.state);
  expect(second.ids).toEqual(["2"]);
  expect(list.warnings).toEqual([expect.stringContaining("1970-01-01T01:46:40.000Z")]);
});

it("is nothing where it is not whole", () => {
  const tie = { time: 1, page: 1, places: 1, ids: ["1"], attempts: 0 };
  const scanned = { page: 2, last: "x", hasNews: false, isWhole: true, tie };
  const whole = { window: openAt(1), scan: scanned };
  expect(listStateFrom(whole)).toBeDefined();
  for (const broken of [
    undefined,
    {},
    { window: 1 },
    { ...whole, scan: { ...scanned, page: "2" } },
    { ...whole, scan: { ...scanned, tie: {} } },
  ]) {
    expect(listStateFrom(broken)).toBeUndefined();
  }
});

describe("a row", () => {
  const known = (time: number, fingerprint: string): ListState => ({
    window: remember({ ...openAt(0), cursor: 1000, from: 900 }, [{ id: "1", time, fingerprint }]),
  });
  const freshIn = async (state: ListState, ...rows: Version[]) => {
    const list = new List();
    list.rows = rows;
    return (await scan(list, state)).ids;
  };

  it("of before the cursor is known by its time, later by its content too", async () => {
    expect(await freshIn(known(999, "a"), { id: "1", time: 999, fingerprint: "b" })).toEqual([]);
    expect(await freshIn(known(1000, "a"), { id: "1", time: 1000, fingerprint: "b" })).toEqual(["1"]);
    expect(await freshIn(known(1000, "a"), { id: "1", time: 1000, fingerprint: "a" })).toEqual([]);
    expect(await freshIn(known(999, "a"), row(2, 999))).toEqual(["2"]);
  });

  it("is news from where a reading begins, and not what was there before the beginning", async () => {
    expect(await freshIn(known(999, "a"), row(2, 900), row(3, 899))).toEqual(["2"]);
    const opened = { window: { ...openAt(1000), from: 900, cursor: 900 } };
    const list = new List();
    list.rows = [row(2, 999), row(3, 1000)];
    const first = await scan(list, opened);
    expect(first.ids).toEqual(["3"]);
    expect(sizeOf(first.state.window)).toBe(2);
  });

  it("that is new makes a reading no quiet one, on whichever page it stands", async () => {
    const list = new List();
    list.rows = [1, 2, 3, 4, 5].map((id) => row(id, 1000 + id));
    let { state } = await scan(list, begun(1000));
    const readings = async () => {
      list.date += 60;
      ({ state } = await scan(list, state));
      return state.window.calm?.readings;
    };
    expect([await readings(), await readings()]).toEqual([1, 2]);
    for (const news of [row(6, 1000), row(7, 2000)]) {
      list.rows.push(news);
      expect([await readings(), await readings()]).toEqual([0, 1]);
    }
  });
});

it("reads a sorted list no farther than to what is older, one without an order to its end", async () => {
  const list = new List();
  list.rows = Array.from({ length: 10 }, (_, index) => row(index, 1000 + index));
  await scan(list, { window: { ...openAt(0), from: 1006, cursor: 1006 } });
  expect(list.calls).toBe(3);
  await scan(list, { window: { ...openAt(0), from: 1007, cursor: 1007 } });
  expect(list.calls).toBe(5);
  list.isSorted = false;
  await scan(list, { window: { ...openAt(0), from: 1007, cursor: 1007 } });
  expect(list.calls).toBe(10);
  const wider = Object.assign(new List(), { rows: list.rows, size: 3 });
  await scan(wider, { window: { ...openAt(0), from: 1008, cursor: 1008 } });
  expect(wider.calls).toBe(1);
});

it("reads again for rows of one time alone, and not for others that stood on two pages", async () => {
  const list = new List();
  list.rows = [row(5, 1005), row(4, 1004), row(3, 1003)];
  const { ids } = await scan(list, begun(1000), () => {
    list.rows = [row(7, 1007), row(6, 1006), row(5, 1005), row(3, 1003)];
  });
  expect([ids, list.calls]).toEqual([["5", "4", "3"], 2]);
});

it("lists the ids of a list without an order that was read whole, and of no other", async () => {
  const list = new List();
  list.rows = [row(1, 1), row(2, 2), row(3, 3)];
  const listed = async () => {
    let state = begun(0);
    for (;;) {
      const page = await scanList(state, list);
      if (!page.more) return page.listed;
      ({ state } = page);
    }
  };
  expect(await listed()).toBeUndefined();
  list.isSorted = false;
  for (const size of [3, 2]) {
    list.size = size;
    expect(await listed()).toEqual(["3", "2", "1"]);
  }
  // One row stands on both pages, another on none, however often they are read.
  const { read } = list;
  let calls = 0;
  list.read = async (page) => {
    calls += 1;
    const { rows, ...rest } = await read(page);
    return { ...rest, rows: page === 2 ? [row(3, 3)] : rows };
  };
  expect(await listed()).toBeUndefined();
  expect(calls).toBe(2 * 21);
});

it("keeps no more than 20,000 ids, and then lists none, for it does not know them all", async () => {
  const list = Object.assign(new List(), { isSorted: false, size: 200 });
  const listed = async (count: number) => {
    list.rows = Array.from({ length: count }, (_, id) => row(id, 1));
    const kept: number[] = [];
    let state = begun(1000);
    for (;;) {
      const page = await scanList(state, list);
      if (!page.more) return { most: Math.max(...kept), listed: page.listed?.length };
      ({ state } = page);
      kept.push(state.scan?.tie.ids.length ?? 0);
    }
  };
  expect(await listed(20_000)).toEqual({ most: 19_800, listed: 20_000 });
  expect(await listed(20_001)).toEqual({ most: 19_800, listed: undefined });
});

it("settles nothing where rows of one time were not all seen, and goes on behind them", async () => {
  const list = new List();
  list.rows = [row(4, 1010), row(1, 1000), row(2, 1000), row(3, 1000), row(5, 900)];
  const { read } = list;
  list.read = async (page) => {
    const shown = await read(page);
    return { ...shown, rows: shown.rows.map((one) => (one.id === "3" ? row(1, 1000) : one)) };
  };
  const first = await scan(list, begun(800));
  expect(first.ids.sort()).toEqual(["1", "2", "4", "5"]);
  const second = await scan(list, first.state);
  expect(second.state.window.cursor).toBe(740);
  list.read = read;
  const third = await scan(list, second.state);
  expect(third.ids).toEqual(["3"]);
  expect((await scan(list, third.state)).state.window.cursor).toBe(950);
});

it("goes on with a scan only where all of it came back", () => {
  const tie = { time: 1, page: 1, places: 1, ids: ["1"], attempts: 0 };
  const scanned = { page: 2, last: "x", newest: 5, hasNews: false, isWhole: true, tie };
  const whole = { window: openAt(1), newest: 4, scan: scanned };
  expect(listStateFrom(whole)).toEqual(whole);
  expect(listStateFrom({ window: openAt(1), newest: "4" })).toEqual({ window: openAt(1) });
  for (const broken of [
    { ...scanned, last: 1 },
    { ...scanned, hasNews: 1 },
    { ...scanned, isWhole: "true" },
    { ...scanned, tie: 1 },
    ...["time", "page", "places", "attempts"].map((key) => ({ ...scanned, tie: { ...tie, [key]: "1" } })),
    { ...scanned, tie: { ...tie, ids: "1" } },
    { ...scanned, tie: { ...tie, ids: ["1", 2] } },
    1,
  ]) {
    expect(listStateFrom({ ...whole, scan: broken })).toBeUndefined();
  }
});
