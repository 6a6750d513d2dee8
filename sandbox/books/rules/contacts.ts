import type { BooksOrganization } from "../core/organization";
import { notAllowed } from "../core/refusal";
import { type Draft, isEmpty, objectsOf, partsOf, type Row, textOf } from "../core/values";
import type { Rules } from "../table/recordType";

const address = {
  attention: "",
  address: "",
  street2: "",
  city: "",
  state: "",
  zip: "",
  country: "",
  phone: "",
  fax: "",
};
const balances = [
  "outstanding_receivable_amount",
  "unused_credits_receivable_amount",
  "outstanding_payable_amount",
  "unused_credits_payable_amount",
].flatMap((field) => [field, `${field}_bcy`]);

/** The types whose records are transactions of a contact, by the field that names it. */
const transactions = {
  customer_id:
    "estimates salesorders salesreceipts invoices recurringinvoices retainerinvoices creditnotes customerpayments expenses projects",
  vendor_id: "bills recurringbills purchaseorders vendorcredits vendorpayments expenses",
};

const hasTransactions = (organization: BooksOrganization, id: string): boolean =>
  Object.entries(transactions).some(([field, paths]) =>
    paths.split(" ").some((path) => organization.records(path).has(field, id)),
  );

const transactionsOf = (
  organization: BooksOrganization,
  id: string,
): [path: string, field: string, row: Row][] =>
  Object.entries(transactions).flatMap(([field, paths]) =>
    paths.split(" ").flatMap((path) =>
      organization
        .records(path)
        .find(field, id)
        .map((row): [string, string, Row] => [path, field, row]),
    ),
  );

const personsOf = (organization: BooksOrganization, id: string): Row[] =>
  organization.records("contacts/contactpersons").find("contact_id", id);

/**
 * Makes the persons that came with a contact the contact's persons: those with an id are changed, others are
 * new, the rest go.
 */
function replacePersons(contact: Row, given: readonly Draft[], organization: BooksOrganization): void {
  const id = textOf(contact.contact_id);
  const persons = organization.records("contacts/contactpersons");
  const known = personsOf(organization, id);
  const hasPrimary = given.some((person) => person.is_primary_contact === true);
  const kept = given.map((person, position) => {
    const before = known.find((row) => row.contact_person_id === textOf(person.contact_person_id));
    const contact_person_id = before ? before.contact_person_id : organization.nextId();
    const is_primary_contact = hasPrimary ? person.is_primary_contact === true : position === 0;
    return { ...blankPerson, ...before, ...person, contact_person_id, contact_id: id, is_primary_contact };
  });
  for (const row of known) {
    if (!kept.some((person) => person.contact_person_id === row.contact_person_id)) {
      persons.remove(textOf(row.contact_person_id));
    }
  }
  for (const person of kept) persons.put({ created_time: organization.now(), ...person });
}

const blankPerson = {
  salutation: "",
  first_name: "",
  last_name: "",
  email: "",
  phone: "",
  mobile: "",
  designation: "",
  department: "",
};

/** Copies what a contact shows of its primary person. */
function showPrimary(organization: BooksOrganization, id: string): void {
  const contact = organization.records("contacts").get(id);
  if (!contact) return;
  const primary = personsOf(organization, id).find((person) => person.is_primary_contact === true);
  const { first_name = "", last_name = "", email = "", phone = "", mobile = "" } = primary ?? {};
  const primary_contact_id = primary?.contact_person_id ?? "";
  organization
    .records("contacts")
    .put({ ...contact, first_name, last_name, email, phone, mobile, primary_contact_id });
}

/** A new name stands on all the contact's transactions too. */
function rename(contact: Row, before: Row, organization: BooksOrganization): void {
  if (contact.contact_name === before.contact_name) return;
  for (const [path, field, row] of transactionsOf(organization, textOf(contact.contact_id))) {
    const name = field === "customer_id" ? "customer_name" : "vendor_name";
    organization.records(path).put({ ...row, [name]: contact.contact_name });
  }
}

export const contacts: Rules = {
  complete(draft, { organization, before }) {
    if (isEmpty(draft.contact_type)) draft.contact_type = "customer";
    if (isEmpty(draft.currency_id)) {
      const { currency_id, currency_code, currency_symbol } = organization.details;
      Object.assign(draft, { currency_id, currency_code, currency_symbol });
    }
    draft.company_name ??= "";
    draft.payment_terms ??= 0;
    draft.payment_terms_label ??= draft.payment_terms === 0 ? "Due on Receipt" : `Net ${draft.payment_terms}`;
    draft.status ??= "active";
    draft.payment_reminder_enabled ??= true;
    draft.is_linked_with_zohocrm ??= false;
    for (const field of balances) draft[field] ??= 0;
    for (const field of ["billing_address", "shipping_address"]) {
      const known = partsOf(before?.[field]);
      draft[field] = { address_id: organization.nextId(), ...address, ...known, ...partsOf(draft[field]) };
    }
    draft.contact_persons = undefined;
  },
  stored(contact, { organization, given, before }) {
    if (given.contact_persons !== undefined)
      replacePersons(contact, objectsOf(given.contact_persons), organization);
    showPrimary(organization, textOf(contact.contact_id));
    if (before) rename(contact, before, organization);
  },
  mayRemove(contact, organization) {
    if (hasTransactions(organization, textOf(contact.contact_id))) {
      throw notAllowed("A contact with transactions cannot be deleted. It can be marked as inactive.");
    }
  },
  inList: ({ contact_name, contact_type }) => ({
    customer_name: contact_type === "customer" ? contact_name : "",
    vendor_name: contact_type === "vendor" ? contact_name : "",
  }),
  show(contact, organization) {
    const id = textOf(contact.contact_id);
    const contact_persons = personsOf(organization, id);
    return { ...contact, has_transaction: hasTransactions(organization, id), contact_persons };
  },
};

export const contactPersons: Rules = {
  complete(draft, { organization, before }) {
    for (const [field, value] of Object.entries(blankPerson)) draft[field] ??= value;
    const others = personsOf(organization, textOf(draft.contact_id));
    const isFirst = !before && others.length === 0;
    draft.is_primary_contact = isFirst || draft.is_primary_contact === true;
  },
  stored(person, { organization }) {
    if (person.is_primary_contact === true) markPrimary(person, organization);
    showPrimary(organization, textOf(person.contact_id));
  },
  removed(person, organization) {
    showPrimary(organization, textOf(person.contact_id));
  },
};

/** Makes one person the contact's primary one, and no other. */
export function markPrimary(person: Row, organization: BooksOrganization): void {
  const id = textOf(person.contact_id);
  for (const row of personsOf(organization, id)) {
    const is_primary_contact = row.contact_person_id === person.contact_person_id;
    organization.records("contacts/contactpersons").put({ ...row, is_primary_contact });
  }
  showPrimary(organization, id);
}
