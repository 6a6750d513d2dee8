import type { Route } from "../../http/route";
import { listAnswer } from "../answers";
import { scope, settingsRoute } from "../call";
import { personOf } from "../people/staff";

export const assignmentRuleRoutes: Route[] = [
  settingsRoute(
    "crm.assignmentRules.list",
    ["GET", "/settings/automation/assignment_rules"],
    ({ organization, module }) => {
      const rules = organization.assignmentRules.filter((rule) => rule.module === module.apiName);
      const { currentUser } = organization;
      return listAnswer(
        "assignment_rules",
        rules.map(({ id, name, owner }) => ({
          id,
          name,
          api_name: name.replaceAll(" ", "_"),
          description: "",
          module: { name: module.apiName, api_name: module.apiName, id: module.id },
          default_assignee: { ...personOf(owner), type: "user", resource: personOf(owner) },
          created_by: personOf(currentUser),
          created_time: currentUser.createdTime,
          modified_by: personOf(currentUser),
          modified_time: currentUser.createdTime,
        })),
      );
    },
    { scopes: scope("ZohoCRM.settings.assignment_rules.READ") },
  ),
];
