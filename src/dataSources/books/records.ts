import { booksPicker, zohoPicker } from "../../define";
import {
  actionableType,
  hasOthersUnder,
  listableType,
  nested,
  parentRecordId,
  parentRecordType,
  recordType,
} from "../../inputs/books";
import { operationSearch, pickedOperation, searchText } from "../../inputs/conditions";
import { actionChoices, fieldChoices, organizationChoices, recordChoices } from "../../zoho/books/choices";
import { bodyTemplates, operationChoices } from "../../zoho/books/raw";

const anyType = recordType(`The type of the record. ${nested}`, () => true);

/** For the picker of parents, which needs to know what to list. */
const requiredParentType = recordType("The type of the records to choose from.", hasOthersUnder);

export const selectAccount = booksPicker({
  label: "Select Books Account",
  description: "Lists up to 5,000 accounts of the Books chart of accounts by name; Search Text narrows them.",
  inputs: { searchText },
  call: (books, { searchText }) => recordChoices(books, { recordType: "chartofaccounts", searchText }),
  example: [{ key: "460000000000358", label: "Undeposited Funds" }],
});

export const selectBooksField = booksPicker({
  label: "Select Books Field",
  description: "Lists the fields that a record of a type can be given, custom fields in use included.",
  inputs: { recordType: anyType, parentRecordType },
  call: fieldChoices,
  example: [{ key: "customer_id", label: "Customer ID" }],
});

export const selectBooksParentRecord = booksPicker({
  label: "Select Books Parent Record",
  description: "Lists up to 5,000 records of the parent type by name; Search Text narrows them.",
  inputs: { parentRecordType: requiredParentType, searchText },
  call: (books, { parentRecordType, searchText }) =>
    recordChoices(books, { recordType: parentRecordType, searchText }),
  example: [{ key: "460000000044019", label: "Network Distribution, Bowman & Co" }],
});

export const selectBooksRecord = booksPicker({
  label: "Select Books Record",
  description: "Lists up to 5,000 records of a Books type by name; Search Text narrows them.",
  inputs: { recordType: listableType, parentRecordType, parentRecordId, searchText },
  call: recordChoices,
  example: [{ key: "982000000567114", label: "INV-00003, Bowman & Co" }],
});

export const selectBooksRecordAction = zohoPicker({
  label: "Select Books Record Action",
  description: "Lists what can be done to a record of a type.",
  inputs: { recordType: actionableType, parentRecordType },
  call: async (_, input) => actionChoices(input),
  example: [{ key: "markSent", label: "Mark Sent" }],
});

export const selectBooksOperation = zohoPicker({
  label: "Select Books Operation",
  description:
    "Lists every operation of Zoho Books with its scope, credits and parameters; Search Text narrows them.",
  inputs: { searchText: operationSearch },
  call: (_, { searchText }) => operationChoices(searchText),
  example: [
    {
      key: "POST /invoices/{invoice_id}/status/sent",
      label:
        "Invoices: mark invoice sent: POST /invoices/{invoice_id}/status/sent (1 credit, scope ZohoBooks.invoices.CREATE)",
    },
  ],
});

export const selectBooksBody = zohoPicker({
  label: "Select Books Request Body",
  description:
    "Gives a template of the body that an operation of Zoho Books takes: JSON with the keys that it needs and some of the others. Lists nothing for one that takes no body.",
  inputs: { operation: pickedOperation },
  call: (_, { operation }) => bodyTemplates(operation),
  example: [{ key: '{ "project_name": "text" }', label: '{"project_name":"text"}' }],
});

export const selectItem = booksPicker({
  label: "Select Books Item",
  description: "Lists up to 5,000 Books items by name; Search Text narrows them.",
  inputs: { searchText },
  call: (books, { searchText }) => recordChoices(books, { recordType: "items", searchText }),
  example: [{ key: "982000000030049", label: "Hard Drive" }],
});

export const selectOrganization = zohoPicker({
  label: "Select Books Organization",
  description: "Lists the Zoho Books organizations of the connected user.",
  inputs: {},
  call: ({ books }) => organizationChoices(books()),
  example: [{ key: "10229182", label: "Zillium Inc" }],
});

export const selectTax = booksPicker({
  label: "Select Books Tax",
  description: "Lists up to 5,000 Books taxes by name; Search Text narrows them.",
  inputs: { searchText },
  call: (books, { searchText }) => recordChoices(books, { recordType: "settings/taxes", searchText }),
  example: [{ key: "982000000557028", label: "VAT" }],
});
