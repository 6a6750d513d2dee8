import { BooksClient } from "./testing/client";

describe("the limits of Books", () => {
  let books: BooksClient;
  beforeEach(async () => {
    books = await BooksClient.start();
  });
  afterEach(() => books.close());

  const limit = (limits: Record<string, number>) => books.control("POST", "limits", { books: limits });
  const advance = (advanceSeconds: number) => books.control("POST", "clock", { advanceSeconds });
  const call = () => books.call("books.items.list");

  it("are 100 calls a minute, 10,000 a day and 10 at once unless they are set", async () => {
    await books.control("POST", "reset", {});
    expect(await books.control("GET", "limits")).toMatchObject({
      books: { perMinute: 100, perDay: 10_000, concurrency: 10 },
    });
  });

  it("refuse the call after the last of a minute with 44, and let the next minute's in", async () => {
    await limit({ perMinute: 3 });
    for (let made = 0; made < 3; made++) expect(await call()).toMatchObject({ status: 200 });
    expect(await call()).toMatchObject({
      status: 429,
      body: { code: 44, message: expect.stringContaining("maximum number of requests per minute") },
    });
    await advance(61);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it("count the calls of any 60 seconds", async () => {
    await limit({ perMinute: 2 });
    await call();
    await advance(40);
    await call();
    await advance(30);
    expect(await call()).toMatchObject({ status: 200 });
    expect(await call()).toMatchObject({ status: 429, body: { code: 44 } });
  });

  it("refuse what is over a day's number with 45 until the next day", async () => {
    const { headers } = await books.fetch("/items");
    // The day has just begun, whatever time it is.
    await advance(Number(headers.get("x-rate-limit-reset")) + 1);
    await limit({ perDay: 2 });
    await call();
    await call();
    expect(await call()).toMatchObject({
      status: 429,
      body: {
        code: 45,
        message: "The API call for this organization has exceeded the maximum call rate limit of 2.",
      },
    });
    await advance(120);
    expect(await call()).toMatchObject({ status: 429, body: { code: 45 } });
    await advance(24 * 60 * 60);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it("refuse what is over the number of calls in flight with 1070", async () => {
    await limit({ concurrency: 2 });
    await books.control("POST", "faults", [{ path: "items", times: 3, effect: { delayMs: 50 } }]);
    const replies = await Promise.all([call(), call(), call()]);
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toMatchObject([{ body: { code: 1070 } }]);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it("hold for each organisation by itself", async () => {
    await books.control("POST", "reset", { books: { organizations: 2 } });
    await limit({ perMinute: 1 });
    const [first, second] = books.server.world.books.all();
    const query = { organization_id: second?.id ?? "" };
    expect(first?.id).not.toBe(second?.id);
    expect(await call()).toMatchObject({ status: 200 });
    expect(await call()).toMatchObject({ status: 429 });
    expect(await books.call("books.items.list", { query })).toMatchObject({ status: 200 });
  });

  it("cost one credit a call in the ledger, and nothing for a refused one", async () => {
    await limit({ perMinute: 2 });
    await books.control("DELETE", "ledger");
    for (let made = 0; made < 3; made++) await call();
    expect(await books.control("GET", "ledger")).toMatchObject({
      requests: 3,
      credits: 2,
      routes: { "GET /books/v3/items": 3 },
    });
  });
});
