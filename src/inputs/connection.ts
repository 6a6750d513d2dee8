import { input } from "@prismatic-io/spectral";
import { optionalId } from "./cleaners";

export const connection = input({
  label: "Connection",
  type: "connection",
  required: true,
  comments: "The Zoho connection to use.",
});

export const organizationId = input({
  label: "Organization ID",
  type: "string",
  dataSource: "selectOrganization",
  placeholder: "Select an organization",
  comments:
    "The unique identifier of the Zoho Books organization to work in. Leave empty when the connected user belongs to one only.",
  example: "10234695",
  clean: optionalId("Organization ID"),
});
