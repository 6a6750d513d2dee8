import { crmCompositeRequest } from "./crmCompositeRequest";
import { crmGetBlueprint } from "./crmGetBlueprint";
import { crmGetRecordTimeline } from "./crmGetRecordTimeline";
import { crmRawRequest } from "./crmRawRequest";
import { crmUpdateBlueprint } from "./crmUpdateBlueprint";

export const otherActions = {
  crmCompositeRequest,
  crmGetBlueprint,
  crmGetRecordTimeline,
  crmRawRequest,
  crmUpdateBlueprint,
};
