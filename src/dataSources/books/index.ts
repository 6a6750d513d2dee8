import { selectAccount } from "./selectAccount";
import { selectBooksField } from "./selectBooksField";
import { selectBooksParentRecord } from "./selectBooksParentRecord";
import { selectBooksRecord } from "./selectBooksRecord";
import { selectBooksRecordAction } from "./selectBooksRecordAction";
import { selectItem } from "./selectItem";
import { selectOrganization } from "./selectOrganization";
import { selectTax } from "./selectTax";

export const booksDataSources = {
  selectAccount,
  selectBooksField,
  selectBooksParentRecord,
  selectBooksRecord,
  selectBooksRecordAction,
  selectItem,
  selectOrganization,
  selectTax,
};
