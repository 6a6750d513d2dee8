import { isDate } from "../core/dates";
import { notAllowed } from "../core/refusal";
import { isTrue, textOf } from "../core/values";
import { setStatus } from "../money/status";
import { appliedCredits } from "./applied";
import { document } from "./document";
import { recurring } from "./recurring";
import { keepPaid, takeBack } from "./removal";

export const invoices = document({
  side: "sale",
  state: "draft",
  hasDueDate: true,
  also: {
    complete(draft) {
      draft.write_off_amount ??= 0;
      draft.payment_reminder_enabled ??= true;
      draft.is_viewed_by_client ??= false;
      draft.payment_expected_date ??= "";
      draft.allow_partial_payments ??= false;
      draft.reminders_sent ??= 0;
    },
    stored(row, { organization }) {
      setStatus(organization, "estimates", textOf(row.invoiced_estimate_id), "invoiced");
      setStatus(organization, "salesorders", textOf(row.salesorder_id), "invoiced");
    },
    mayRemove: keepPaid("invoice_id"),
  },
});

export const retainerInvoices = document({
  side: "sale",
  state: "draft",
  also: { mayRemove: keepPaid("retainerinvoice_id") },
});

/** An estimate that nobody accepted or declined expires with its day. */
export const estimates = document({
  side: "sale",
  state: "draft",
  also: {
    complete(draft, { organization }) {
      const isOver = isDate(textOf(draft.expiry_date)) && textOf(draft.expiry_date) < organization.today();
      if (draft._state === "sent") draft.status = isOver ? "expired" : "sent";
    },
  },
});

export const salesOrders = document({
  side: "sale",
  state: "draft",
  also: {
    mayRemove(row) {
      if (row.status === "invoiced") throw notAllowed("An invoiced sales order cannot be deleted.");
    },
  },
});

/** A sale that is paid as it is made. */
export const salesReceipts = document({ side: "sale", state: "draft" });

export const creditNotes = document({
  side: "sale",
  state: "open",
  also: {
    complete(draft, { before, given }) {
      if (!before && isTrue(given.is_draft)) Object.assign(draft, { _state: "draft", status: "draft" });
    },
    show: appliedCredits("creditnote_id", "invoices"),
    removed: takeBack("creditnote_id"),
  },
});

export const recurringInvoices = recurring("next_invoice_date", "sale");
