import { crmAction } from "../../define";
import { ownRawInputs } from "../../inputs/raw";
import { crmRawCall } from "../../zoho/crm/raw";
import { recordPageInfo } from "./exampleValues";

const rawExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns" }],
  info: recordPageInfo,
};

export const crmRawRequest = crmAction({
  label: "CRM - Raw Request",
  description:
    "Sends a request to any path of the Zoho CRM API, written by hand or picked from all of Zoho's operations, and refuses wrong paths and methods before they are sent.",
  inputs: ownRawInputs({
    picker: "selectCrmOperation",
    bodies: "selectCrmBody",
    operation: "GET /{module}/{recordID}",
    pathValues: "module: Leads",
    url: "/crm/v8/Leads",
    body: '{ "data": [{ "Last_Name": "Burns" }] }',
    parameter: "fields: Last_Name,Email",
    more: "The product and the API version may be left out, as in `/Leads` for `/crm/v8/Leads`.",
  }),
  call: crmRawCall,
  writes: true,
  example: rawExample,
});
