import type { Route } from "../../http/route";
import { failure, invalidModule, listAnswer, ok, refusal } from "../answers";
import { crmRoute, scope } from "../call";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { numberedPage } from "../records/params";
import { asksFor, ofModule, type SetupList, setupList } from "./setupList";

const stamps = ({ currentUser }: CrmOrganization) => ({
  created_by: personOf(currentUser),
  created_time: currentUser.createdTime,
  modified_by: personOf(currentUser),
  modified_time: currentUser.createdTime,
});

/** What is read alone. */
const readOnly = {
  fields: {},
  most: 0,
  words: { created: "", updated: "", deleted: "" },
  createdStatus: 201,
} as const;

const template = (organization: CrmOrganization, id: string, name: string, apiName: string) => ({
  ...stamps(organization),
  id,
  name,
  module: { api_name: apiName, id: organization.schema.get(apiName)?.id },
  last_usage_time: organization.currentUser.createdTime,
  category: "normal",
  folder: { name: "Public Templates", id: "5725767000000170000" },
  editor_mode: "rich_text",
  favorite: false,
});

const wrongOrder = failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", {
  param_name: "sort_order",
});
/** What the two kinds of templates have in common; each has words of its own for an unknown module. */
const templates = (unknownModule: string) =>
  ({
    ...readOnly,
    paged: true,
    shows: ofModule,
    mayList: asksFor(failure("INVALID_DATA", unknownModule, { param_name: "module" }), wrongOrder),
  }) satisfies Partial<SetupList>;

const emailTemplates = setupList({
  ...templates("Module not found or not allowed"),
  name: "emailTemplates",
  key: "email_templates",
  path: "/settings/email_templates",
  scope: "ZohoCRM.templates.email",
  idsFrom: 170,
  stock: (organization, nextId) =>
    [
      ["Welcome", "Leads"],
      ["Thank You", "Deals"],
    ].map(([name = "", module = ""]) => ({
      ...template(organization, nextId(), name, module),
      subject: `${name}, \${!${module}.Owner}`,
      attachments: [],
      associated: false,
      active: true,
      consent_linked: false,
      last_version_statistics: { tracked: 0, delivered: 0, opened: 0, bounced: 0, sent: 0, clicked: 0 },
    })),
});

const inventoryTemplates = setupList({
  ...templates("The module name provided is invalid."),
  name: "inventoryTemplates",
  key: "inventory_templates",
  path: "/settings/inventory_templates",
  scope: "ZohoCRM.templates.inventory",
  idsFrom: 180,
  stock: (organization, nextId) => [
    template(organization, nextId(), "Quote", "Quotes"),
    template(organization, nextId(), "Invoice", "Invoices"),
  ],
});

const holidays = ["New Year", "Founders' Day"].map((name, index) => ({
  id: `572576700000020000${index + 1}`,
  name,
  date: `2026-0${index + 1}-01`,
  year: 2026,
  type: "business_holiday",
  shift_hour: { name: "All", id: "5725767000000200000" },
}));
const holidayTypes = ["business_holiday", "shift_holiday"];

/** The holidays of a year and of a type; unlike other lists, an empty one is written out. */
const listHolidays = crmRoute(
  "crm.holidays.list",
  ["GET", "/settings/holidays"],
  ({ request: { query } }) => {
    const [year, type] = [query.get("year"), query.get("type")];
    if (type !== null && !holidayTypes.includes(type)) {
      const message = "Please check whether the input values are correct";
      return refusal(failure("PATTERN_NOT_MATCHED", message, { param_name: "type" }));
    }
    const shown = holidays.filter(
      (each) => (year === null || String(each.year) === year) && (type === null || each.type === type),
    );
    return ok({ holidays: shown });
  },
  { scopes: scope("ZohoCRM.settings.business_hours.READ") },
);

const features = ["custom_field", "unique_field"].map((api_name) => ({
  api_name,
  parent_feature: { api_name: "fields" },
  feature_label: api_name.replace("_", " "),
  module_supported: true,
  components: [],
  details: {
    available_count: { total: 480 },
    limits: { total: 500, edition_limit: 500 },
    used_count: { total: 20 },
  },
}));

/** The features of the edition, which have no ids. */
const listFeatures = crmRoute(
  "crm.features.list",
  ["GET", "/__features"],
  (call) => {
    const refused = asksFor(invalidModule({}))(call);
    const page = numberedPage(call.request.query, features);
    if (refused) return refusal(refused);
    return "problem" in page ? refusal(page.problem) : listAnswer("__features", page.items, page.info);
  },
  { scopes: scope("ZohoCRM.features.READ") },
);

const weekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

const whole = (name: string, path: string, scopeName: string, body: object): Route =>
  crmRoute(`crm.${name}.get`, ["GET", path], () => ok(body), { scopes: scope(`${scopeName}.READ`) });

/** What is set up for the organisation and read alone. */
export const referenceRoutes: Route[] = [
  emailTemplates.list,
  inventoryTemplates.list,
  listHolidays,
  listFeatures,
  whole("businessHours", "/settings/business_hours", "ZohoCRM.settings.business_hours", {
    business_hours: {
      id: "5725767000000220001",
      type: "custom",
      week_starts_on: "Monday",
      timezone: "Asia/Kolkata",
      business_days: weekDays,
      same_as_everyday: true,
      daily_timing: ["09:00", "17:00"],
      custom_timing: [],
    },
  }),
];
