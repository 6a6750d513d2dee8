import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { tag } from "../../../inputs/crm/tags";
import { updatableModule } from "../../../inputs/modules";
import { tagRemovedExample } from "../../../outputs/crm/tags";
import { writes } from "../../../outputs/output";
import { removeTag } from "../../../zoho/crm/tags/tags";

export const crmRemoveTag = action({
  display: {
    label: "CRM - Remove Tag",
    description: "Deletes a tag of a module, which all its records lose.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    tag,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => removeTag(crm, input)),
  ...writes(tagRemovedExample),
});
