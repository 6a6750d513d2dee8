import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fromAddressesExample } from "../../../outputs/crm/email";
import { reads } from "../../../outputs/output";
import { getFromAddresses } from "../../../zoho/crm/email/email";

export const crmGetFromAddresses = action({
  display: {
    label: "CRM - Get From Addresses",
    description: "Returns the addresses that the connected user may send emails from.",
  },
  inputs: {
    connection,
  },
  perform: (context, { connection }) => onCrm(context, connection, getFromAddresses),
  ...reads(fromAddressesExample),
});
