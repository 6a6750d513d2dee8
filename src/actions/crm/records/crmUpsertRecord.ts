import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { upsertableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, record } from "../../../inputs/records";
import { automationInputs, checkInputs, duplicateCheckFields } from "../../../inputs/writing";
import { upsertedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { upsertRecord } from "../../../zoho/crm/records/recordWrites";

export const crmUpsertRecord = action({
  display: {
    label: "CRM - Upsert Record",
    description:
      "Creates a record, or updates the one that Zoho finds by the duplicate check fields, and says which.",
  },
  inputs: {
    connection,
    recordType: upsertableModule,
    fieldValues,
    dynamicValues,
    record,
    duplicateCheckFields,
    ...automationInputs,
    ...checkInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => upsertRecord(crm, input)),
  ...writes(upsertedExample),
});
