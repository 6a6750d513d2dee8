import { addDays } from "../core/dates";
import type { BooksOrganization } from "../core/organization";
import { type Draft, isEmpty, isTrue, type Row, textOf } from "../core/values";
import type { Side } from "../money/lines";
import { isSource, isTarget, settledSource, settledTarget } from "../money/settle";
import { fillTotals } from "../money/totals";
import type { Rules, Write } from "../table/recordType";

/** Terms of payment as Books labels them. */
const labelOf = (days: number): string => (days === 0 ? "Due on Receipt" : `Net ${days}`);

const emptyAddress = {
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

/** The contact that a document is for, or from. */
const partyOf = (draft: Row, organization: BooksOrganization): Row =>
  organization.records("contacts").get(textOf(draft.customer_id ?? draft.vendor_id)) ?? {};

/** Fills in what a document takes from its contact and its organisation. */
export function fillParty(draft: Draft, { organization, before }: Write): void {
  const contact = partyOf(draft, organization);
  if (isEmpty(draft.currency_id)) {
    const { currency_id, currency_code, currency_symbol } = isEmpty(contact.currency_id)
      ? organization.details
      : contact;
    Object.assign(draft, { currency_id, currency_code, currency_symbol });
  }
  if (isEmpty(draft.exchange_rate)) draft.exchange_rate = 1;
  draft.email = contact.email ?? "";
  const isSame =
    before && (before.customer_id ?? before.vendor_id) === (draft.customer_id ?? draft.vendor_id);
  if (isSame) return;
  draft.billing_address = contact.billing_address ?? emptyAddress;
  draft.shipping_address = contact.shipping_address ?? emptyAddress;
}

/**
 * The day a document falls due: as given, or its date and the terms of payment, which the contact may have.
 */
export function fillDueDate(draft: Draft, write: Write): void {
  const { organization, given, before } = write;
  const own = isEmpty(draft.payment_terms) ? partyOf(draft, organization).payment_terms : draft.payment_terms;
  const days = Number(own ?? 0);
  draft.payment_terms = days;
  const isRelabelled = "payment_terms" in given && !("payment_terms_label" in given);
  if (isEmpty(draft.payment_terms_label) || isRelabelled) draft.payment_terms_label = labelOf(days);
  const isMoved = ["date", "payment_terms"].some((field) => field in given);
  if (isEmpty(draft.due_date) || (isMoved && !("due_date" in given) && before)) {
    draft.due_date = addDays(textOf(draft.date), Math.max(0, Math.round(days)));
  }
}

export interface DocumentOptions {
  side: Side;
  /** The state of a new document. */
  state: string;
  hasDueDate?: boolean;
  /** More than what all documents have. */
  also?: Rules;
}

/** The rules of everything with lines and totals: its party, dates, lines, totals, and status. */
export function document({ side, state, hasDueDate = false, also = {} }: DocumentOptions): Rules {
  return {
    ...also,
    complete(draft, write) {
      const { organization, type, query, given } = write;
      if (isEmpty(draft.date)) draft.date = organization.today();
      fillParty(draft, write);
      if (hasDueDate) fillDueDate(draft, write);
      fillTotals(draft, organization, side);
      draft._state ??= state;
      draft.status ??= draft._state;
      draft.is_emailed ??= false;
      draft.has_attachment ??= false;
      if (draft._state === "draft" && isTrue(query.get("send") ?? given.send)) {
        Object.assign(draft, { _state: "sent", status: "sent", is_emailed: true });
      }
      also.complete?.(draft, write);
      if (isTarget(type.path)) Object.assign(draft, settledTarget(organization, type.path, draft));
      if (isSource(type.path)) Object.assign(draft, settledSource(organization, type.path, draft));
    },
  };
}
