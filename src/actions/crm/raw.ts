import { crmAction } from "../../define";
import { rawInputs } from "../../inputs/raw";
import { crmRawCall } from "../../zoho/crm/raw";

const rawExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns" }],
  info: { count: 1, more_records: false },
};

export const crmRawRequest = crmAction({
  label: "CRM - Raw Request",
  description: "Sends a request to any path of the Zoho CRM API.",
  inputs: { ...rawInputs },
  call: crmRawCall,
  writes: true,
  example: rawExample,
});
