import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  jobInputs,
  massRecordIds,
  massViewId,
  notify,
  ownerId,
  relatedModules,
} from "../../../inputs/crm/jobs";
import { updatableModule } from "../../../inputs/modules";
import { manyInputs } from "../../../inputs/writing";
import { massUpdatedExample } from "../../../outputs/crm/jobs";
import { writes } from "../../../outputs/output";
import { changeOwner } from "../../../zoho/crm/jobs/massActions";

export const crmChangeOwner = action({
  display: {
    label: "CRM - Change Owner",
    description:
      "Gives records to another user, by ID or all of a custom view, and returns what became of them.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    ownerId,
    recordIds: massRecordIds,
    customViewId: massViewId,
    notify,
    relatedModules,
    ...jobInputs,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => changeOwner(crm, input)),
  ...writes(massUpdatedExample),
});
