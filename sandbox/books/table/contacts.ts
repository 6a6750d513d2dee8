import { contactPersons, contacts } from "../rules/contacts";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

/** @see https://www.zoho.com/books/api/v3/contacts/ */
export const contactTypes: RecordType[] = [
  {
    path: "contacts",
    area: "contacts",
    keys: ["contacts", "contact", "contact_id"],
    noun: "Contact",
    messages: [
      "The contact has been added.",
      "Contact information has been saved.",
      "The customer has been deleted.",
    ],
    required: "contact_name",
    fields: fields.contacts,
    filters: `contact_type contact_name company_name first_name last_name address email phone zcrm_contact_id
      zcrm_account_id zcrm_vendor_id`,
    filterBy: `Status.All Status.Active Status.Inactive Status.Duplicate Status.PortalEnabled Status.PortalDisabled
      Invoice.OverDue Invoice.Unpaid Status.CreditLimitExceed Status.Crm`,
    search: "contact_name notes",
    sort: "contact_name first_name last_name email outstanding_receivable_amount created_time last_modified_time",
    order: "contact_name A",
    unique: {
      field: "contact_name",
      code: 3062,
      message: (name) => `The customer "${name}" already exists. Please specify a different name.`,
    },
    upsert: true,
    customFields: true,
    rules: contacts,
  },
  {
    path: "contacts/contactpersons",
    area: "contacts",
    keys: ["contact_persons", "contact_person", "contact_person_id"],
    noun: "Contact person",
    messages: [
      "The contactperson has been Created",
      "The contactperson details has been updated.",
      "The contact person has been deleted.",
    ],
    required: "contact_id first_name",
    fields: fields.contactPersons,
    parent: { path: "contacts", id: "contact_id" },
    at: {
      list: "contacts/:contact_id/contactpersons",
      get: "contacts/:contact_id/contactpersons/:contact_person_id",
      create: "contacts/contactpersons",
      update: "contacts/contactpersons/:contact_person_id",
      remove: "contacts/contactpersons/:contact_person_id",
    },
    order: "created_time A",
    rules: contactPersons,
  },
];
