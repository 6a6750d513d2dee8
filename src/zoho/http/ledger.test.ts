import { Ledger } from "./ledger";

const floors = { minimumCredits: 50, minimumRequests: 20 };

test("counts every request, and the credits that each cost", () => {
  const ledger = new Ledger();
  ledger.sent();
  ledger.sent();
  ledger.charged(3);
  ledger.charged(0);
  expect([ledger.requests, ledger.credits]).toEqual([2, 3]);
});

test("warns once", () => {
  const ledger = new Ledger();
  expect([ledger.warns(), ledger.warns(), ledger.warns()]).toEqual([true, false, false]);
});

describe("long work ends", () => {
  test.each([
    ["crm" as const, undefined, 0],
    ["crm" as const, 50, 0],
    ["crm" as const, 51, 0],
    ["books" as const, 0, undefined],
    ["books" as const, 0, 20],
    ["zoho" as const, undefined, 0],
  ])("of %s not with %s credits and %s requests left", (product, creditsLeft, requestsLeft) => {
    const ledger = new Ledger();
    Object.assign(ledger, { creditsLeft, requestsLeft });
    expect(ledger.shortage(product, floors)).toBeUndefined();
  });

  test("nowhere where nothing is left to others", () => {
    const ledger = new Ledger();
    Object.assign(ledger, { creditsLeft: 0, requestsLeft: 0 });
    expect([ledger.shortage("crm", {}), ledger.shortage("books", {})]).toEqual([undefined, undefined]);
  });

  test("below the credits or the requests that are left to others, and says so", () => {
    const ledger = new Ledger();
    Object.assign(ledger, { creditsLeft: 49, requestsLeft: 19 });
    expect(ledger.shortage("crm", floors)).toEqual({
      kind: "credits",
      code: "MINIMUM_CREDITS",
      message: "49 credits of the day are left, and the connection leaves 50 to others",
      hint: "Zoho gives each credit back 24 hours after it was used. A smaller Minimum Credits in the connection lets this one go on.",
    });
    expect(ledger.shortage("books", floors)).toEqual({
      kind: "credits",
      code: "MINIMUM_REQUESTS",
      message: "19 requests of the day are left, and the connection leaves 20 to others",
      hint: "Zoho counts them anew each day. A smaller Minimum Requests in the connection lets this one go on.",
    });
  });
});
