import { crmGetCustomViews } from "./crmGetCustomViews";
import { crmGetFields } from "./crmGetFields";
import { crmGetLayouts } from "./crmGetLayouts";
import { crmGetModule } from "./crmGetModule";
import { crmGetModules } from "./crmGetModules";
import { crmGetPicklistValues } from "./crmGetPicklistValues";
import { crmGetPipelines } from "./crmGetPipelines";
import { crmGetRelatedLists } from "./crmGetRelatedLists";

export const metadataActions = {
  crmGetCustomViews,
  crmGetFields,
  crmGetLayouts,
  crmGetModule,
  crmGetModules,
  crmGetPicklistValues,
  crmGetPipelines,
  crmGetRelatedLists,
};
