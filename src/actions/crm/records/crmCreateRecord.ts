import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { creatableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, record } from "../../../inputs/records";
import { automationInputs, checkInputs, uniqueField } from "../../../inputs/writing";
import { createdExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { createRecord } from "../../../zoho/crm/records/recordWrites";

export const crmCreateRecord = action({
  display: {
    label: "CRM - Create Record",
    description: "Creates a record in a module.",
  },
  inputs: {
    connection,
    recordType: creatableModule,
    fieldValues,
    dynamicValues,
    record,
    uniqueField,
    ...automationInputs,
    ...checkInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => createRecord(crm, input)),
  ...writes(createdExample),
});
