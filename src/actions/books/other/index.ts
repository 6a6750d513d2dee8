import { booksGetOrganizations } from "./booksGetOrganizations";
import { booksImportFromCrm } from "./booksImportFromCrm";
import { booksRawRequest } from "./booksRawRequest";

export const otherActions = {
  booksGetOrganizations,
  booksImportFromCrm,
  booksRawRequest,
};
