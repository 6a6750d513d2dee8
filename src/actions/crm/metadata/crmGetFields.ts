import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { fieldsExample } from "../../../outputs/crm/metadata";
import { reads } from "../../../outputs/output";
import { getFields } from "../../../zoho/crm/metadata";

export const crmGetFields = action({
  display: {
    label: "CRM - Get Fields",
    description: "Returns the fields of a module with their types, limits and picklist values.",
  },
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    onCrm(context, connection, async (crm) => ({ fields: await getFields(crm, recordType) })),
  ...reads(fieldsExample),
});
