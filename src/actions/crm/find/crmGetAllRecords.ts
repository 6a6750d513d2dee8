import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { maxRecords } from "../../../inputs/paging";
import { queriedFields } from "../../../inputs/records";
import { allRecordsExample } from "../../../outputs/crm/records";
import { reads } from "../../../outputs/output";
import { getAllRecords } from "../../../zoho/crm/records/allRecords";

export const crmGetAllRecords = action({
  display: {
    label: "CRM - Get All Records",
    description:
      "Returns all records of a module by the cheapest way, and says which it was and what it cost.",
  },
  inputs: { connection, recordType: viewableModule, fields: queriedFields, maxRecords },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getAllRecords(crm, input)),
  ...reads(allRecordsExample),
});
