import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { modulesExample } from "../../../outputs/crm/metadata";
import { reads } from "../../../outputs/output";
import { getModules } from "../../../zoho/crm/metadata";

export const crmGetModules = action({
  display: {
    label: "CRM - Get Modules",
    description: "Returns the modules of the organisation, custom modules included.",
  },
  inputs: { connection },
  perform: (context, { connection }) =>
    onCrm(context, connection, async (crm) => ({ modules: await getModules(crm) })),
  ...reads(modulesExample),
});
