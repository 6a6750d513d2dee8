import { crmCreateRecord } from "./crmCreateRecord";
import { crmCreateRecords } from "./crmCreateRecords";
import { crmFindOrCreateRecord } from "./crmFindOrCreateRecord";
import { crmGetRecord } from "./crmGetRecord";
import { crmGetRecords } from "./crmGetRecords";
import { crmRemoveRecord } from "./crmRemoveRecord";
import { crmRemoveRecords } from "./crmRemoveRecords";
import { crmUpdateRecord } from "./crmUpdateRecord";
import { crmUpdateRecords } from "./crmUpdateRecords";
import { crmUpsertRecord } from "./crmUpsertRecord";
import { crmUpsertRecords } from "./crmUpsertRecords";

export const recordsActions = {
  crmGetRecord,
  crmGetRecords,
  crmCreateRecord,
  crmUpdateRecord,
  crmUpsertRecord,
  crmRemoveRecord,
  crmCreateRecords,
  crmUpdateRecords,
  crmUpsertRecords,
  crmRemoveRecords,
  crmFindOrCreateRecord,
};
