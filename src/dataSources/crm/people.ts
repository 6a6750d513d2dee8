import { crmPicker } from "../../define";
import { fromAddressChoices, userChoices } from "../../zoho/crm/metadata/choices";

export const selectFromAddress = crmPicker({
  label: "Select From Address",
  description: "Lists the addresses that the connected user may send emails from.",
  inputs: {},
  call: fromAddressChoices,
  example: [{ key: "patricia.boyle@example.com", label: "Patricia Boyle <patricia.boyle@example.com>" }],
});

export const selectUser = crmPicker({
  label: "Select User",
  description: "Lists the active users of the organization, up to 3,000.",
  inputs: {},
  call: userChoices,
  example: [{ key: "5725767000000411001", label: "Patricia Boyle" }],
});
