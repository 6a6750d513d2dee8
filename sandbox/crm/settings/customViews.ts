import type { Route } from "../../http/route";
import { listAnswer, noContent, ok, refusal } from "../answers";
import { scope, settingsRoute } from "../call";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { numberedPage } from "../records/params";
import type { CustomView } from "./settings";

const scopes = scope("ZohoCRM.settings.custom_views.READ");

const translation = {
  public_views: "Public Views",
  other_users_views: "Other User's Views",
  shared_with_me: "Shared With Me",
  created_by_me: "Created By Me",
};

function viewJson({ currentUser }: CrmOrganization, view: CustomView): object {
  const own = view.systemName === null;
  const creator = own ? personOf(currentUser) : null;
  const time = own ? currentUser.createdTime : null;
  return {
    id: view.id,
    name: view.name,
    display_value: view.name,
    system_name: view.systemName,
    system_defined: !own,
    default: view.systemName === "ALLVIEWS",
    category: own ? "created_by_me" : "public_views",
    access_type: own ? "only_to_me" : "public",
    created_by: creator,
    created_time: time,
    modified_by: creator,
    modified_time: time,
    last_accessed_time: currentUser.createdTime,
    locked: false,
    favorite: null,
  };
}

function viewDetailJson(organization: CrmOrganization, view: CustomView): object {
  const { criterion } = view;
  return {
    ...viewJson(organization, view),
    criteria: criterion
      ? {
          comparator: "equal",
          field: { api_name: criterion.field.apiName, id: criterion.field.id },
          type: "value",
          value: criterion.value,
        }
      : null,
    shared_to: null,
    sort_by: null,
    sort_order: null,
    fields: view.fields.map(({ apiName, id }) => ({ api_name: apiName, _pin: false, id })),
  };
}

const list = settingsRoute(
  "crm.customViews.list",
  ["GET", "/settings/custom_views"],
  ({ organization, module, request }) => {
    const views = organization.customViews.get(module.apiName) ?? [];
    const page = numberedPage(request.query, views);
    if ("problem" in page) return refusal(page.problem);
    return listAnswer(
      "custom_views",
      page.items.map((view) => viewJson(organization, view)),
      { ...page.info, default: views[0]?.id, translation },
    );
  },
  { scopes },
  {},
);

const get = settingsRoute(
  "crm.customViews.get",
  ["GET", "/settings/custom_views/:id"],
  ({ organization, module, request }) => {
    const view = organization.customViews.get(module.apiName)?.find(({ id }) => id === request.params.id);
    return view
      ? ok({ custom_views: [viewDetailJson(organization, view)], info: { translation } })
      : noContent;
  },
  { scopes },
  {},
);

export const customViewRoutes: Route[] = [list, get];
