import { crmPicker } from "../../define";
import { searchText } from "../../inputs/conditions";
import { viewableModule } from "../../inputs/modules";
import { parentOfNote, recordId } from "../../inputs/records";
import {
  attachmentChoices,
  fromAddressChoices,
  noteChoices,
  recordChoices,
  userChoices,
} from "../../zoho/crm/metadata/choices";

export const selectCrmRecord = crmPicker({
  label: "Select CRM Record",
  description:
    "Lists up to 5,000 records of a module by name, the most recently changed first, and says when there are more; Search Text narrows them.",
  inputs: { recordType: viewableModule, searchText },
  call: (crm, { recordType, searchText }) => recordChoices(crm, recordType, searchText),
  example: [{ key: "5725767000000524001", label: "Ada Burns" }],
});

export const selectFromAddress = crmPicker({
  label: "Select From Address",
  description: "Lists the addresses that the connected user may send emails from.",
  inputs: {},
  call: fromAddressChoices,
  example: [{ key: "patricia.boyle@example.com", label: "Patricia Boyle <patricia.boyle@example.com>" }],
});

export const selectLead = crmPicker({
  label: "Select Lead",
  description:
    "Lists up to 5,000 leads by name, the most recently changed first, and says when there are more; Search Text narrows them.",
  inputs: { searchText },
  call: (crm, { searchText }) => recordChoices(crm, "Leads", searchText),
  example: [{ key: "5725767000000524001", label: "Ada Burns" }],
});

export const selectDeal = crmPicker({
  label: "Select Deal",
  description:
    "Lists up to 5,000 deals by name, the most recently changed first, and says when there are more; Search Text narrows them.",
  inputs: { searchText },
  call: (crm, { searchText }) => recordChoices(crm, "Deals", searchText),
  example: [{ key: "5725767000000526001", label: "Zylker, first order" }],
});

export const selectNote = crmPicker({
  label: "Select Note",
  description:
    "Lists up to 1,000 notes by title or first words, the most recently changed first: those of a record, or of the whole organization, which Zoho lists for administrators alone.",
  inputs: parentOfNote,
  call: noteChoices,
  example: [{ key: "5725767000000540001", label: "First call" }],
});

export const selectAttachment = crmPicker({
  label: "Select Attachment",
  description: "Lists up to 1,000 attachments of a record by the names of their files.",
  inputs: { recordType: viewableModule, recordId },
  call: attachmentChoices,
  example: [{ key: "5725767000000530001", label: "contract.txt" }],
});

export const selectUser = crmPicker({
  label: "Select User",
  description: "Lists the active users of the organization, up to 3,000.",
  inputs: {},
  call: userChoices,
  example: [{ key: "5725767000000411001", label: "Patricia Boyle" }],
});
