import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId, transition, transitionValues } from "../../../inputs/crm/recordActions";
import { updatableModule } from "../../../inputs/modules";
import { transitionExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { updateBlueprint } from "../../../zoho/crm/recordActions/blueprint";

export const crmUpdateBlueprint = action({
  display: {
    label: "CRM - Update Blueprint",
    description: "Moves a record on in its blueprint by one transition.",
  },
  inputs: { connection, recordType: updatableModule, recordId: ownRecordId, transition, ...transitionValues },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => updateBlueprint(crm, input)),
  ...writes(transitionExample),
});
