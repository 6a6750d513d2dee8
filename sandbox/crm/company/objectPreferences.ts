import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, ok } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject } from "../objects";
import { perOrganization } from "../perOrganization";

type Preference = Readonly<Record<string, unknown>>;

/** A preference that is one object: read as it is, and changed by what a body gives. */
function preference(
  name: string,
  key: string,
  path: string,
  scopeName: string,
  stock: (organization: CrmCall["organization"]) => Preference,
  wrong: (values: Preference) => ReturnType<typeof failure> | undefined,
): Route[] {
  const kept = perOrganization((organization) => ({ value: stock(organization) }));
  const update = ({ organization, request }: CrmCall): Answer => {
    const given = isObject(request.body) ? request.body[key] : undefined;
    const at = { api_name: key, json_path: `$.${key}` };
    const problem = isObject(given)
      ? wrong(given)
      : failure("MANDATORY_NOT_FOUND", "required field not found", at);
    if (problem) return { status: 400, body: { [key]: { ...problem, status: "error" } } };
    kept(organization).value = { ...kept(organization).value, ...(isObject(given) ? given : {}) };
    const label = key === "fiscal_year" ? "fiscal year" : key.replace("_", " ");
    const message = `${label.charAt(0).toUpperCase()}${label.slice(1)} updated successfully`;
    const { id } = kept(organization).value;
    return ok({ [key]: { code: "SUCCESS", details: id ? { id } : {}, message, status: "success" } });
  };
  return [
    crmRoute(
      `crm.${name}.get`,
      ["GET", path],
      ({ organization }) => ok({ [key]: kept(organization).value }),
      {
        scopes: scope(`${scopeName}.READ`),
      },
    ),
    crmRoute(`crm.${name}.update`, ["PUT", path], update, { scopes: scope(`${scopeName}.UPDATE`) }),
  ];
}

const wrongFlag = (key: string, names: readonly string[]) => (values: Preference) => {
  const name = names.find((each) => values[each] !== undefined && typeof values[each] !== "boolean");
  const at = { api_name: name, json_path: `$.${key}.${name}`, expected_data_type: "boolean" };
  return name === undefined ? undefined : failure("INVALID_DATA", "invalid data", at);
};

const months = [
  ...["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY"],
  ...["AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"],
];

/** What the organisation has one of. */
export const objectPreferenceRoutes: Route[] = [
  ...preference(
    "appointmentPreferences",
    "appointment_preferences",
    "/settings/appointment_preferences",
    "ZohoCRM.org",
    ({ schema }) => ({
      show_job_sheet: true,
      when_duration_exceeds: "ask_appointment_provider_to_complete",
      when_appointment_completed: "do_not_create_deal",
      allow_booking_outside_service_availability: false,
      allow_booking_outside_businesshours: false,
      deal_record_configuration: {
        id: "5725767000000270001",
        layout: { id: schema.get("Deals")?.layouts[0].id, name: "Standard" },
        field_mappings: [],
      },
    }),
    wrongFlag("appointment_preferences", [
      "show_job_sheet",
      "allow_booking_outside_service_availability",
      "allow_booking_outside_businesshours",
    ]),
  ),
  ...preference(
    "servicePreferences",
    "service_preferences",
    "/settings/service_preferences",
    "ZohoCRM.settings.modules",
    () => ({ job_sheet_enabled: true }),
    wrongFlag("service_preferences", ["job_sheet_enabled"]),
  ),
  ...preference(
    "fiscalYear",
    "fiscal_year",
    "/settings/fiscal_year",
    "ZohoCRM.settings.fiscal_year",
    () => ({
      id: "5725767000000220002",
      calendar_type: "gregorian",
      display_based_on: "start_month",
      start_month: "APRIL",
      surplus_week: { period: 0, year: 0, quarter: 0 },
      interval_display_option: null,
      structure: null,
      past_surplus_weeks: null,
      start_date: null,
    }),
    ({ start_month: month }) =>
      month === undefined || months.includes(String(month))
        ? undefined
        : failure("INVALID_DATA", "Please give a valid month", {
            api_name: "start_month",
            json_path: "$.fiscal_year.start_month",
            supported_values: months,
          }),
  ),
];
