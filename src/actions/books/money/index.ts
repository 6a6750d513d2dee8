import { booksApplyCredits } from "./booksApplyCredits";
import { booksRecordPayment } from "./booksRecordPayment";

export const moneyActions = {
  booksApplyCredits,
  booksRecordPayment,
};
