import { crmGetAllRecords } from "./crmGetAllRecords";
import { crmRunQuery } from "./crmRunQuery";
import { crmSearchRecords } from "./crmSearchRecords";

export const findActions = { crmRunQuery, crmSearchRecords, crmGetAllRecords };
