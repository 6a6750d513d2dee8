import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Crm } from "../crm";
import {
  enrollInCadence,
  getCadences,
  getWorkflowActions,
  getWorkflowRules,
  unenrollFromCadence,
} from "./automation";
import { getWizards } from "./organization";
import { getEmailTemplates, getFeatures, getInventoryTemplates } from "./reference";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset({ seed: 1, records: { Leads: 3 } }));

const recordType = "Leads";
const leadIds = async () => (await sandbox.records("Leads")).map(({ id }) => String(id));
const cadenceIds = async (type: string) =>
  (await getCadences(await sandbox.crm(), { recordType })).cadences
    .filter((cadence) => cadence.type === type)
    .map(({ id }) => String(id));

describe("records in cadences", () => {
  test("each record is told its own end, in whatever place Zoho names the one that it does not know", async () => {
    const crm = await sandbox.crm();
    const [first = "", second = ""] = await leadIds();
    const input = {
      recordType,
      recordIds: [first, "1", second],
      cadenceIds: await cadenceIds("manual_enrollment"),
    };
    for (const send of [enrollInCadence, unenrollFromCadence]) {
      const { data } = await send(crm, input);
      expect(data.map(({ status, code, id }) => [status, code, id])).toEqual([
        ["success", "SUCCESS", first],
        ["error", "INVALID_DATA", "1"],
        ["success", "SUCCESS", second],
      ]);
    }
  });

  test("a cadence that enrolls by itself is refused for all records, in one request", async () => {
    const crm = await sandbox.crm();
    const input = { recordType, recordIds: await leadIds(), cadenceIds: await cadenceIds("custom_view") };
    await sandbox.clearLedger();
    const { data } = await enrollInCadence(crm, input);
    expect(data).toEqual(
      input.recordIds.map((id, index) =>
        expect.objectContaining({
          index,
          id,
          code: "NOT_ALLOWED",
          message: "id given is not manual enrollment cadence",
        }),
      ),
    );
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  test("too many cadences are refused with how many Zoho takes", async () => {
    const input = { recordType, recordIds: await leadIds(), cadenceIds: ["1", "2", "3", "4", "5", "6"] };
    const { data } = await enrollInCadence(await sandbox.crm(), input);
    expect(data[0]).toMatchObject({ code: "LIMIT_EXCEEDED", hint: "Send at most 5 at a time." });
  });
});

type List = (crm: Crm, input: { recordType: string }) => Promise<unknown>;
test.each<[string, List]>([
  ["email templates", getEmailTemplates],
  ["inventory templates", getInventoryTemplates],
  ["cadences", getCadences],
  ["workflow rules", getWorkflowRules],
  ["webhooks", (crm, input) => getWorkflowActions(crm, { ...input, actionKind: "webhooks" })],
  ["wizards", getWizards],
  ["features", getFeatures],
])("%s of a module that is not there are refused", async (_, list) => {
  const crm = await sandbox.crm();
  await expect(list(crm, { recordType: "Nowhere" })).rejects.toThrow(/Use a module's API name/);
});
