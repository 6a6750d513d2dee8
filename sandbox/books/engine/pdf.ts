import type { Answer } from "../../core/answer";
import type { BooksOrganization } from "../core/organization";
import { pdfOf } from "../core/pdf";
import { objectsOf, type Row, textOf } from "../core/values";
import { idOf, type RecordType } from "../table/recordType";

/** The number that a record is known by, or its id where it has none. */
export const titleOf = (type: RecordType, row: Row): string =>
  textOf(row[type.number?.field ?? "bill_number"]) || idOf(type, row);

/** Records as one PDF document, a page each: what it is, for whom, its lines and its total. */
export function pdfAnswer({ details }: BooksOrganization, type: RecordType, rows: readonly Row[]): Answer {
  const pages = rows.map((row) => [
    textOf(details.name),
    `${type.noun} ${titleOf(type, row)}`,
    textOf(row.customer_name ?? row.vendor_name),
    textOf(row.date),
    ...objectsOf(row.line_items).map(
      (line) => `${textOf(line.name)}  ${line.quantity} x ${line.rate} = ${line.item_total}`,
    ),
    `Total ${textOf(row.currency_code)} ${textOf(row.total ?? row.amount)}`,
  ]);
  const [first] = rows;
  const name = first && rows.length === 1 ? titleOf(type, first) : type.path;
  return {
    status: 200,
    body: pdfOf(pages),
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}.pdf"`,
    },
  };
}
