import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tallyComponent } from "../../test/fixtures/tally";
import { manifestOf } from "./manifest";
import { actionsPage } from "./markdown";
import { sectionsOf } from "./sections";
import type { Usage } from "./usage";

const row = {
  method: "POST",
  path: "/crm/{version}/x",
  scope: "Some.scope",
  safety: "unsafe",
  credits: "perTenRecords",
};
const project = mkdtempSync(path.join(tmpdir(), "sections-"));
writeFileSync(
  path.join(project, "operations.js"),
  `exports.crmOperations = { post: ${JSON.stringify(row)} };`,
);

const component = tallyComponent();
const usage = new Map<string, Usage>(
  [component.actions, component.dataSources, component.triggers].flatMap((parts, kind) =>
    Object.keys(parts).map((key) => {
      const file = `src/${["actions/crm/records", "dataSources/crm", "triggers/crm"][kind]}.ts`;
      const post = { file: "operations.js", table: "crmOperations", operation: "post" };
      return [key, { file, operations: key === "echo" ? [post] : [] }];
    }),
  ),
);

it("groups the parts by subject and tells everything about each", async () => {
  const page = actionsPage(await sectionsOf(project, component, usage));
  const headings = page.split("\n").filter((line) => /^##? /.test(line));
  expect(headings).toEqual([
    "# Actions, data sources and triggers",
    "## CRM: Records",
    "## Data sources: CRM",
    "## Triggers: CRM",
  ]);
  expect(page).toContain("- CRM: Records: [Echo](#echo) · [Count](#count)");
  expect(page).toContain("| Text | `text` | string | yes |  | Some text. | `text` |");
  expect(page).toContain("| Size | `size` | string |  | `10` | A size. |  |");
  expect(page).toContain(
    "| `POST /crm/{version}/x` | `Some.scope` | 1 for every 10 records | only where Zoho certainly did nothing |",
  );
});

it("says which part has no file of its own", async () => {
  const incomplete = new Map([...usage].filter(([key]) => key !== "leak"));
  await expect(sectionsOf(project, component, incomplete)).rejects.toThrow(
    "No file under src exports leak by that name.",
  );
});

it("says which part keeps silent about scopes that its builder has to add", async () => {
  const operation = { ...row, scope: "ZohoCRM.settings.mailmerge.CREATE and ZohoWriter.merge.ALL" };
  writeFileSync(
    path.join(project, "merge.js"),
    `exports.mergeOperations = { post: ${JSON.stringify(operation)} };`,
  );
  const operations = [{ file: "merge.js", table: "mergeOperations", operation: "post" }];
  const merging = new Map([...usage, ["echo", { file: "src/actions/crm/records.ts", operations }]]);
  await expect(sectionsOf(project, component, merging)).rejects.toThrow(
    "echo does not say that it needs ZohoWriter.merge.ALL.",
  );
});

it("puts types, demands and defaults into the manifest", () => {
  const { actions, connections, dataSources } = manifestOf(component);
  expect(actions.echo?.inputs).toMatchObject({
    text: { type: "string", required: true },
    size: { type: "string", required: false, default: "10" },
    values: { type: "string", collection: "keyvaluelist", required: false },
  });
  expect(Object.keys(connections.tallyConnection?.inputs ?? {})).toContain("clientSecret");
  expect(dataSources.selectNumber?.output).toEqual(["picklist"]);
});
