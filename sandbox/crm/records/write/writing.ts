import type { Module, RecordData } from "../../metadata/types";
import type { CrmOrganization } from "../../organization";
import type { User } from "../../people/staff";
import type { AssignmentRule } from "../../settings/settings";

/** A write of records: whose it is, and what was asked besides the records. */
export interface Writing {
  organization: CrmOrganization;
  module: Module;
  version: string;
  by: User;
  /** The automation to be run: `workflow` and so on. */
  triggers: readonly string[];
  /** `apply_feature_execution`, by name. */
  applied: readonly string[];
  /** `skip_feature_execution`, by name, with the action it is skipped for; undefined means for all. */
  skipped: readonly { name: string; action: string | undefined }[];
  assignmentRule: AssignmentRule | undefined;
  /** Whether a blueprint's transition writes, which alone may set the field that the blueprint steers. */
  inTransition: boolean;
  /** `If-Unmodified-Since`, in milliseconds since the epoch. */
  unmodifiedSince: number | undefined;
}

export const allTriggers = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"] as const;

/** A write as it is when nothing is said about it. */
export const plainWriting = (organization: CrmOrganization, module: Module, by: User): Writing => ({
  organization,
  module,
  version: "v8",
  by,
  triggers: allTriggers,
  applied: [],
  skipped: [],
  assignmentRule: undefined,
  inTransition: false,
  unmodifiedSince: undefined,
});

/** Times and people of a record, as the results of writes give them. */
export const stampsOf = (record: RecordData): Record<string, unknown> => ({
  Modified_Time: record.Modified_Time,
  Modified_By: withoutEmail(record.Modified_By),
  Created_Time: record.Created_Time,
  id: record.id,
  Created_By: withoutEmail(record.Created_By),
});

function withoutEmail(person: unknown): unknown {
  if (typeof person !== "object" || person === null || !("name" in person && "id" in person)) return null;
  return { name: person.name, id: person.id };
}
