import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, idList, optionalChoice, optionalId, requiredId, textList } from "../../inputs/cleaners";
import { jobInputs } from "../../inputs/jobs";
import { dynamicValues, fieldValues, record } from "../../inputs/records";
import { isObject } from "../../zoho/core/json";
import { convertLead, getConversionOptions, massConvertLeads } from "../../zoho/crm/leads";
import { converted, jobOf } from "./exampleValues";

/** An ID, given plainly or as the object that Zoho's answers have. */
const plainOrObject =
  (label: string) =>
  (value: unknown): string | undefined =>
    optionalId(label)(isObject(value) ? (value.id ?? value) : value);

const leadId = input({
  label: "Record ID",
  type: "string",
  required: true,
  dataSource: "selectLead",
  placeholder: "Select a lead",
  comments: "The unique identifier of the lead.",
  example: "5725767000000524001",
  clean: requiredId("Record ID"),
});

const leadIds = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  dataSource: "selectLead",
  placeholder: "Select a lead",
  comments: "The unique identifiers of the leads. Maximum is 50. Needed unless a Job ID is given.",
  example: "5725767000000524001",
  clean: idList("Record IDs", 50),
});

const accountId = input({
  label: "Account ID",
  type: "string",
  placeholder: "Enter an account's ID",
  comments:
    "The unique identifier of an existing account to add the lead to, plainly or as an object with an id. Leave empty for a new account.",
  example: "5725767000000524002",
  clean: plainOrObject("Account ID"),
});

const contactId = input({
  label: "Contact ID",
  type: "string",
  placeholder: "Enter a contact's ID",
  comments:
    "The unique identifier of an existing contact to add the lead to, plainly or as an object with an id. Leave empty for a new contact.",
  example: "5725767000000524003",
  clean: plainOrObject("Contact ID"),
});

const addToExisting = input({
  label: "Add To Existing",
  type: "boolean",
  default: "false",
  comments:
    "When true, Zoho looks for an account and contact that the lead is the same as, and adds the lead to them.",
  clean: flag("Add To Existing"),
});

const overwrite = input({
  label: "Overwrite Account Name",
  type: "boolean",
  default: "false",
  comments:
    "When true, an existing contact of another account moves to the account of the lead's company. The data of the existing account stay as they are.",
  clean: flag("Overwrite"),
});

const notifyLeadOwner = input({
  label: "Notify Lead Owner",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the lead's owner by e-mail.",
  clean: flag("Notify Lead Owner"),
});

const notifyNewOwner = input({
  label: "Notify New Owner",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the owner of the new records by e-mail.",
  clean: flag("Notify New Owner"),
});

const assignTo = input({
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

const carryOverTags = input({
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

const moveAttachmentsTo = input({
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
const dealInputs = {
  fieldValues: input({
    ...fieldValues,
    label: { key: "Field", value: "Deal Values" },
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

const contactRoleId = input({
  label: "Contact Role ID",
  type: "string",
  dataSource: "selectContactRole",
  placeholder: "Select a contact role",
  comments: "The unique identifier of the role that the contact has in the deal.",
  example: "5725767000000006871",
  clean: optionalId("Contact Role ID"),
});

const convertedExample = converted({
  Contacts: { name: "Ada Burns", id: "5725767000000524011" },
  Deals: { name: "Zylker, first order", id: "5725767000000524012" },
  Accounts: { name: "ABC Inc.", id: "5725767000000524013" },
});

export const crmConvertLead = crmAction({
  label: "CRM - Convert Lead",
  description:
    "Converts a lead into a contact, an account where it names a company, and a deal where one is described.",
  inputs: {
    recordId: leadId,
    ...dealInputs,
    target: structuredObjectInput({
      label: "Existing Records",
      comments: "The account and contact that the lead is added to, instead of new ones.",
      inputs: { accountId, contactId, addToExisting, overwrite },
    }),
    options: structuredObjectInput({
      label: "Conversion Options",
      comments: "Who gets the new records and hears of them, and what they take over from the lead.",
      inputs: {
        contactRoleId,
        assignTo,
        carryOverTags,
        moveAttachmentsTo,
        notifyLeadOwner,
        notifyNewOwner,
      },
    }),
  },
  call: convertLead,
  writes: true,
  example: convertedExample,
});

const conversionOptionsExample = {
  __conversion_options: {
    module_preference: null,
    Contacts: [
      {
        id: "5725767000000524011",
        Full_Name: "Ada Burns",
        Email: "ada.burns@example.com",
        Layout: { name: "Standard", id: "5725767000000091055" },
        Account_Name: { name: "ABC Inc.", id: "5725767000000524013" },
        $approval_state: "approved",
        $editable: true,
        Locked__s: false,
        Data_Processing_Basis: null,
      },
    ],
    Accounts: null,
    preference_field_matched_value: {
      Contacts: [
        {
          field: { api_name: "Email", field_label: "Email", unique: null, id: "5725767000000002599" },
          matched_lead_value: "ada.burns@example.com",
        },
      ],
      Accounts: null,
    },
    modules_with_multiple_layouts: null,
  },
};

export const crmGetLeadConversionOptions = crmAction({
  label: "CRM - Get Lead Conversion Options",
  description:
    "Returns the contacts and accounts that a lead may be the same as, and by which of its values.",
  inputs: { recordId: leadId },
  call: getConversionOptions,
  example: conversionOptionsExample,
});

const massConvertedExample = jobOf({
  Total_Count: 120,
  Converted_Count: 118,
  Not_Converted_Count: 1,
  Failed_Count: 1,
});

export const crmMassConvertLeads = crmAction({
  label: "CRM - Mass Convert Leads",
  description: "Converts up to 50 leads by a job, waits for it, and returns its counts.",
  inputs: { recordIds: leadIds, ...dealInputs, assignTo, carryOverTags, moveAttachmentsTo, ...jobInputs },
  call: massConvertLeads,
  writes: true,
  example: massConvertedExample,
});
