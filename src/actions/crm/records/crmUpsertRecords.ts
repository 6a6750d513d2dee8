import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { upsertableModule } from "../../../inputs/modules";
import { records } from "../../../inputs/records";
import { automationInputs, checkInputs, duplicateCheckFields, manyInputs } from "../../../inputs/writing";
import { manyUpdatedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { upsertRecords } from "../../../zoho/crm/records/recordWrites";

export const crmUpsertRecords = action({
  display: {
    label: "CRM - Upsert Records",
    description: "Creates or updates any number of records and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: upsertableModule,
    records,
    duplicateCheckFields,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => upsertRecords(crm, input)),
  ...writes(manyUpdatedExample),
});
