import { input } from "@prismatic-io/spectral";
import { booksAction } from "../../define";
import { oneOf } from "../../inputs/books";
import { requiredId } from "../../inputs/cleaners";
import { importFromCrm } from "../../zoho/books/crmImport";

const crmModule = input({
  ...oneOf("CRM Module", {
    Accounts: "Accounts",
    Contacts: "Contacts",
    Vendors: "Vendors",
    Products: "Products",
  }),
  comments:
    "The CRM module of the record. Accounts, contacts and vendors become contacts, products become items.",
});

const crmRecordId = input({
  label: "CRM Record ID",
  type: "string",
  required: true,
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record in Zoho CRM.",
  example: "5725767000000524001",
  clean: requiredId("CRM Record ID"),
});

/** The id of a contact stands under both names that Zoho has for it. */
const importedExample = {
  code: 0,
  message: "success",
  data: { contact_id: "460000000026049", customer_id: "460000000026049" },
};

export const booksImportFromCrm = booksAction({
  label: "Books - Import From CRM",
  description: "Takes an account, contact, vendor or product of Zoho CRM into Zoho Books.",
  inputs: { crmModule, crmRecordId },
  call: importFromCrm,
  writes: true,
  example: importedExample,
});
