import { crmCloneRecord } from "./crmCloneRecord";
import { crmCountRecords } from "./crmCountRecords";
import { crmCreateRecord } from "./crmCreateRecord";
import { crmCreateRecords } from "./crmCreateRecords";
import { crmFindOrCreateRecord } from "./crmFindOrCreateRecord";
import { crmGetDeletedRecords } from "./crmGetDeletedRecords";
import { crmGetRecord } from "./crmGetRecord";
import { crmGetRecords } from "./crmGetRecords";
import { crmRemoveRecord } from "./crmRemoveRecord";
import { crmRemoveRecords } from "./crmRemoveRecords";
import { crmUpdateRecord } from "./crmUpdateRecord";
import { crmUpdateRecords } from "./crmUpdateRecords";
import { crmUpsertRecord } from "./crmUpsertRecord";
import { crmUpsertRecords } from "./crmUpsertRecords";

export const recordsActions = {
  crmCloneRecord,
  crmCountRecords,
  crmCreateRecord,
  crmCreateRecords,
  crmFindOrCreateRecord,
  crmGetDeletedRecords,
  crmGetRecord,
  crmGetRecords,
  crmRemoveRecord,
  crmRemoveRecords,
  crmUpdateRecord,
  crmUpdateRecords,
  crmUpsertRecord,
  crmUpsertRecords,
};
