import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { getProfiles } from "../users";
import { createModule, updateModule } from "./customize";
import { getModule } from "./settings";

describe("what an administrator adds and changes", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const recordType = "Vehicles";
  const labels = { singularLabel: "Vehicle", pluralLabel: "Vehicles" };
  const seenBy = async () => {
    const [module] = (await getModule(await sandbox.crm(), { recordType })).modules;
    return objectsAt(module, "profiles").map(({ id }) => String(id));
  };

  it("shows a module to the profiles that are named, and to no others", async () => {
    const crm = await sandbox.crm();
    const { profiles } = await getProfiles(crm);
    const [admin = "", standard = "", reader = ""] = profiles.map(({ id }) => String(id));
    await createModule(crm, { apiName: recordType, ...labels, profileIds: [admin, standard] });
    expect(await seenBy()).toEqual([admin, standard]);
    await updateModule(crm, { recordType, ...labels, profileIds: [admin, reader] });
    expect(await seenBy()).toEqual([admin, reader]);
  });
});
