import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { overwrite, taggedIds, taggingInputs, tags } from "../../../inputs/crm/tags";
import { updatableModule } from "../../../inputs/modules";
import { taggedExample } from "../../../outputs/crm/tags";
import { writes } from "../../../outputs/output";
import { addTags } from "../../../zoho/crm/tags/tagging";

export const crmAddTags = action({
  display: {
    label: "CRM - Add Tags",
    description: "Adds tags to any number of records and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordIds: taggedIds,
    tags,
    overwrite,
    ...taggingInputs,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => addTags(crm, input)),
  ...writes(taggedExample),
});
