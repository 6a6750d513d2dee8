import { documentsOperations } from "./documents";
import { moneyOperations } from "./money";
import { otherOperations } from "./other";
import { recordsOperations } from "./records";

/**
 * Every call to Zoho Books, as data, by subject; http/operation.ts says what each column means. The paths of records come from the table of
 * record types. Books knows no credits: each call counts once against the requests of a minute and of a day.
 * @see https://www.zoho.com/books/api/v3/introduction/
 */
export const booksOperations = {
  ...recordsOperations,
  ...documentsOperations,
  ...moneyOperations,
  ...otherOperations,
} as const;
