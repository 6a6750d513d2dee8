import { booksCreateRecord } from "./booksCreateRecord";
import { booksCreateRecords } from "./booksCreateRecords";
import { booksGetRecord } from "./booksGetRecord";
import { booksGetRecords } from "./booksGetRecords";
import { booksRemoveRecord } from "./booksRemoveRecord";
import { booksRemoveRecords } from "./booksRemoveRecords";
import { booksRunRecordAction } from "./booksRunRecordAction";
import { booksUpdateRecord } from "./booksUpdateRecord";
import { booksUpdateRecords } from "./booksUpdateRecords";
import { booksUpsertRecord } from "./booksUpsertRecord";

export const recordsActions = {
  booksCreateRecord,
  booksCreateRecords,
  booksGetRecord,
  booksGetRecords,
  booksRemoveRecord,
  booksRemoveRecords,
  booksRunRecordAction,
  booksUpdateRecord,
  booksUpdateRecords,
  booksUpsertRecord,
};
