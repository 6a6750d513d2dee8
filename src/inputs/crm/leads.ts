import { input } from "@prismatic-io/spectral";
import { isObject } from "../../zoho/core/json";
import { flag, idList, optionalChoice, optionalId, requiredId, textList } from "../cleaners";
import { dynamicValues, fieldValues, record, recordId } from "../records";

/** An ID, given plainly or as the object that Zoho's answers have. */
const plainOrObject =
  (label: string) =>
  (value: unknown): string | undefined =>
    optionalId(label)(isObject(value) ? (value.id ?? value) : value);

export const leadId = input({
  label: "Record ID",
  type: "string",
  required: true,
  placeholder: "Enter a lead's ID",
  comments: "The unique identifier of the lead.",
  example: "5725767000000524001",
  clean: requiredId("Record ID"),
});

export const leadIds = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a lead's ID",
  comments: "The unique identifiers of the leads. Maximum is 50. Needed unless a Job ID is given.",
  example: "5725767000000524001",
  clean: idList("Record IDs", 50),
});

export const accountId = input({
  label: "Account ID",
  type: "string",
  placeholder: "Enter an account's ID",
  comments:
    "The unique identifier of an existing account to add the lead to, plainly or as an object with an id. Leave empty for a new account.",
  example: "5725767000000524002",
  clean: plainOrObject("Account ID"),
});

export const contactId = input({
  label: "Contact ID",
  type: "string",
  placeholder: "Enter a contact's ID",
  comments:
    "The unique identifier of an existing contact to add the lead to, plainly or as an object with an id. Leave empty for a new contact.",
  example: "5725767000000524003",
  clean: plainOrObject("Contact ID"),
});

export const addToExisting = input({
  label: "Add To Existing",
  type: "boolean",
  default: "false",
  comments:
    "When true, Zoho looks for an account and contact that the lead is the same as, and adds the lead to them.",
  clean: flag("Add To Existing"),
});

export const overwrite = input({
  label: "Overwrite",
  type: "boolean",
  default: "false",
  comments: "When true, the lead's values take the place of those of the existing account and contact.",
  clean: flag("Overwrite"),
});

export const notifyLeadOwner = input({
  label: "Notify Lead Owner",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the lead's owner by e-mail.",
  clean: flag("Notify Lead Owner"),
});

export const notifyNewOwner = input({
  label: "Notify New Owner",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the owner of the new records by e-mail.",
  clean: flag("Notify New Owner"),
});

export const assignTo = input({
  label: "Assign To",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user who gets the new records. Leave empty for the lead's owner.",
  example: "5725767000000411001",
  clean: plainOrObject("Assign To"),
});

const targets = ["Contacts", "Accounts", "Deals"] as const;
const targetModel = targets.map((name) => ({ label: name, value: name }));
const targetOf = optionalChoice("Carry Over Tags", targets);

export const carryOverTags = input({
  label: "Carry Over Tags",
  type: "string",
  collection: "valuelist",
  model: targetModel,
  comments: "The kinds of new record that get all tags of the lead: Contacts, Accounts, Deals.",
  example: "Contacts",
  clean: (value: unknown) =>
    textList("Carry Over Tags")(value)
      .map(targetOf)
      .filter((target) => target !== undefined),
});

export const moveAttachmentsTo = input({
  label: "Move Attachments To",
  type: "string",
  model: targetModel,
  comments: "The kind of new record that gets the lead's attachments. Zoho chooses when this is empty.",
  example: "Contacts",
  clean: optionalChoice("Move Attachments To", targets),
});

const deal =
  "the deal that the lead becomes. It needs Deal_Name, Stage and Closing_Date; none is made when nothing is given.";

/** The values of the deal. */
export const dealInputs = {
  fieldValues: input({
    ...fieldValues,
    label: "Deal Values",
    dataSource: undefined,
    comments: `The fields, by API name or label, and values of ${deal}`,
    example: "Deal_Name: Zylker, first order",
  }),
  dynamicValues: input({
    ...dynamicValues,
    label: "Dynamic Deal Fields",
    comments: `An object from an earlier step with the fields and values of ${deal} Deal Values take precedence.`,
    example: '{ "Deal_Name": "Zylker, first order", "Stage": "Qualification", "Closing_Date": "2026-06-30" }',
  }),
  record: input({
    ...record,
    label: "Deal",
    comments: `A JSON object with the fields and values of ${deal} The other two inputs take precedence.`,
    example: '{ "Deal_Name": "Zylker, first order", "Stage": "Qualification", "Closing_Date": "2026-06-30" }',
  }),
};

export const contactRoleId = input({
  label: "Contact Role ID",
  type: "string",
  placeholder: "Enter a contact role ID",
  comments: "The unique identifier of the role that the contact has in the deal.",
  example: "5725767000000006871",
  clean: optionalId("Contact Role ID"),
});

const sources = ["Quotes", "Sales_Orders"] as const;
const outcomes = ["Sales_Orders", "Invoices"] as const;

const required =
  <T extends string>(label: string, choices: readonly T[]) =>
  (value: unknown): T => {
    const chosen = optionalChoice(label, choices)(value);
    if (chosen !== undefined) return chosen;
    throw new Error(`${label}: expected one of ${choices.join(", ")}, got nothing.`);
  };

export const inventoryModule = input({
  label: "Record Type",
  type: "string",
  required: true,
  model: sources.map((name) => ({ label: name.replace("_", " "), value: name })),
  comments: "The module of the record: quotes or sales orders.",
  example: "Quotes",
  clean: required("Record Type", sources),
});

export const inventoryRecordId = input({
  ...recordId,
  comments: "The unique identifier of the quote or sales order.",
  clean: requiredId("Record ID"),
});

export const convertTo = input({
  label: "Convert To",
  type: "string",
  required: true,
  model: outcomes.map((name) => ({ label: name.replace("_", " "), value: name })),
  comments: "What the record becomes: a quote a sales order or an invoice, a sales order an invoice.",
  example: "Sales_Orders",
  clean: required("Convert To", outcomes),
});

export const carryOverRecordTags = input({
  label: "Carry Over Tags",
  type: "boolean",
  default: "false",
  comments: "When true, the new record gets the tags of the record.",
  clean: flag("Carry Over Tags"),
});
