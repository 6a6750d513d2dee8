import type { Route } from "../../http/route";
import { done } from "../call";
import { notAllowed } from "../core/refusal";
import { setFields } from "../engine/write";
import { unapply } from "../money/apply";
import { isSource, isTarget } from "../money/settle";
import { setStatus } from "../money/status";
import { idOf } from "../table/recordType";
import { recordAction } from "./action";

/**
 * A move to another state: the path under the record, the state, what Books says, and the status where it is
 * not 200.
 */
type Move = readonly [action: string, state: string, message: string, status?: 201];

const approval = (submitted: string, approved: string, state: string): Move[] => [
  ["submit", "pending_approval", submitted],
  ["approve", state, approved],
];

const recurrence = (what: string, resumed: string, status?: 201): Move[] => [
  ["status/stop", "stopped", `The ${what} has been stopped.`, status],
  ["status/resume", "active", `The ${what} has been ${resumed}.`, status],
];

const activity = (what: string, status?: 201): Move[] => [
  ["active", "active", `The ${what} has been marked as active.`, status],
  ["inactive", "inactive", `The ${what} has been marked as inactive.`, status],
];

const moves: Readonly<Record<string, readonly Move[]>> = {
  invoices: [
    ["status/sent", "sent", "Invoice status has been changed to Sent."],
    ["status/void", "void", "Invoice status has been changed to Void."],
    ["status/draft", "draft", "Status of invoice changed from void to draft"],
    ...approval(
      "The invoice has been submitted for approval successfully.",
      "You have approved the invoice.",
      "approved",
    ),
  ],
  estimates: [
    ["status/sent", "sent", "Estimate status has been changed to Sent"],
    ["status/accepted", "accepted", "Estimate status has been changed to Accepted."],
    ["status/declined", "declined", "Estimate status has been changed to Declined."],
    ...approval(
      "The estimate has been successfully submitted for approval",
      "You have approved the estimate.",
      "approved",
    ),
  ],
  salesorders: [
    ["status/open", "open", "Sales order status has been changed to Open.", 201],
    ["status/void", "void", "Sales order status has been changed to Void.", 201],
    ...approval(
      "The Sales Order has been successfully submitted for approval.",
      "You have approved the Sales Order.",
      "approved",
    ),
  ],
  retainerinvoices: [
    ["status/sent", "sent", "Retainer Invoice status has been changed to Sent."],
    ["status/void", "void", "Retainer Invoice status has been changed to 'Void'."],
    ["status/draft", "draft", "Status of retainer invoice changed from void to draft."],
    ...approval(
      "The Retainer Invoice has been successfully submitted for approval.",
      "You have approved the Retainer Invoice.",
      "approved",
    ),
  ],
  creditnotes: [
    ["status/open", "open", "Status of the credit note has been changed to open."],
    ["status/void", "void", "The credit note has been marked as void."],
    ["status/draft", "draft", "The credit note has been marked as Draft."],
    ...approval(
      "The Credit Note has been successfully submitted for approval.",
      "You have approved the Credit Note.",
      "open",
    ),
  ],
  recurringinvoices: recurrence("recurring invoice", "resumed", 201),
  recurringexpenses: recurrence("recurring expense", "activated"),
  recurringbills: recurrence("recurring bill", "activated"),
  bills: [
    ["status/open", "open", "The status of the bill has been chaged to open.", 201],
    ["status/void", "void", "The bill has been marked as void.", 201],
    ...approval("The bill has been submitted for approval successfully.", "success", "open"),
  ],
  purchaseorders: [
    ["status/open", "open", "The purchase order has been marked as open.", 201],
    ["status/billed", "billed", "The purchase order has been marked as billed.", 201],
    ["status/cancelled", "cancelled", "The purchase order has been cancelled.", 201],
    ...approval(
      "The purchase order has been successfully submitted for approval.",
      "You have approved the Purchase Order.",
      "approved",
    ),
    ["reject", "rejected", "You have rejected the Purchase order successfully.", 201],
  ],
  vendorcredits: [
    ["status/open", "open", "The status of the vendor credit has been changed to open.", 201],
    ["status/void", "void", "The vendor credit has been voided.", 201],
    ...approval(
      "The vendor credit has been submitted for approval successfully.",
      "You have approved the vendor credit.",
      "open",
    ),
  ],
  journals: [["status/publish", "published", "Journal has been published.", 201]],
  fixedassets: [
    ["status/active", "active", "Fixed asset's status changed"],
    ["status/cancel", "cancel", "Fixed asset's status changed"],
    ["status/draft", "draft", "Fixed asset's status changed"],
  ],
  contacts: activity("contact"),
  items: activity("item"),
  users: activity("user"),
  locations: activity("location"),
  chartofaccounts: activity("account", 201),
  bankaccounts: activity("account", 201),
  projects: [
    ["active", "active", "The selected Projects have been marked as active."],
    ["inactive", "inactive", "The selected projects have been marked as inactive."],
  ],
};

/** Calls whose scope is not that of their method. */
const scopes: Readonly<Record<string, string>> = { "purchaseorders/reject": "purchaseorders.UPDATE" };

function moveRoute(path: string, [action, state, message, status]: Move): Route {
  const scope = scopes[`${path}/${action}`];
  return recordAction(
    "POST",
    path,
    action,
    ({ organization }, row, type) => {
      const id = idOf(type, row);
      if (state === "draft" && (isTarget(path) || isSource(path)) && row.status !== "void") {
        throw notAllowed("Only what is void can be made a draft again.");
      }
      if (state === "void") {
        const { applications } = organization;
        unapply(organization, [...applications.to(id), ...applications.from(id)]);
      }
      setStatus(organization, path, id, state);
      const moved = organization.records(path).get(id);
      if (moved && "is_active" in moved)
        setFields(organization, type, moved, { is_active: state === "active" });
      return done(message, {}, status ?? 200);
    },
    scope === undefined ? {} : { scope },
  );
}

/** Changes of state: marked as sent, void, open, accepted, active and so on. */
export const stateRoutes: Route[] = Object.entries(moves).flatMap(([path, list]) =>
  list.map((move) => moveRoute(path, move)),
);
