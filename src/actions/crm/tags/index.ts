import { crmAddTags } from "./crmAddTags";
import { crmCreateTag } from "./crmCreateTag";
import { crmGetTags } from "./crmGetTags";
import { crmRemoveTag } from "./crmRemoveTag";
import { crmRemoveTags } from "./crmRemoveTags";

export const tagsActions = { crmAddTags, crmCreateTag, crmGetTags, crmRemoveTag, crmRemoveTags };
