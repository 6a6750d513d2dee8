import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { countedViewId, criteria, criteriaParameters, email, phone, word } from "../../../inputs/crm/search";
import { viewableModule } from "../../../inputs/modules";
import { countExample } from "../../../outputs/crm/recordActions";
import { reads } from "../../../outputs/output";
import { countRecords } from "../../../zoho/crm/recordActions/count";

export const crmCountRecords = action({
  display: {
    label: "CRM - Count Records",
    description: "Returns how many records a module has, or a custom view of it, or a search.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    customViewId: countedViewId,
    criteria,
    parameters: criteriaParameters,
    email,
    phone,
    word,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => countRecords(crm, input)),
  ...reads(countExample),
});
