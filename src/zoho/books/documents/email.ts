import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Books } from "../books";
import { booksOperations } from "../operations";
import { pathFor } from "../records/address";
import { findRecordType } from "../recordTypes";

export interface EmailInput {
  readonly recordType: string;
  readonly recordId: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  /** HTML. */
  readonly body?: string;
  /** Send from the organisation's address instead of the user's. */
  readonly sendFromOrganization?: boolean;
  /** Further fields of Zoho's, such as `from_address_id`. */
  readonly dynamicValues?: JsonObject;
  /** Parameters of the call, such as `send_customer_statement`. */
  readonly queryParams?: JsonObject;
}

/**
 * Emails a record to people, with what Zoho puts into such an email. Never sent twice.
 * @see https://www.zoho.com/books/api/v3/invoices/#email-an-invoice
 */
export async function emailRecord(books: Books, input: EmailInput): Promise<JsonObject> {
  const {
    recordType,
    recordId,
    to,
    cc = [],
    subject,
    body,
    sendFromOrganization,
    dynamicValues,
    queryParams,
  } = input;
  const type = findRecordType(recordType);
  if (!type.emails)
    throw inputError("books", `Record Type: ${type.key} cannot be emailed through Zoho's API`);
  if (to.length === 0) throw inputError("books", "To: expected at least one address, got nothing");
  return books.ask(booksOperations.emailRecord, {
    ...pathFor(type, `${type.key}/{id}/email`, { recordType, recordId }),
    query: Object.fromEntries(
      Object.entries(queryParams ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    body: {
      to_mail_ids: to,
      ...(cc.length > 0 ? { cc_mail_ids: cc } : {}),
      subject,
      body,
      ...(sendFromOrganization ? { send_from_org_email_id: true } : {}),
      ...dynamicValues,
    },
  });
}
