import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { rawInputs } from "../../../inputs/raw";
import { writes } from "../../../outputs/output";
import { rawExample } from "../../../outputs/raw";
import { crmRawCall } from "../../../zoho/crm/raw";

export const crmRawRequest = action({
  display: {
    label: "CRM - Raw Request",
    description: "Sends a request to any path of the Zoho CRM API.",
  },
  inputs: { connection, ...rawInputs },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => crmRawCall(crm, input)),
  ...writes(rawExample),
});
