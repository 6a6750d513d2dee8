import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fetchAll, maxRecords } from "../../../inputs/paging";
import { includeFieldMetadata, parameters, query } from "../../../inputs/query";
import { queryExample } from "../../../outputs/crm/find";
import { reads } from "../../../outputs/output";
import { runQuery } from "../../../zoho/crm/query/query";

export const crmRunQuery = action({
  display: {
    label: "CRM - COQL Query",
    description: "Runs a COQL query and returns its rows, one page of up to 2,000 or all of them.",
  },
  inputs: { connection, query, parameters, fetchAll, maxRecords, includeFieldMetadata },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => runQuery(crm, input)),
  ...reads(queryExample),
});
