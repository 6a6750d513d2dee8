import { input } from "@prismatic-io/spectral";
import { aFile, crmAction } from "../../../define";
import { optionalObject, optionalText, requiredId, requiredText, someIds } from "../../../inputs/cleaners";
import { jobInputs } from "../../../inputs/jobs";
import { numberedPaging } from "../../../inputs/paging";
import { manyInputs, recordIds } from "../../../inputs/writing";
import {
  downloadExport,
  emptyRecycleBin,
  exportAuditLog,
  getBackup,
  getRecycleBin,
  removeFromRecycleBin,
  restoreRecords,
  scheduleBackup,
} from "../../../zoho/crm/settings/retention";
import { numberedPageInfo, oneOfTwo, recordId, time, unknownSecond, user } from "../exampleValues";

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
    info: numberedPageInfo,
  },
});

const goneId = "5725767000000499009";

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
      { ...unknownSecond("ids"), id: goneId, details: { id: goneId } },
    ],
    summary: oneOfTwo,
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
        message: "Deleted permanently",
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
  example: { code: "SUCCESS", details: {}, message: "recyclebin is cleared", status: "success" },
});

const recurrence = input({
  label: "Recurrence",
  type: "string",
  placeholder: "Enter a rule",
  comments:
    "How often the data are backed up, weekly or monthly, as a recurrence rule of RFC 5545. Leave empty for once.",
  example: "FREQ=WEEKLY;BYDAY=MO",
  clean: (value: unknown) => {
    const rule = optionalText("Recurrence")(value);
    if (rule === undefined || /FREQ=(WEEKLY|MONTHLY)/.test(rule)) return rule;
    throw new Error(`Recurrence: expected FREQ=WEEKLY or FREQ=MONTHLY, got ${JSON.stringify(rule)}.`);
  },
});

const auditCriteria = input({
  label: "Criteria",
  type: "code",
  language: "json",
  required: true,
  comments:
    "Which entries of the audit log to export, as Zoho's criteria: an object with field, comparator and value, or with group and group_operator.",
  example:
    '{ "field": { "api_name": "audited_time" }, "comparator": "greater_than", "value": "2026-03-01T00:00:00+01:00" }',
  clean: (value: unknown) => {
    const criteria = optionalObject("Criteria")(value);
    if (criteria) return criteria;
    throw new Error("Criteria: expected a JSON object, got nothing.");
  },
});

export const crmScheduleBackup = crmAction({
  label: "CRM - Schedule Backup",
  description: "Orders a backup of all data of the organization, once or again and again.",
  inputs: { recurrence },
  call: scheduleBackup,
  writes: true,
  example: {
    backup: {
      code: "SUCCESS",
      details: { id: "5725767000001409030" },
      message: "Backup scheduled successfully",
      status: "success",
    },
  },
});

export const crmGetBackup = crmAction({
  label: "CRM - Get Backup",
  description: "Returns how the backup of the organization stands, and where its files can be downloaded.",
  inputs: {},
  call: getBackup,
  example: {
    backup: {
      id: "5725767000001409030",
      rrule: null,
      start_date: time,
      scheduled_date: time,
      status: "COMPLETED",
      requester: { ...user, zuid: "700411001" },
    },
    urls: {
      data_links: [
        "https://download-accl.zoho.com/v2/crm/60012345678/backup/5725767000001409030/Data_001.zip",
      ],
      attachment_links: [
        "https://download-accl.zoho.com/v2/crm/60012345678/backup/5725767000001409030/Attachments_001.zip",
      ],
      expiry_date: time,
    },
  },
});

export const crmExportAuditLog = crmAction({
  label: "CRM - Export Audit Log",
  description: "Exports the audit log of the organization and returns where its files can be downloaded.",
  inputs: { criteria: auditCriteria, ...jobInputs },
  call: exportAuditLog,
  writes: true,
  example: {
    audit_log_export: [
      {
        id: "5725767000001408012",
        status: "finished",
        criteria: { field: { api_name: "audited_time" }, comparator: "greater_than", value: time },
        created_by: user,
        download_links: ["https://files.example.com/Audit_Log.zip"],
        job_start_time: time,
        job_end_time: time,
        expiry_date: time,
      },
    ],
  },
});

const link = input({
  label: "Link",
  type: "string",
  required: true,
  placeholder: "Enter a link",
  comments: "A link that Get Backup or Export Audit Log returned, before its expiry date.",
  example: "https://download-accl.zoho.com/v2/crm/60012345678/backup/5725767000001409030/Data_001.zip",
  clean: requiredText("Link"),
});

export const crmDownloadExport = crmAction({
  label: "CRM - Download Backup or Audit Log",
  description:
    "Returns a file of the organization's backup, or of an export of its audit log, by its link. Maximum is 120 MB.",
  inputs: { link },
  call: downloadExport,
  example: aFile,
});
