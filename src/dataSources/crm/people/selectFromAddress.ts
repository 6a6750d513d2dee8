import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fromAddressChoices } from "../../../zoho/crm/settingChoices";

export const selectFromAddress = dataSource({
  display: {
    label: "Select From Address",
    description: "Lists the addresses that the connected user may send emails from.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) => chooseFromCrm(context, connection, fromAddressChoices),
  examplePayload: {
    result: [{ key: "patricia.boyle@example.com", label: "Patricia Boyle <patricia.boyle@example.com>" }],
  },
});
