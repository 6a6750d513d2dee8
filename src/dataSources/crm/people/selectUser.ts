import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { userChoices } from "../../../zoho/crm/settingChoices";

export const selectUser = dataSource({
  display: {
    label: "Select User",
    description: "Lists the active users of the organisation, up to 1,000.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) => chooseFromCrm(context, connection, userChoices),
  examplePayload: { result: [{ key: "5725767000000411001", label: "Patricia Boyle" }] },
});
