import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { updatableModule } from "../../../inputs/modules";
import { externalIdField, records } from "../../../inputs/records";
import { appendValues, automationInputs, checkInputs, manyInputs } from "../../../inputs/writing";
import { manyUpdatedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { updateRecords } from "../../../zoho/crm/records/recordWrites";

export const crmUpdateRecords = action({
  display: {
    label: "CRM - Update Records",
    description:
      "Updates any number of records, each named by its id or by an external ID field, and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    records,
    externalIdField,
    appendValues,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => updateRecords(crm, input)),
  ...writes(manyUpdatedExample),
});
