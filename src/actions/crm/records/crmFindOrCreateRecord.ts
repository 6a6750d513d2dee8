import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { creatableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, record } from "../../../inputs/records";
import { automationInputs, checkInputs, matchField, matchValue } from "../../../inputs/writing";
import { foundOrCreatedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { findOrCreateRecord } from "../../../zoho/crm/records/recordWrites";

export const crmFindOrCreateRecord = action({
  display: {
    label: "CRM - Find or Create Record",
    description: "Returns the record whose field has a value exactly, or creates it, and says which.",
  },
  inputs: {
    connection,
    recordType: creatableModule,
    fieldValues,
    dynamicValues,
    record,
    matchField,
    matchValue,
    ...automationInputs,
    ...checkInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => findOrCreateRecord(crm, input)),
  ...writes(foundOrCreatedExample),
});
