import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { creatableModule } from "../../../inputs/modules";
import { records } from "../../../inputs/records";
import { automationInputs, checkInputs, manyInputs, uniqueField } from "../../../inputs/writing";
import { manyCreatedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { createRecords } from "../../../zoho/crm/records/recordWrites";

export const crmCreateRecords = action({
  display: {
    label: "CRM - Create Records",
    description: "Creates any number of records and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: creatableModule,
    records,
    uniqueField,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => createRecords(crm, input)),
  ...writes(manyCreatedExample),
});
