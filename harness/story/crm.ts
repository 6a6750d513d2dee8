import assert from "node:assert/strict";
import type { Connection } from "@prismatic-io/spectral";
import type { Runner } from "../runner";
import type { Teller } from "./teller";
import { at, listAt, textAt } from "./values";

/** Records of Zoho CRM, from the pickers of a builder to a thousand at a time. */
export async function tellCrm(teller: Teller, runner: Runner, connection: Connection): Promise<void> {
  const act = async (key: string, inputs: Record<string, unknown>): Promise<unknown> =>
    (await runner.action(key, { connection, ...inputs }))?.data;
  const leads = { recordType: "Leads" };
  let recordId = "";

  teller.chapter("Zoho CRM");

  await teller.step("Pick a module", async () => {
    const { result } = await runner.dataSource("selectViewableModule", { connection });
    const keys = listAt({ result }, "result").map((choice) => textAt(choice, "key"));
    assert.ok(
      keys.includes("Leads") && keys.includes("Properties"),
      "Leads or the custom module is missing.",
    );
    return `${keys.length} modules, custom ones such as Properties included`;
  });

  await teller.step("Create a lead from a list of texts", async () => {
    const fieldValues = [
      { key: "Last Name", value: "Burns" },
      { key: "Company", value: "O'Neil & Sons" },
      { key: "Annual_Revenue", value: "250000.9" },
      { key: "Languages", value: "English;German" },
    ];
    const created = await act("crmCreateRecord", { ...leads, fieldValues });
    recordId = textAt(created, "data.0.details.id");
    assert.match(recordId, /^\d{16,20}$/);
    return `${textAt(created, "data.0.message")}, id ${recordId}`;
  });

  await teller.step("Read it", async () => {
    const lead = at(await act("crmGetRecord", { ...leads, recordId }), "data.0");
    assert.equal(at(lead, "Annual_Revenue"), 250000.9);
    assert.deepEqual(at(lead, "Languages"), ["English", "German"]);
    return `${textAt(lead, "Last_Name")} of ${textAt(lead, "Company")}, revenue ${textAt(lead, "Annual_Revenue")}`;
  });

  await teller.step("Find it by a query with a bound parameter", async () => {
    const query = "select Last_Name, Company from Leads where Company = :company";
    const found = await act("crmRunQuery", {
      query,
      parameters: [{ key: "company", value: "O'Neil & Sons" }],
    });
    assert.equal(textAt(found, "data.0.id"), recordId);
    return `${listAt(found, "data").length} row`;
  });

  await teller.step("Update it", async () => {
    const updated = await act("crmUpdateRecord", {
      ...leads,
      recordId,
      dynamicValues: { Lead_Status: "Contacted" },
    });
    return textAt(updated, "data.0.message");
  });

  await teller.step("Attach a file to it", async () => {
    const file = { data: Buffer.from("A contract."), contentType: "text/plain" };
    return textAt(
      await act("crmAddAttachment", { ...leads, recordId, file, fileName: "contract.txt" }),
      "data.0.message",
    );
  });

  await teller.step("Create 250 more, two of them wrong", async () => {
    const records = Array.from({ length: 250 }, (_, index) => ({
      Last_Name: `Lead ${index}`,
      Company: "Bulk Ltd",
      Seats: index,
    }));
    records.splice(
      10,
      2,
      { Last_Name: "", Company: "Nameless", Seats: 1 },
      { Last_Name: "Wrong", Company: "Wrong", Seats: 1.5 },
    );
    const result = await act("crmCreateRecords", { ...leads, records });
    assert.deepEqual([at(result, "summary.succeeded"), at(result, "summary.failed")], [248, 2]);
    assert.equal(textAt(result, "data.10.code"), "MANDATORY_NOT_FOUND");
    return `248 created; record 11: ${textAt(result, "data.10.message")}; record 12: ${textAt(result, "data.11.message")}`;
  });

  await teller.step("List all leads", async () => {
    const listed = await act("crmGetRecords", { ...leads, fields: ["Last_Name", "Company"], fetchAll: true });
    assert.ok(listAt(listed, "data").length > 248);
    return `${listAt(listed, "data").length} records`;
  });

  await teller.step("Remove the lead", async () => {
    const removed = await act("crmRemoveRecord", { ...leads, recordId });
    assert.deepEqual(await act("crmGetRecord", { ...leads, recordId, allowMissing: true }), { data: [] });
    return `${textAt(removed, "data.0.message")}, and no longer found`;
  });

  await teller.step("See what a builder sees when Zoho says no", async () => {
    const refused = act("crmUpdateRecord", { ...leads, recordId, dynamicValues: { Company: "Gone" } });
    const error: unknown = await refused.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof Error && error.name === "ZohoError", "It was not refused.");
    return error.message;
  });
}
