import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { enableNotification } from "./channels";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const open = async (notificationCondition: readonly string[]) =>
  enableNotification(await sandbox.crm(), {
    channelId: "1000000068001",
    events: ["Leads.edit"],
    notifyUrl: "https://hooks.example.com/leads",
    notificationCondition,
  });

const ten = [
  ...["City", "State", "Country", "Street", "Phone"],
  ...["Mobile", "Fax", "Email", "Website", "Company"],
];

test("a channel hears of ten fields, and of more Zoho says how many it takes", async () => {
  expect((await open(ten)).watch).toMatchObject([{ status: "success" }]);
  await expect(open([...ten, "Industry"])).rejects.toThrow(/field_selection\. Name at most 10 fields\.$/);
});

test("a field that the module does not have is refused with its place among them", async () => {
  await expect(open(["City", "No_Field"])).rejects.toMatchObject({
    code: "INVALID_DATA",
    details: { api_name: "fields", json_path: "$.watch[0].fields[1]" },
  });
});
