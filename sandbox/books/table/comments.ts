import { comments } from "../rules/comments";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

const deleted = "The comment has been deleted.";

/** What each parent's comments allow, and what Books says: created, updated, deleted. */
const parents: readonly {
  path: string;
  area: string;
  id: string;
  messages: RecordType["messages"];
  status?: 200;
  itemKey?: string;
  listMessage?: string;
  isListed?: false;
}[] = [
  {
    path: "invoices",
    area: "invoices",
    id: "invoice_id",
    messages: ["Comments added.", "success", deleted],
  },
  {
    path: "estimates",
    area: "estimates",
    id: "estimate_id",
    messages: ["Comments added", "Comment has been updated successfully.", deleted],
  },
  {
    path: "salesorders",
    area: "salesorders",
    id: "salesorder_id",
    messages: ["Comments added.", "Comment has been updated.", deleted],
  },
  {
    path: "retainerinvoices",
    area: "invoices",
    id: "retainerinvoice_id",
    messages: ["Comments added.", "The comment has been updated.", deleted],
  },
  {
    path: "creditnotes",
    area: "creditnotes",
    id: "creditnote_id",
    messages: ["Comments added.", null, deleted],
    listMessage: "Comments of the credit note are displayed successfully.",
  },
  {
    path: "recurringinvoices",
    area: "invoices",
    id: "recurring_invoice_id",
    messages: [null, null, null],
    listMessage: "The complete history and comments of a recurring invoice are displayed successfully.",
  },
  { path: "bills", area: "bills", id: "bill_id", messages: ["Comments added.", null, deleted] },
  {
    path: "purchaseorders",
    area: "purchaseorders",
    id: "purchaseorder_id",
    messages: ["Comments added.", "Comment has been updated.", deleted],
  },
  {
    path: "vendorcredits",
    area: "debitnotes",
    id: "vendor_credit_id",
    messages: ["Comments added.", null, deleted],
  },
  { path: "recurringbills", area: "bills", id: "recurring_bill_id", messages: [null, null, null] },
  { path: "expenses", area: "expenses", id: "expense_id", messages: [null, null, null] },
  { path: "recurringexpenses", area: "expenses", id: "recurring_expense_id", messages: [null, null, null] },
  {
    path: "projects",
    area: "projects",
    id: "project_id",
    messages: ["Comments added.", null, deleted],
    itemKey: "comments",
  },
  {
    path: "journals",
    area: "accountants",
    id: "journal_id",
    messages: [
      "Journal comment has been added successfully.",
      null,
      "The selected journal comment entries have been deleted.",
    ],
    isListed: false,
  },
  {
    path: "fixedassets",
    area: "fixedasset",
    id: "fixed_asset_id",
    messages: ["Comment has been added", null, "Fixed asset comment has been deleted"],
    isListed: false,
  },
];

/** The comments on each type of record, which are a type of their own under it. */
export const commentTypes: RecordType[] = parents.map(
  ({ path, area, id, messages, itemKey, listMessage, isListed }) => ({
    path: `${path}/comments`,
    area,
    keys: ["comments", itemKey ?? "comment", "comment_id"],
    noun: "Comment",
    messages,
    ...(listMessage && { readMessages: [listMessage, "success"] as const }),
    required: "description",
    fields: fields.comments,
    parent: { path, id },
    at: { get: null, ...(isListed === false && { list: null }) },
    whole: true,
    order: "created_time D",
    rules: comments,
  }),
);
