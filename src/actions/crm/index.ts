import { attachmentsActions } from "./attachments";
import { findActions } from "./find";
import { metadataActions } from "./metadata";
import { otherActions } from "./other";
import { recordsActions } from "./records";
import { usersActions } from "./users";

export const crmActions = {
  ...recordsActions,
  ...findActions,
  ...attachmentsActions,
  ...usersActions,
  ...metadataActions,
  ...otherActions,
};
