import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { allowFailedParts, parts, rollbackOnFail, sequential } from "../../../inputs/crm/composite";
import { compositeExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { compositeRequest } from "../../../zoho/crm/composite/composite";

export const crmCompositeRequest = action({
  display: {
    label: "CRM - Composite Request",
    description:
      "Sends up to five requests to Zoho CRM in one, in which one may use what another answered, and all can be undone when one fails.",
  },
  inputs: { connection, parts, rollbackOnFail, sequential, allowFailedParts },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => compositeRequest(crm, input)),
  ...writes(compositeExample),
});
