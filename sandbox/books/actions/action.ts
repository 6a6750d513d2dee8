import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type BooksCall, booksRoute } from "../call";
import type { Row } from "../core/values";
import { recordOf } from "../engine/find";
import { typeAt } from "../table";
import type { RecordType } from "../table/recordType";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A call on one record. */
export type RecordHandler = (call: BooksCall, row: Row, type: RecordType) => Answer;

/**
 * A route for something that is done to one record, under the record's own path: `recordAction("POST",
 * "invoices", "status/sent", …)` is `books.invoices.status.sent` at `POST invoices/:invoice_id/status/sent`.
 * `name` stands where two would be called the same.
 */
export function recordAction(
  method: Method,
  path: string,
  action: string,
  handle: RecordHandler,
  { name, scope }: { name?: string; scope?: string } = {},
): Route {
  const type = typeAt(path);
  const operation = `${path}/${name ?? action}`.replaceAll(/\/:\w+/g, "").replaceAll("/", ".");
  return booksRoute(operation, `${method} ${path}/:${type.keys[2]}/${action}`, scope ?? type.area, (call) =>
    handle(call, recordOf(call, type), type),
  );
}
