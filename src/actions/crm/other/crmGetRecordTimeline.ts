import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId, timelinePerPage } from "../../../inputs/crm/recordActions";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords, pageToken, sortOrder } from "../../../inputs/paging";
import { timelineExample } from "../../../outputs/crm/recordActions";
import { reads } from "../../../outputs/output";
import { getRecordTimeline } from "../../../zoho/crm/recordActions/timeline";

export const crmGetRecordTimeline = action({
  display: {
    label: "CRM - Get Record Timeline",
    description: "Returns what happened to a record: who changed what when, and from what to what.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId: ownRecordId,
    fetchAll,
    maxRecords,
    per_page: timelinePerPage,
    page_token: pageToken,
    sort_order: sortOrder,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getRecordTimeline(crm, input)),
  ...reads(timelineExample),
});
