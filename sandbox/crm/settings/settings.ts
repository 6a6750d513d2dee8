import { isOfRows, type Schema } from "../metadata/schema";
import type { Field } from "../metadata/types";
import { personOf, type Staff, type User } from "../people/staff";
import type { Ids } from "../store/ids";

export interface Tag {
  id: string;
  name: string;
  color_code: string | null;
  created_by: { name: string; id: string };
  created_time: string;
  modified_by: { name: string; id: string };
  modified_time: string;
}

export const newTag = (id: string, name: string, by: User, time: string): Tag => ({
  id,
  name,
  color_code: null,
  created_by: personOf(by),
  created_time: time,
  modified_by: personOf(by),
  modified_time: time,
});

/** A view of a module's records: all of them, or those whose field has a value. */
export interface CustomView {
  id: string;
  name: string;
  systemName: string | null;
  criterion: { field: Field; value: string } | undefined;
  /** The fields it shows. */
  fields: readonly Field[];
}

/** A rule that gives new records of a module to a user. */
export interface AssignmentRule {
  id: string;
  name: string;
  module: string;
  owner: User;
}

const ownViews: Readonly<Record<string, readonly [name: string, field: string, value: string]>> = {
  Leads: ["Not Contacted Leads", "Lead_Status", "Not Contacted"],
  Deals: ["Deals Won", "Stage", "Closed Won"],
  Accounts: ["Customers", "Account_Type", "Customer"],
  Tasks: ["Completed Tasks", "Status", "Completed"],
  Properties: ["Gold Properties", "Tier", "Gold"],
};

const shownFields = 6;

/** What an administrator has set up: views and assignment rules. */
export function buildSettings(schema: Schema, staff: Staff, ids: Ids) {
  const customViews = new Map<string, CustomView[]>();
  for (const module of schema.values()) {
    if (isOfRows(module.kind) || module.apiName === "Users") continue;
    const display = module.fields.get(module.display);
    const laidOut = module.layouts[0].sections.flatMap((section) => section.fields);
    const fields = [...new Set([...(display ? [display] : []), ...laidOut])].slice(0, shownFields);
    const view = (
      name: string,
      systemName: string | null,
      criterion?: CustomView["criterion"],
    ): CustomView => ({
      id: ids.next(),
      name,
      systemName,
      criterion,
      fields,
    });
    const views = [view(`All ${module.plural}`, "ALLVIEWS")];
    const owner = module.fields.get("Owner");
    if (owner) views.push(view(`My ${module.plural}`, "MYVIEWS", { field: owner, value: staff.users[0].id }));
    const [name, fieldName, value] = ownViews[module.apiName] ?? [];
    const field = module.fields.get(fieldName ?? "");
    if (name && field && value) views.push(view(name, null, { field, value }));
    customViews.set(module.apiName, views);
  }
  const assignmentRules: AssignmentRule[] = [
    { id: ids.next(), name: "Leads to Ravi", module: "Leads", owner: staff.users[2] ?? staff.users[0] },
  ];
  return { customViews, assignmentRules };
}
