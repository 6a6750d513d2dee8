import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { updatableModule } from "../../../inputs/modules";
import { dynamicValues, externalIdField, fieldValues, record, recordId } from "../../../inputs/records";
import { appendValues, automationInputs, checkInputs, ifUnmodifiedSince } from "../../../inputs/writing";
import { updatedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { updateRecord } from "../../../zoho/crm/records/recordWrites";

export const crmUpdateRecord = action({
  display: {
    label: "CRM - Update Record",
    description:
      "Updates a record by its ID or by the value of an external ID field; fields that are not given stay as they are.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId,
    externalIdField,
    fieldValues,
    dynamicValues,
    record,
    appendValues,
    ifUnmodifiedSince,
    ...automationInputs,
    ...checkInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => updateRecord(crm, input)),
  ...writes(updatedExample),
});
