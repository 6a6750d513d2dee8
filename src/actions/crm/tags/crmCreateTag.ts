import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { colorCode, tagName } from "../../../inputs/crm/tags";
import { updatableModule } from "../../../inputs/modules";
import { tagCreatedExample } from "../../../outputs/crm/tags";
import { writes } from "../../../outputs/output";
import { createTag } from "../../../zoho/crm/tags/tags";

export const crmCreateTag = action({
  display: {
    label: "CRM - Create Tag",
    description: "Creates a tag in a module.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    tagName,
    colorCode,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => createTag(crm, input)),
  ...writes(tagCreatedExample),
});
