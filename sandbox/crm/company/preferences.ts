import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, listAnswer, ok } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { asksFor, ofModule, setupList } from "../setup/setupList";

/* What an administrator chooses for the organisation as a whole. */

const unsubscribeLinks = setupList({
  name: "unsubscribeLinks",
  key: "unsubscribe_links",
  path: "/settings/unsubscribe_links",
  scope: "ZohoCRM.settings.unsubscribe",
  fields: {
    name: { type: "text", required: true, most: 255 },
    page_type: { type: "text", required: true, values: ["standard", "custom"] },
    submission_action_type: { type: "text", required: true, values: ["message", "redirect"] },
  },
  unique: "name",
  most: 25,
  words: {
    created: "unsubscribe link created",
    updated: "unsubscribe link updated",
    deleted: "unsubscribe link deleted",
  },
  createdStatus: 201,
  idsFrom: 250,
  stock: ({ currentUser }, nextId) => [
    {
      id: nextId(),
      name: "Newsletter",
      page_type: "standard",
      custom_location_url: "",
      standard_page_message: null,
      submission_action_type: "message",
      submission_message: "You will hear no more of us.",
      submission_redirect_url: "",
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: personOf(currentUser),
      modified_time: currentUser.createdTime,
    },
  ],
  fill: ({ organization }, given) => ({
    custom_location_url: "",
    standard_page_message: null,
    submission_message: "",
    submission_redirect_url: "",
    ...given,
    created_by: personOf(organization.currentUser),
    created_time: organization.now(),
    modified_by: personOf(organization.currentUser),
    modified_time: organization.now(),
  }),
});

const unknownModule = failure("INVALID_MODULE", "The module name seems to be invalid");

const wizards = setupList({
  name: "wizards",
  key: "wizards",
  path: "/settings/wizards",
  scope: "ZohoCRM.settings.wizards",
  fields: {},
  most: 0,
  words: { created: "", updated: "", deleted: "" },
  createdStatus: 201,
  idsFrom: 260,
  shows: ofModule,
  mayList: asksFor(unknownModule),
  mayRead: ({ organization, request: { query } }) => {
    const module = query.get("module");
    if (module === null)
      return failure("REQUIRED_PARAM_MISSING", "The parameter 'module' is required.", { api_name: "module" });
    if (!organization.schema.get(module)) return unknownModule;
    const param_names = ["layout_rid", "layout_id"];
    return param_names.some((name) => query.has(name))
      ? undefined
      : failure("EXPECTED_PARAM_MISSING", "One of the expected parameter is missing", { param_names });
  },
  stock: ({ schema, staff, currentUser }, nextId) => {
    const module = schema.get("Leads");
    const layout = module?.layouts[0];
    return [
      {
        id: nextId(),
        name: "New_Lead",
        display_label: "New Lead",
        module: { api_name: "Leads", id: module?.id },
        active: true,
        profiles: staff.profiles.map((profile) => ({ ...personOf(profile), display_label: profile.name })),
        portal_user_types: [],
        containers: [
          {
            id: nextId(),
            layout: { id: layout?.id, name: layout?.name, display_label: layout?.name },
            screens: [{ id: nextId(), api_name: "Person", display_label: "Person" }],
          },
        ],
        created_by: personOf(currentUser),
        created_time: currentUser.createdTime,
        modified_by: personOf(currentUser),
        modified_time: currentUser.createdTime,
      },
    ];
  },
});

const shareTypes = ["private", "public_read_only", "public_read_write", "public"];

/** Who sees the records of a module, by the module's id. */
const sharingOf = perOrganization(
  ({ schema }) =>
    new Map(
      [...schema.values()]
        .filter(({ flags, parent }) => flags.api_supported && flags.show_as_tab && parent === undefined)
        .map(({ id, apiName }) => [id, { id, apiName, shareType: "private" }]),
    ),
);

const sharing = ({ organization }: CrmCall): Answer =>
  ok({
    data_sharing: [...sharingOf(organization).values()].map(({ id, apiName, shareType }) => ({
      share_type: shareType,
      public_in_portals: false,
      module: { api_name: apiName, id },
      rule_computation_running: false,
    })),
  });

function setSharing({ organization, request }: CrmCall): Answer {
  const items = objectsOf(isObject(request.body) ? request.body.data_sharing : undefined);
  const known = sharingOf(organization);
  const results = items.map((item, index): ItemResult => {
    const at = (path: string) => ({
      api_name: path.split(".").at(-1),
      json_path: `$.data_sharing[${index}].${path}`,
    });
    const entry = known.get(isObject(item.module) ? (textOf(item.module.id) ?? "") : "");
    if (!entry)
      return failed(
        failure("INVALID_DATA", "invalid data", { ...at("module.id"), expected_data_type: "bigint" }),
      );
    if (!shareTypes.includes(String(item.share_type)))
      return failed(failure("INVALID_DATA", "invalid data", at("share_type")));
    entry.shareType = String(item.share_type);
    return {
      code: "SUCCESS",
      details: { module: entry.apiName },
      message: "data sharing settings updated successfully",
      status: "success",
    };
  });
  const missing = failure("INVALID_DATA", "invalid data", {
    api_name: "data_sharing",
    json_path: "$.data_sharing",
  });
  return itemsAnswer("data_sharing", results.length > 0 ? results : [failed(missing)], 200);
}

/** Preferences of the organisation, and what is looked up by the administrator alone. */
export const preferenceRoutes: Route[] = [
  unsubscribeLinks.list,
  unsubscribeLinks.get,
  unsubscribeLinks.create,
  unsubscribeLinks.update,
  unsubscribeLinks.updateMany,
  unsubscribeLinks.remove,
  wizards.list,
  wizards.get,
  crmRoute("crm.dataSharing.get", ["GET", "/settings/data_sharing"], sharing, {
    scopes: scope("ZohoCRM.settings.data_sharing.READ"),
  }),
  crmRoute("crm.dataSharing.update", ["PUT", "/settings/data_sharing"], setSharing, {
    scopes: scope("ZohoCRM.settings.data_sharing.UPDATE"),
  }),
];

/** What the list of unsubscribe links stands on: nothing, as no template names one. */
export const unsubscribeAssociations: Route = crmRoute(
  "crm.unsubscribeLinks.associations",
  ["GET", "/settings/unsubscribe_link/actions/associations"],
  () => listAnswer("associations", []),
  { scopes: scope("ZohoCRM.settings.unsubscribe.READ") },
);
