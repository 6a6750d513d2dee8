import { openBooks } from "../../../test/support/books";
import { Maker } from "../../../test/support/booksSamples";
import { type ConnectionValue, startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import * as booksDataSources from "./records";

let sandbox: TestSandbox;
let connection: ConnectionValue;
let projectId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  connection = await sandbox.connection();
  const make = new Maker(await openBooks(sandbox));
  projectId = await make.id("projects");
  await make.id("tasks");
});
afterAll(() => sandbox.close());

const inputs: Record<keyof typeof booksDataSources, () => Record<string, unknown>> = {
  selectAccount: () => ({}),
  selectBooksField: () => ({ recordType: "invoices" }),
  selectBooksOperation: () => ({ searchText: "invoice void" }),
  selectBooksBody: () => ({ operation: "POST /projects" }),
  selectBooksParentRecord: () => ({ parentRecordType: "projects" }),
  selectBooksRecord: () => ({ recordType: "tasks", parentRecordType: "projects", parentRecordId: projectId }),
  selectBooksRecordAction: () => ({ recordType: "invoices" }),
  selectItem: () => ({ searchText: "" }),
  selectOrganization: () => ({}),
  selectTax: () => ({ organizationId: "" }),
};

it.each(Object.entries(booksDataSources))(
  "%s offers what there is, each with a name",
  async (key, dataSource) => {
    const context = { logger: { debug: () => {}, info: () => {}, warn: () => {} } };
    const given = Object.entries(inputs).find(([name]) => name === key)?.[1]() ?? {};
    const perform: unknown = dataSource.perform;
    if (typeof perform !== "function") throw new Error(`${key} cannot be performed.`);
    const { result } = await perform(context, { connection, ...given });
    expect(result.length).toBeGreaterThan(0);
    for (const choice of result) {
      expect(choice).toEqual({ key: expect.stringMatching(/./), label: expect.stringMatching(/./) });
    }
  },
);
