import { defaultBehaviours, listBehaviours } from "../../sandbox/behaviours";
import { ZohoError } from "../../src/zoho/http/errors";
import { startSandbox, type TestSandbox } from "../support/sandbox";
import { pairs, type Setting, singles } from "./pairs";
import { type Story, stories } from "./stories";

const switches = listBehaviours(defaultBehaviours());
/** The covering array is made from it; the soak takes another each time. */
const seed = Number(process.env.STORIES_SEED ?? 1);

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Tells a story under a setting: what it expects holds, or it ends in an error that says what happened. */
async function tell(story: Story, setting: Setting): Promise<ZohoError | undefined> {
  await sandbox.control("DELETE", "behaviours");
  await sandbox.reset({ seed: 1, records: { Leads: 30 } });
  await sandbox.control("POST", "behaviours", setting);
  try {
    await story({ sandbox, crm: await sandbox.crm() });
    return undefined;
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    expect(error.message).toMatch(/^Zoho (CRM|Books) \w+( \(\d+\))?: ./);
    expect(error.kind).not.toBe("unknown");
    return error;
  }
}

const named = (setting: Setting) =>
  Object.entries(setting)
    .map(([name, choice]) => `${name} ${choice}`)
    .join(", ");

function tellAll(setting: Setting): void {
  for (const [name, story] of Object.entries(stories)) {
    test(name, async () => {
      await tell(story, setting);
    });
  }
}

describe("as the sandbox plays Zoho", () => {
  test.each(Object.entries(stories))("%s", async (_, story) => {
    expect(await tell(story, {})).toBeUndefined();
  });
});

describe("under every switch", () => {
  for (const setting of singles(switches)) describe(named(setting), () => tellAll(setting));
});

describe(`under several switches (seed ${seed})`, () => {
  const settings = pairs(switches, seed);

  test("every pair of choices stands in one of the settings", () => {
    for (const one of switches)
      for (const other of switches.filter(({ name }) => name > one.name))
        for (const x of one.choices)
          for (const y of other.choices)
            expect(settings.some((setting) => setting[one.name] === x && setting[other.name] === y)).toBe(
              true,
            );
  });

  for (const setting of settings) describe(named(setting), () => tellAll(setting));
});
