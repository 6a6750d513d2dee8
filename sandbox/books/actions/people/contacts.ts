import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { doesNotExist, invalidValue } from "../../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../../core/values";
import { takeFields } from "../../engine/fields";
import { bodyOf, recordAt, recordOf } from "../../engine/find";
import { brief } from "../../engine/show";
import { setFields } from "../../engine/write";
import { markPrimary } from "../../rules/contacts";
import { typeAt } from "../../table";
import { fields } from "../../table/fields";
import type { RecordType } from "../../table/recordType";
import { recordAction } from "../action";

/** A further address of a contact: kept with the contact, and no record of its own. */
const addressType: RecordType = {
  path: "contacts/address",
  area: "contacts",
  keys: ["addresses", "address_info", "address_id"],
  noun: "Address",
  messages: [
    "The address has been created.",
    "The address has been updated.",
    "The address has been deleted.",
  ],
  fields: fields.addresses,
};

const further = (contact: Row): Draft[] => objectsOf(contact._addresses);

function withAddress(contact: Row, id: string | undefined): Draft {
  const found = further(contact).find((address) => address.address_id === id);
  if (!found) throw doesNotExist("Address");
  return found;
}

const addressRoutes: Route[] = [
  recordAction("GET", "contacts", "address", (_, contact) => {
    const own = objectsOf([contact.billing_address, contact.shipping_address]);
    return done("success", { addresses: [...own, ...further(contact)] });
  }),
  recordAction(
    "POST",
    "contacts",
    "address",
    ({ organization, body }, contact, type) => {
      const address_info = { ...takeFields(addressType, body), address_id: organization.nextId() };
      setFields(organization, type, contact, { _addresses: [...further(contact), address_info] });
      return done("The address has been created.", { address_info });
    },
    { name: "address/create" },
  ),
  recordAction(
    "PUT",
    "contacts",
    "address/:address_id",
    ({ organization, body, params }, contact, type) => {
      const before = withAddress(contact, params.address_id);
      const address_info = { ...before, ...takeFields(addressType, body), address_id: before.address_id };
      const _addresses = further(contact).map((address) => (address === before ? address_info : address));
      setFields(organization, type, contact, { _addresses });
      return done("The address has been updated.", { address_info });
    },
    { name: "address/update" },
  ),
  recordAction(
    "DELETE",
    "contacts",
    "address/:address_id",
    ({ organization, params }, contact, type) => {
      const before = withAddress(contact, params.address_id);
      setFields(organization, type, contact, {
        _addresses: further(contact).filter((address) => address !== before),
      });
      return done("The address has been deleted.");
    },
    { name: "address/delete" },
  ),
];

/** A switch of a contact or an invoice: what it sets, and what Books says. */
const setting = (path: string, action: string, changes: Draft, message: string): Route =>
  recordAction("POST", path, action, ({ organization }, row, type) => {
    setFields(organization, type, row, changes);
    return done(message);
  });

const settings: Route[] = [
  setting(
    "contacts",
    "paymentreminder/enable",
    { payment_reminder_enabled: true },
    "All reminders associated with this contact have been enabled.",
  ),
  setting(
    "contacts",
    "paymentreminder/disable",
    { payment_reminder_enabled: false },
    "All reminders associated with this contact have been stopped.",
  ),
  setting("contacts", "track1099", { track_1099: true }, "1099 tracking is enabled."),
  setting("contacts", "untrack1099", { track_1099: false }, "1099 tracking is disabled."),
  setting("invoices", "paymentreminder/enable", { payment_reminder_enabled: true }, "Reminders enabled."),
  setting("invoices", "paymentreminder/disable", { payment_reminder_enabled: false }, "Reminders stopped."),
];

/** The payments of a contact's retainer invoices that are not used up. */
const unusedRetainers = (organization: BooksOrganization, contactId: string): Row[] =>
  organization
    .records("customerpayments")
    .find("customer_id", contactId)
    .filter((payment) => {
      const applied = organization.applications.from(textOf(payment.payment_id));
      return (
        !isEmpty(payment.retainerinvoice_id) ||
        applied.some(({ target }) => target.path === "retainerinvoices")
      );
    });

export const contactRoutes: Route[] = [
  ...addressRoutes,
  ...settings,
  recordAction("POST", "contacts", "portal/enable", (call, contact, type) => {
    const { organization } = call;
    const persons = objectsOf(bodyOf(call).contact_persons);
    if (persons.length === 0) throw invalidValue("contact_persons");
    for (const { contact_person_id } of persons) {
      const person = recordAt(organization, "contacts/contactpersons", contact_person_id);
      organization
        .records("contacts/contactpersons")
        .put({ ...person, is_added_in_portal: true, enable_portal: true });
    }
    setFields(organization, type, contact, { is_portal_enabled: true, portal_status: "enabled" });
    return done("Client Portal preferences have been updated");
  }),
  recordAction("GET", "contacts", "comments", () =>
    done("success", { contact_comments: [], page_context: emptyPage }),
  ),
  recordAction("GET", "contacts", "refunds", ({ organization }, contact) => {
    const id = textOf(contact.contact_id);
    const creditnote_refunds = organization
      .records("creditnotes/refunds")
      .find("customer_id", id)
      .map((row) => brief(organization, typeAt("creditnotes/refunds"), row));
    return done("success", { creditnote_refunds, page_context: emptyPage });
  }),
  recordAction("GET", "contacts", "receivables/unusedretainerpayments", ({ organization }, contact) =>
    done("success", {
      unused_credits_receivable: unusedRetainers(organization, textOf(contact.contact_id)).map((row) =>
        brief(organization, typeAt("customerpayments"), row),
      ),
    }),
  ),
  booksRoute(
    "contacts.contactpersons.primary",
    "POST contacts/contactpersons/:contact_person_id/primary",
    "contacts",
    (call) => {
      markPrimary(recordOf(call, typeAt("contacts/contactpersons")), call.organization);
      return done("This contact person has been marked as your primary contact person.");
    },
  ),
];

const emptyPage = { page: 1, per_page: 200, has_more_page: false };
