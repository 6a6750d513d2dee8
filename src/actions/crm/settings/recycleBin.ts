import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { requiredId, someIds } from "../../../inputs/cleaners";
import { numberedPaging } from "../../../inputs/paging";
import { manyInputs, recordIds } from "../../../inputs/writing";
import {
  emptyRecycleBin,
  getRecycleBin,
  removeFromRecycleBin,
  restoreRecords,
} from "../../../zoho/crm/settings/recycleBin";
import { recordId, time, user } from "../exampleValues";

const binnedIds = input({
  ...recordIds,
  comments:
    "The unique identifiers of the records in the recycle bin, of any module and any number. They are sent 200 at a time.",
  clean: someIds("Record IDs"),
});

const binnedId = input({
  label: "Record ID",
  type: "string",
  required: true,
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record in the recycle bin.",
  example: recordId,
  clean: requiredId("Record ID"),
});

export const crmGetRecycleBin = crmAction({
  label: "CRM - Get Recycle Bin",
  description: "Returns the records in the recycle bin, of all modules, one page or all of them.",
  inputs: numberedPaging,
  call: getRecycleBin,
  example: {
    recycle_bin: [
      {
        id: recordId,
        display_name: "Ada Burns",
        module: "Leads",
        owner: user,
        deleted_by: user,
        deleted_time: time,
      },
    ],
    info: { per_page: 200, count: 1, page: 1, more_records: false },
  },
});

export const crmRestoreRecords = crmAction({
  label: "CRM - Restore Records",
  description: "Puts records from the recycle bin back where they were.",
  inputs: { recordIds: binnedIds, ...manyInputs },
  call: restoreRecords,
  writes: true,
  example: {
    data: [
      {
        index: 0,
        status: "success",
        code: "SUCCESS",
        message: "record restored",
        id: recordId,
        action: "update",
        details: { id: recordId },
      },
    ],
    summary: { total: 1, succeeded: 1, failed: 0, requests: 1, credits: 1 },
  },
});

export const crmRemoveFromRecycleBin = crmAction({
  label: "CRM - Remove From Recycle Bin",
  description: "Deletes a record in the recycle bin for good.",
  inputs: { recordId: binnedId },
  call: removeFromRecycleBin,
  writes: true,
  example: {
    recycle_bin: [
      {
        code: "SUCCESS",
        details: { id: recordId },
        message: "record deleted permanently",
        status: "success",
      },
    ],
  },
});

export const crmEmptyRecycleBin = crmAction({
  label: "CRM - Empty Recycle Bin",
  description:
    "Deletes all records in the recycle bin for good. The connected user must be an administrator.",
  inputs: {},
  call: emptyRecycleBin,
  writes: true,
  example: { code: "SUCCESS", details: {}, message: "recycle bin emptied", status: "success" },
});
