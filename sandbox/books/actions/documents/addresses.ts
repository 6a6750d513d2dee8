import type { Route } from "../../../http/route";
import { done } from "../../call";
import { partsOf, textOf } from "../../core/values";
import { takeFields } from "../../engine/fields";
import { setFields } from "../../engine/write";
import { typeAt } from "../../table";
import { fields } from "../../table/fields";
import type { RecordType } from "../../table/recordType";
import { recordAction } from "../action";

const addressType: RecordType = { ...typeAt("contacts"), fields: `${fields.addresses} is_update_customer?` };

/**
 * Changes the address of one document, and that of its contact too where `is_update_customer` asks for it.
 */
const address = (path: string, kind: "billing" | "shipping", message: string): Route =>
  recordAction("PUT", path, `address/${kind}`, ({ organization, body }, row, type) => {
    const { is_update_customer, ...given } = takeFields(addressType, body);
    const field = `${kind}_address`;
    const changed = { ...partsOf(row[field]), ...given };
    setFields(organization, type, row, { [field]: changed });
    const contact = organization.records("contacts").get(textOf(row.customer_id ?? row.vendor_id));
    if (is_update_customer === true && contact) {
      setFields(organization, typeAt("contacts"), contact, {
        [field]: { ...partsOf(contact[field]), ...given },
      });
    }
    return done(message, { [field]: changed });
  });

const addresses: readonly [path: string, kinds: readonly ("billing" | "shipping")[], end: string][] = [
  ["invoices", ["billing", "shipping"], ""],
  ["estimates", ["billing", "shipping"], ""],
  ["creditnotes", ["billing", "shipping"], ""],
  ["retainerinvoices", ["billing"], ""],
  ["salesorders", ["billing", "shipping"], "."],
  ["bills", ["billing"], "."],
  ["purchaseorders", ["billing"], "."],
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The addresses that a document has for itself. */
export const addressRoutes: Route[] = addresses.flatMap(([path, kinds, end]) =>
  kinds.map((kind) => address(path, kind, `${capital(kind)} address updated${end}`)),
);
