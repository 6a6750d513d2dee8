import { createSandbox, type Sandbox } from "..";
import { defaultBehaviours, listBehaviours } from "../behaviours";
import { json } from "../testing";
import { accessOf } from "./access";
import { choicesOf, conform, type Finding } from "./run";
import { AskedZoho, type Terms } from "./zoho";

const behaviours = listBehaviours(defaultBehaviours());
const others = behaviours.flatMap(({ name, choices }) =>
  choices.slice(1).map((choice) => [name, choice] as const),
);

/** What nobody can say of fields that are not listed, and of webhooks that cannot be made. */
const hiddenBy: Readonly<Record<string, string>> = {
  fieldsOfCustomModules: "modifiedByOfCustomModules",
  booksWebhooks: "booksRelatedRules",
};

describe("conformance", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox();
  });
  afterAll(() => sandbox.close());

  const control = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${sandbox.url}/__sandbox/${path}`, json(method, body));
    return JSON.parse(await response.text());
  };
  const run = async (terms: Partial<Terms> = {}) => {
    const waitASecond = () => control("POST", "clock", { advanceSeconds: 1 });
    const access = accessOf(await control("GET", "connection"));
    return conform(new AskedZoho(access, { readOnly: false, budget: 1000, waitASecond, ...terms }));
  };
  const differences = (findings: readonly Finding[]) =>
    findings.flatMap((finding) => (finding.verdict === "differs" ? [[finding.name, finding.found]] : []));
  const unanswered = (findings: readonly Finding[]) =>
    findings.filter(({ verdict }) => verdict === "not answered").map(({ name }) => name);
  const leads = async () => ((await control("GET", "records/Leads")).data as unknown[]).length;

  // A minute between the runs, so that none meets the limits of Books and of downloads that another has used.
  afterEach(async () => {
    await control("DELETE", "behaviours");
    await control("POST", "clock", { advanceSeconds: 60 });
  });

  it("finds a sandbox as it is emulated, and leaves nothing behind", async () => {
    const before = await leads();
    const findings = await run();
    expect(differences(findings)).toEqual([]);
    expect(unanswered(findings)).toEqual([]);
    expect(await leads()).toBe(before);
  });

  it.each(others)("names exactly the difference where %s is %s", async (name, choice) => {
    await control("POST", "behaviours", { [name]: choice });
    const findings = await run();
    expect(differences(findings)).toEqual([[name, choice]]);
    const asked = Object.entries(defaultBehaviours()).filter(([other]) => other !== hiddenBy[name]);
    expect(choicesOf(findings)).toEqual({ ...Object.fromEntries(asked), [name]: choice });
  });

  it("writes nothing when it may only read", async () => {
    await control("DELETE", "ledger");
    const findings = await run({ readOnly: true });
    const { routes } = await control("GET", "ledger");
    const writes = Object.keys(routes as object).filter((route) => !/^GET |coql$|token$/.test(route));
    expect(writes).toEqual([]);
    expect(unanswered(findings)).toContain("unknownFields");
    expect(findings.find(({ name }) => name === "unknownId")).toMatchObject({ verdict: "as emulated" });
  });

  it("ends with its budget, and still deletes what it made", async () => {
    const before = await leads();
    await control("DELETE", "ledger");
    const findings = await run({ budget: 8 });
    expect(unanswered(findings).length).toBeGreaterThan(2);
    expect((await control("GET", "ledger")).requests).toBeLessThanOrEqual(8);
    expect(await leads()).toBe(before);
  });
});
