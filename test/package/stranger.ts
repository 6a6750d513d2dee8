import zoho, { type Zoho } from "zoho";
import {
  booksRecordForm,
  checkBooksMapping,
  checkMapping,
  createClients,
  describeFields,
  describeModules,
  mapBack,
  mappingForm,
  mappingOf,
  previewBooksRecord,
  previewRecord,
  recordForm,
} from "zoho/headless";

/*
 * A program of somebody else, who has the package and nothing of the project: it asks what a configuration of
 * its own would ask, and prints the answers.
 */

const upsert: keyof Zoho["actions"] = "crmUpsertRecords";
/** A part that is not there is found while compiling. */
const isKnown: "crmUpsertRecordz" extends keyof Zoho["actions"] ? true : false = false;

const nothing = () => undefined;
const context = { logger: { debug: nothing, info: nothing, warn: nothing } };

async function main() {
  const connection = JSON.parse(process.env.CONNECTION ?? "");
  const { crm, books } = createClients(connection, context);
  const modules = await describeModules(crm, "creatable", "editable");
  const fields = await describeFields(crm, { recordType: "Leads" });
  const sourceFields = { surname: "Last Name", revenue: "Annual Revenue", mail: "Email" };
  const form = await mappingForm(crm, { recordType: "Leads", sourceFields });
  const mapping = mappingOf(form.data) ?? [];
  const record = { surname: "Burns", revenue: "250000.9", mail: "no address" };
  const preview = await previewRecord(crm, { recordType: "Leads", record, fieldMapping: mapping });
  return {
    label: zoho.actions[upsert].display.label,
    isKnown,
    leads: modules.find(({ name }) => name === "Leads"),
    lastName: fields.find(({ name }) => name === "Last_Name"),
    source: fields.find(({ name }) => name === "Lead_Source"),
    mapping,
    problems: await checkMapping(crm, { recordType: "Leads", mapping }),
    preview,
    booksPreview: await previewBooksRecord(books(), {
      recordType: "items",
      record: { name: "Disk", rate: "12.5" },
    }),
    booksProblems: await checkBooksMapping(books(), { recordType: "items", mapping }),
    back: mapBack(mapping, preview.record ?? { Last_Name: "Burns" }, "Leads"),
    required: (await recordForm(crm, { recordType: "Leads" })).schema.required,
    requiredInBooks: (await booksRecordForm(books(), { recordType: "items", purpose: "create" })).schema
      .required,
  };
}

main().then(
  (answers) => console.log(JSON.stringify(answers)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
