import { input } from "@prismatic-io/spectral";
import { flag, optionalId } from "./cleaners";

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

export const debugRequest = input({
  label: "Debug Request",
  type: "boolean",
  default: "false",
  comments:
    "When true, each request is logged with what is sent and answered, without secrets, and up to 2,000 characters of each.",
  clean: flag("Debug Request"),
});
