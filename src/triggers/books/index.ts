import { bookContactsPollingTrigger } from "./bookContactsPollingTrigger";
import { booksRecordChanges } from "./booksRecordChanges";

export const booksTriggers = { booksRecordChanges, bookContactsPollingTrigger };
