import { documentsActions } from "./documents";
import { moneyActions } from "./money";
import { otherActions } from "./other";
import { recordsActions } from "./records";

export const booksActions = {
  ...recordsActions,
  ...documentsActions,
  ...moneyActions,
  ...otherActions,
};
