import { attachmentsActions } from "./attachments";
import { emailActions } from "./email";
import { filesActions } from "./files";
import { findActions } from "./find";
import { jobsActions } from "./jobs";
import { leadsActions } from "./leads";
import { metadataActions } from "./metadata";
import { notesActions } from "./notes";
import { notificationsActions } from "./notifications";
import { otherActions } from "./other";
import { photoActions } from "./photo";
import { recordsActions } from "./records";
import { relatedActions } from "./related";
import { sharingActions } from "./sharing";
import { tagsActions } from "./tags";
import { usersActions } from "./users";

export const crmActions = {
  ...recordsActions,
  ...findActions,
  ...attachmentsActions,
  ...relatedActions,
  ...notesActions,
  ...tagsActions,
  ...photoActions,
  ...filesActions,
  ...emailActions,
  ...usersActions,
  ...metadataActions,
  ...jobsActions,
  ...leadsActions,
  ...sharingActions,
  ...notificationsActions,
  ...otherActions,
};
