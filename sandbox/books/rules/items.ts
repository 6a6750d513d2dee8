import type { BooksOrganization } from "../core/organization";
import { notAllowed } from "../core/refusal";
import { isEmpty, objectsOf, type Row, textOf } from "../core/values";
import { taxOf } from "../money/taxes";
import type { Rules } from "../table/recordType";

const withLines = [
  "estimates salesorders salesreceipts invoices recurringinvoices creditnotes",
  "bills recurringbills purchaseorders vendorcredits",
].flatMap((paths) => paths.split(" "));

const isUsed = (organization: BooksOrganization, id: string): boolean =>
  withLines.some((path) =>
    organization
      .records(path)
      .all()
      .some((row: Row) => objectsOf(row.line_items).some((line) => line.item_id === id)),
  );

export const items: Rules = {
  complete(draft, { organization }) {
    const tax = taxOf(organization, draft.tax_id);
    draft.status ??= "active";
    draft.description ??= "";
    draft.unit ??= "";
    if (isEmpty(draft.product_type)) draft.product_type = "goods";
    if (isEmpty(draft.item_type)) draft.item_type = "sales";
    Object.assign(draft, {
      tax_name: tax?.name ?? "",
      tax_percentage: tax?.percentage ?? 0,
      tax_type: tax?.type ?? "",
    });
  },
  mayRemove(item, organization) {
    if (isUsed(organization, textOf(item.item_id))) {
      throw notAllowed(
        "An item that is part of a transaction cannot be deleted. It can be marked as inactive.",
      );
    }
  },
};
