import fc from "fast-check";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { type JsonObject, writeJson } from "../../core/json";
import { fieldChoices } from "../metadata/choices";
import { createRecords } from "../records/write/create";
import { prepare } from "./prepare";
import { schemaFor } from "./schema";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const recordType = "Leads";
const lead = { Last_Name: "Daly", Company: "ABC" };

describe("whatever Zoho does with what it does not list", () => {
  const Preferred_Channel = "Pigeon";
  const write = async (record: JsonObject, module = recordType) =>
    (await createRecords(await sandbox.crm(), { recordType: module, records: [record] })).data[0];

  test.each(["accepted", "emptied", "refused"] as const)(
    "a new picklist value that is %s",
    async (choice) => {
      sandbox.world.behaviours.newPicklistValues = choice;
      const outcome = await write({ ...lead, Preferred_Channel });
      sandbox.world.behaviours.newPicklistValues = "accepted";
      if (choice === "refused")
        expect(outcome).toMatchObject({ status: "error", details: { api_name: "Preferred_Channel" } });
      else expect(outcome).toMatchObject({ status: "success" });
    },
  );

  test("a field that the layout requires is Zoho's to name", async () => {
    sandbox.world.behaviours.layoutMandatory = "enforced";
    const outcome = await write({ Last_Name: "Daly" });
    sandbox.world.behaviours.layoutMandatory = "ignored";
    expect(outcome).toMatchObject({ code: "MANDATORY_NOT_FOUND", details: { api_name: "Company" } });
  });

  test("a module whose fields it does not list takes values as they are, and pickers offer none", async () => {
    sandbox.world.behaviours.fieldsOfCustomModules = "204";
    const crm = await sandbox.crm();
    const outcome = await write({ Name: "Vine Street 24", Listing_Price: 250000 }, "Properties");
    const choices = await fieldChoices(crm, "Properties");
    sandbox.world.behaviours.fieldsOfCustomModules = "listed";
    expect(outcome).toMatchObject({ status: "success" });
    expect(choices).toEqual([]);
  });
});

test("decimals of up to 19 digits are sent to their last digit, or refused", async () => {
  const schema = await schemaFor(await sandbox.crm(), recordType, []);
  const check = { operation: "create", strict: false, newPicklistValues: true } as const;
  const digits = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }).map(String);
  const decimals = fc
    .tuple(digits, fc.integer({ min: 0, max: 18 }))
    .map(([text, places]) => text.replace(new RegExp(`(?<=\\d)(?=\\d{${places}}$)`), places > 0 ? "." : ""));
  fc.assert(
    fc.property(decimals, (Budget) => {
      const prepared = prepare({ ...lead, Budget }, schema, check);
      const [, whole = "", fraction = ""] = /^-?(\d+)(?:\.(\d+?)0*)?$/.exec(Budget) ?? [];
      const isHeld = whole.replace(/^0+/, "").length <= 16 && fraction.length <= 9;
      expect(prepared.ok).toBe(isHeld);
      if (!prepared.ok) return;
      const [, sent = ""] = /"Budget":(-?[\d.]+)/.exec(writeJson(prepared.record)) ?? [];
      expect(plain(sent)).toBe(plain(Budget));
    }),
  );
});

/** A number's text without zeros that say nothing. */
const plain = (text: string): string =>
  text
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
    .replace(/^-0$/, "0");
