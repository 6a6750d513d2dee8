import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject } from "../objects";
import { perOrganization } from "../perOrganization";
import { wrongFiscalYear } from "./fiscalYear";

type Preference = Readonly<Record<string, unknown>>;

/** A preference that is one object: read as it is, and changed by what a body gives. */
interface PreferenceSpec {
  readonly name: string;
  readonly key: string;
  readonly path: string;
  readonly scope: string;
  readonly stock: (organization: CrmCall["organization"]) => Preference;
  readonly wrong: (given: Preference, kept: Preference, call: CrmCall) => Failure | undefined;
  /** What is said of a change. */
  readonly updated: string;
  /** What is shown only where the parameter `include` names it. */
  readonly included?: string;
}

function preference({ name, key, path, stock, wrong, updated, included, ...spec }: PreferenceSpec): Route[] {
  const kept = perOrganization((organization) => ({ value: stock(organization) }));
  const read = ({ organization, request }: CrmCall): Answer => {
    const { value } = kept(organization);
    const isAsked = included === undefined || request.query.get("include") === included;
    return ok({ [key]: isAsked ? value : { ...value, [included]: undefined } });
  };
  const update = (call: CrmCall): Answer => {
    const { organization, request } = call;
    const given = isObject(request.body) ? request.body[key] : undefined;
    if (!isObject(given)) {
      const place = { api_name: key, json_path: `$.${key}` };
      return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", place));
    }
    const entry = kept(organization);
    const problem = wrong(given, entry.value, call);
    if (problem) return { status: 400, body: { [key]: { ...problem, status: "error" } } };
    entry.value = { ...entry.value, ...given };
    const { id } = entry.value;
    return ok({
      [key]: { code: "SUCCESS", details: id ? { id } : {}, message: updated, status: "success" },
    });
  };
  const may = (operation: string) => ({ scopes: scope(`${spec.scope}.${operation}`) });
  return [
    crmRoute(`crm.${name}.get`, ["GET", path], read, may("READ")),
    crmRoute(`crm.${name}.update`, ["PUT", path], update, may("UPDATE")),
  ];
}

const appointmentKey = "appointment_preferences";
const appointmentAt = (name: string) => ({ api_name: name, json_path: `$.${appointmentKey}.${name}` });
const outside = {
  service: "allow_booking_outside_service_availability",
  hours: "allow_booking_outside_businesshours",
};
const needed = [outside.service, outside.hours, "deal_record_configuration"];

function wrongAppointments(given: Preference): Failure | undefined {
  const missing = needed.find((name) => given[name] === undefined);
  if (missing !== undefined) {
    const place = { api_name: missing, json_path: `${appointmentKey}.${missing}` };
    return failure("MANDATORY_NOT_FOUND", "Mandatory fields are missing", place);
  }
  const flags = ["show_job_sheet", outside.service, outside.hours, "sharing_enabled"];
  const wrong = wrongFlag(appointmentKey, flags)(given);
  if (wrong) return wrong;
  if (given[outside.hours] === true && given[outside.service] !== true)
    return failure(
      "DEPENDENT_MISMATCH",
      `${outside.service} must be enabled to set ${outside.hours} to true`,
      { dependee: appointmentAt(outside.service), ...appointmentAt(outside.hours) },
    );
  if (given.sharing_enabled === true && given.sharing_details === undefined)
    return failure("DEPENDENT_FIELD_MISSING", "Dependent Field missing", {
      dependee: appointmentAt("sharing_enabled"),
      ...appointmentAt("sharing_details"),
    });
  return given.sharing_details !== undefined && given.sharing_enabled === undefined
    ? failure("MANDATORY_NOT_FOUND", "required field not found", appointmentAt("sharing_enabled"))
    : undefined;
}

const wrongFlag =
  (key: string, names: readonly string[]) =>
  (given: Preference): Failure | undefined => {
    const name = names.find((each) => given[each] !== undefined && typeof given[each] !== "boolean");
    const details = { expected_data_type: "boolean", api_name: name, json_path: `$.${key}.${name}` };
    return name === undefined ? undefined : failure("INVALID_DATA", "invalid data", details);
  };

/** What the organisation has one of. */
export const objectPreferenceRoutes: Route[] = [
  ...preference({
    name: "appointmentPreferences",
    key: appointmentKey,
    path: "/settings/appointment_preferences",
    scope: "ZohoCRM.settings.modules",
    included: "deal_record_configuration",
    stock: ({ schema }) => ({
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
    wrong: wrongAppointments,
    updated: "Appointments preferences updated successfully",
  }),
  ...preference({
    name: "servicePreferences",
    key: "service_preferences",
    path: "/settings/service_preferences",
    scope: "ZohoCRM.settings.modules",
    stock: () => ({ job_sheet_enabled: true }),
    wrong: wrongFlag("service_preferences", ["job_sheet_enabled"]),
    updated: "Services preferences updated successfully",
  }),
  ...preference({
    name: "fiscalYear",
    key: "fiscal_year",
    path: "/settings/fiscal_year",
    scope: "ZohoCRM.settings.fiscal_year",
    stock: () => ({
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
    wrong: (given, kept, { organization }) => wrongFiscalYear(given, kept, organization.now()),
    updated: "The fiscal year configuration has been updated successfully",
  }),
];
