import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { jobInputs, massRecordIds, massViewId } from "../../../inputs/crm/jobs";
import { updatableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, record } from "../../../inputs/records";
import { manyInputs } from "../../../inputs/writing";
import { massUpdatedExample } from "../../../outputs/crm/jobs";
import { writes } from "../../../outputs/output";
import { massUpdateRecords } from "../../../zoho/crm/jobs/massActions";

export const crmMassUpdateRecords = action({
  display: {
    label: "CRM - Mass Update Records",
    description:
      "Gives many records the same values, by ID or all of a custom view, and returns what became of them.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordIds: massRecordIds,
    customViewId: massViewId,
    fieldValues,
    dynamicValues,
    record,
    ...jobInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => massUpdateRecords(crm, input)),
  ...writes(massUpdatedExample),
});
