import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { taggedIds, taggingInputs, tags } from "../../../inputs/crm/tags";
import { updatableModule } from "../../../inputs/modules";
import { untaggedExample } from "../../../outputs/crm/tags";
import { writes } from "../../../outputs/output";
import { removeTags } from "../../../zoho/crm/tags/tagging";

export const crmRemoveTags = action({
  display: {
    label: "CRM - Remove Tags",
    description: "Takes tags off any number of records and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordIds: taggedIds,
    tags,
    ...taggingInputs,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => removeTags(crm, input)),
  ...writes(untaggedExample),
});
