import { input } from "@prismatic-io/spectral";
import { optionalId } from "../cleaners";

export const organizationId = input({
  label: "Organization ID",
  type: "string",
  dataSource: "selectOrganization",
  placeholder: "Select an organisation",
  comments:
    "The unique identifier of the Zoho Books organisation to work in. Leave empty when the connected user belongs to one only.",
  example: "10234695",
  clean: optionalId("Organization ID"),
});
