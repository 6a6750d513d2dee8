import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId } from "../../../inputs/crm/recordActions";
import { viewableModule } from "../../../inputs/modules";
import { blueprintExample } from "../../../outputs/crm/recordActions";
import { reads } from "../../../outputs/output";
import { getBlueprint } from "../../../zoho/crm/recordActions/blueprint";

export const crmGetBlueprint = action({
  display: {
    label: "CRM - Get Blueprint",
    description:
      "Returns where a record stands in its blueprint, the transitions that lead on from there, and the fields that each makes mandatory.",
  },
  inputs: { connection, recordType: viewableModule, recordId: ownRecordId },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getBlueprint(crm, input)),
  ...reads(blueprintExample),
});
