import { crmGetRelatedRecords } from "./crmGetRelatedRecords";
import { crmLinkRelatedRecords } from "./crmLinkRelatedRecords";
import { crmUnlinkRelatedRecords } from "./crmUnlinkRelatedRecords";

export const relatedActions = { crmGetRelatedRecords, crmLinkRelatedRecords, crmUnlinkRelatedRecords };
