import { importOperations } from "./crmImport";
import { documentOperations } from "./documents";
import { moneyOperations } from "./money";
import { organizationOperations } from "./organizations";
import { rawOperations } from "./raw";
import { recordOperations } from "./records/operations";

/**
 * Every call to Zoho Books, as data, from the subjects that make them; http/operation.ts says what each
 * column means.
 * @see https://www.zoho.com/books/api/v3/introduction/
 */
export const booksOperations = {
  ...documentOperations,
  ...importOperations,
  ...moneyOperations,
  ...organizationOperations,
  ...rawOperations,
  ...recordOperations,
} as const;
