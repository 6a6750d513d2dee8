import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { jobInputs, massRecordIds, massViewId } from "../../../inputs/crm/jobs";
import { deletableModule } from "../../../inputs/modules";
import { manyInputs } from "../../../inputs/writing";
import { massDeletedExample } from "../../../outputs/crm/jobs";
import { writes } from "../../../outputs/output";
import { massDeleteRecords } from "../../../zoho/crm/jobs/massActions";

export const crmMassDeleteRecords = action({
  display: {
    label: "CRM - Mass Delete Records",
    description:
      "Moves many records to the recycle bin, by ID or all of a custom view, and returns what became of them.",
  },
  inputs: {
    connection,
    recordType: deletableModule,
    recordIds: massRecordIds,
    customViewId: massViewId,
    ...jobInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => massDeleteRecords(crm, input)),
  ...writes(massDeletedExample),
});
