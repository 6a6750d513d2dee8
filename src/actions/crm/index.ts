import { crmAddAttachment } from "./attachments/crmAddAttachment";
import { crmRunQuery } from "./find/crmRunQuery";
import { crmGetFields } from "./metadata/crmGetFields";
import { crmGetModules } from "./metadata/crmGetModules";
import { crmRawRequest } from "./other/crmRawRequest";
import { crmGetRecord } from "./records/crmGetRecord";
import { crmGetRecords } from "./records/crmGetRecords";
import { crmGetOrganization } from "./users/crmGetOrganization";

export const crmActions = {
  crmGetRecord,
  crmGetRecords,
  crmRunQuery,
  crmAddAttachment,
  crmGetOrganization,
  crmGetModules,
  crmGetFields,
  crmRawRequest,
};
