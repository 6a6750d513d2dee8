import type { Route } from "../../http/route";
import { failure, listAnswer, refusal } from "../answers";
import { scope, settingsRoute } from "../call";
import { isOfRows } from "../metadata/schema";
import type { Module } from "../metadata/types";
import type { CrmOrganization } from "../organization";

/** The related lists that every ordinary module has: API name, label and module. */
const common = [
  ["Notes", "Notes", "Notes"],
  ["Attachments", "Attachments", "Attachments"],
  ["Tasks", "Open Tasks", "Tasks"],
  ["Events", "Open Meetings", "Events"],
  ["Calls", "Open Calls", "Calls"],
  ["Emails", "Emails", "Emails"],
] as const;

/** A list of records that belong to a record. */
export interface RelatedListEntry {
  apiName: string;
  label: string;
  /** The API name of the module of its records. */
  module: string;
}

/** The related lists of a module in their order: those of every module first. */
export function relatedListsOf({ relatedLists, kind, apiName }: Module): RelatedListEntry[] {
  if (isOfRows(kind) || apiName === "Users" || apiName === "Notes") return [];
  return [...common.map(([name, label, module]) => ({ apiName: name, label, module })), ...relatedLists];
}

/** The id of a related list of a module, by its place among them. */
export const relatedListId = ({ id }: Module, index: number): string =>
  `${id.slice(0, -3)}${String(index).padStart(3, "0")}`;

function relatedListJson(
  { schema }: CrmOrganization,
  parent: Module,
  list: RelatedListEntry,
  index: number,
): object {
  const module = schema.get(list.module);
  return {
    id: relatedListId(parent, index),
    sequence_number: String(index + 1),
    display_label: list.label,
    api_name: list.apiName,
    module: module ? { api_name: module.apiName, id: module.id } : null,
    name: list.label,
    action: null,
    href: module ? `${parent.apiName}/{ENTITYID}/${list.apiName}` : null,
    type: "default",
    connectedmodule: null,
    linkingmodule: null,
    customize_sort: true,
    customize_fields: true,
    customize_display_label: true,
    status: "visible",
  };
}

const statuses = ["visible", "user_hidden", "scheduled_for_deletion"];

export const relatedListRoutes: Route[] = [
  settingsRoute(
    "crm.relatedLists.list",
    ["GET", "/settings/related_lists"],
    ({ organization, module, request }) => {
      const status = request.query.get("status") ?? "visible";
      if (!statuses.includes(status)) {
        const details = { param_name: "status", supported_values: statuses };
        return refusal(failure("INVALID_DATA", "The status given is invalid.", details));
      }
      // No list is hidden or about to be deleted.
      const lists = status === "visible" ? relatedListsOf(module) : [];
      return listAnswer(
        "related_lists",
        lists.map((list, index) => relatedListJson(organization, module, list, index)),
      );
    },
    { scopes: scope("ZohoCRM.settings.related_lists.READ") },
  ),
];
