import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { layoutsExample } from "../../../outputs/crm/metadata";
import { reads } from "../../../outputs/output";
import { getLayouts } from "../../../zoho/crm/metadata";

export const crmGetLayouts = action({
  display: {
    label: "CRM - Get Layouts",
    description: "Returns the layouts of a module with their sections and fields.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
  },
  perform: (context, { connection, recordType }) =>
    onCrm(context, connection, async (crm) => ({ layouts: await getLayouts(crm, recordType) })),
  ...reads(layoutsExample),
});
