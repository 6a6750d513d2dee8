import { input } from "@prismatic-io/spectral";
import { flag, idList, optionalChoice } from "../cleaners";

const chosen =
  <const T extends string>(label: string, choices: readonly T[], otherwise: T) =>
  (value: unknown): T =>
    optionalChoice(label, choices)(value) ?? otherwise;

export const sharedWithType = input({
  label: "Shared With Type",
  type: "string",
  default: "users",
  model: [
    { label: "Users", value: "users" },
    { label: "Roles", value: "roles" },
    { label: "Groups", value: "groups" },
  ],
  comments: "Whether Shared With names users, roles or groups.",
  clean: chosen("Shared With Type", ["users", "roles", "groups"], "users"),
});

export const sharedWithIds = input({
  label: "Shared With",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter an ID",
  comments: "The unique identifiers of the users, roles or groups that may see the record. Maximum is 20.",
  example: "5725767000000411001",
  clean: idList("Shared With", 20),
});

export const permission = input({
  label: "Permission",
  type: "string",
  default: "read_only",
  model: [
    { label: "Read only", value: "read_only" },
    { label: "Read and write", value: "read_write" },
    { label: "Full access", value: "full_access" },
  ],
  comments: "What they may do with the record.",
  clean: chosen("Permission", ["read_only", "read_write", "full_access"], "read_only"),
});

export const shareType = input({
  label: "Share Type",
  type: "string",
  default: "private",
  model: [
    { label: "Private", value: "private" },
    { label: "Public", value: "public" },
  ],
  comments: "Whether the record is shared with those that are named, or with everybody.",
  clean: chosen("Share Type", ["private", "public"], "private"),
});

export const shareRelatedRecords = input({
  label: "Share Related Records",
  type: "boolean",
  default: "false",
  comments: "When true, the records related to it are shared too.",
  clean: flag("Share Related Records"),
});

export const notifySharedMembers = input({
  label: "Notify Shared Members",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells those with whom the record is shared.",
  clean: flag("Notify Shared Members"),
});
