import type { Route } from "../http/route";
import { bulkReadRoutes } from "./bulk/read/routes";
import { bulkWriteRoutes } from "./bulk/write/routes";
import { duplicateCheckRoutes } from "./company/duplicateCheck";
import { exportRoutes } from "./company/exports";
import { moreRoutes } from "./company/more";
import { objectPreferenceRoutes } from "./company/objectPreferences";
import { portalRoutes } from "./company/portals";
import { preferenceRoutes, unsubscribeAssociations } from "./company/preferences";
import { compositeRoutes } from "./composite/routes";
import { coqlRoutes } from "./coql/routes";
import { draftRoutes } from "./email/drafts";
import { mailMergeRoutes } from "./email/mailMerge";
import { emailRoutes } from "./email/routes";
import { attachmentRoutes } from "./files/attachments";
import { fileRoutes } from "./files/files";
import { photoRoutes } from "./files/photo";
import { jobRoutes } from "./jobs/routes";
import { conversionRoutes } from "./leads/routes";
import { notificationRoutes } from "./notifications/routes";
import { peopleRoutes } from "./people/routes";
import { recordActionRoutes } from "./recordActions/routes";
import { recordRoutes } from "./records";
import { noteRoutes } from "./related/notes";
import { relatedRoutes } from "./related/routes";
import { searchRoutes } from "./search/routes";
import { settingsRoutes } from "./settings";
import { setupRoutes } from "./setup/routes";
import { taggingRoutes } from "./tags/tagging";
import { tagRoutes } from "./tags/tags";

/** Every operation of the emulated Zoho CRM. */
export const crmRoutes: Route[] = [
  ...peopleRoutes,
  ...settingsRoutes,
  ...setupRoutes,
  ...recordRoutes,
  ...attachmentRoutes,
  ...fileRoutes,
  ...photoRoutes,
  ...noteRoutes,
  ...relatedRoutes,
  ...tagRoutes,
  ...taggingRoutes,
  ...emailRoutes,
  ...draftRoutes,
  ...mailMergeRoutes,
  ...conversionRoutes,
  ...recordActionRoutes,
  ...jobRoutes,
  ...bulkReadRoutes,
  ...bulkWriteRoutes,
  ...compositeRoutes,
  ...coqlRoutes,
  ...searchRoutes,
  ...notificationRoutes,
  ...exportRoutes,
  ...moreRoutes,
  ...portalRoutes,
  ...preferenceRoutes,
  ...duplicateCheckRoutes,
  ...objectPreferenceRoutes,
  unsubscribeAssociations,
];
