import { type Failure, failure } from "../answers";
import { isObject } from "../objects";

/*
 * What Zoho refuses of a fiscal year: choices that it does not have, and those of a custom year for one that
 * follows the calendar.
 */

type Values = Readonly<Record<string, unknown>>;

const months = [
  ...["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY"],
  ...["AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"],
];

/** The choices by their fields, and what Zoho calls each. */
const choices: Readonly<Record<string, readonly [called: string, values: readonly string[]]>> = {
  calendar_type: ["calendar type", ["gregorian", "custom"]],
  start_month: ["month", months],
  display_based_on: ["display based on", ["start_month", "end_month"]],
  structure: ["structure", ["4-4-5", "4-5-4", "5-4-4", "3-3-3-4", "3-3-4-3", "3-4-3-3", "4-3-3-3"]],
  interval_display_option: ["number_by display option", ["year", "quarter"]],
};

/** What a year by the calendar does not have. */
const customOnly = ["structure", "start_date", "interval_display_option", "surplus_week"];

const at = (path: string) => ({ api_name: path.split(".").at(-1), json_path: `$.fiscal_year.${path}` });

function wrongChoice(given: Values): Failure | undefined {
  for (const [name, [called, values]] of Object.entries(choices)) {
    const value = given[name];
    if (value === undefined || value === null || values.includes(String(value))) continue;
    const wanted = typeof value === "string" ? { supported_values: values } : { expected_data_type: "text" };
    return failure("INVALID_DATA", `Please give a valid ${called}`, { ...at(name), ...wanted });
  }
  return undefined;
}

function wrongForCalendar(given: Values): Failure | undefined {
  const name = customOnly.find((each) => given[each] !== undefined && given[each] !== null);
  if (name === undefined) return undefined;
  return given.calendar_type === undefined
    ? failure(
        "INVALID_DATA",
        `cannot configure ${name.replace("surplus_", "surplus ")} for gregorian calendar`,
        at(name),
      )
    : failure("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing", {
        ambiguity_due_to: [at("calendar_type"), at(name)],
      });
}

/** The parts of a surplus week, with what they may be. */
const weekParts: Readonly<Record<string, readonly number[] | undefined>> = {
  year: undefined,
  quarter: [1, 2, 3, 4],
  period: [1, 2, 3],
};

function wrongWeek(week: unknown, year: number): Failure | undefined {
  if (!isObject(week)) return undefined;
  for (const [name, values] of Object.entries(weekParts)) {
    const place = at(`surplus_week.${name}`);
    const message = `Provide valid ${name} for surplus week`;
    if (week[name] === undefined)
      return failure("DEPENDENT_FIELD_MISSING", message, { dependee: at("surplus_week"), ...place });
    if (values && !values.includes(Number(week[name])))
      return failure("INVALID_DATA", message, { json_path: place.json_path, supported_values: values });
  }
  const years = [year, year + 1];
  if (years.includes(Number(week.year))) return undefined;
  const message = "Surplus week can be updated only for current year and next year";
  return failure("NOT_ALLOWED", message, { ...at("surplus_week.year"), supported_values: years });
}

function wrongCustom(given: Values, kept: Values, year: number): Failure | undefined {
  const { start_date: date, start_month: month, display_based_on: shown } = { ...kept, ...given };
  if (given.start_date !== undefined) {
    const isDate =
      typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
    if (!isDate) return failure("INVALID_DATA", "Please give a valid start_date", at("start_date"));
    if (Number(date.slice(0, 4)) !== year)
      return failure(
        "INVALID_DATA",
        "custom fiscal year can be configured only with current year",
        at("start_date"),
      );
    if (months[Number(date.slice(5, 7)) - 1] !== month)
      return failure("INVALID_DATA", "start_date does not match with start_month", at("start_date"));
  }
  if (shown === "end_month" && ["JANUARY", "FEBRUARY"].includes(String(month))) {
    const message =
      "Cannot configure end month as display based option for January and February for custom calendar type";
    return failure("INVALID_DATA", message, at("display_based_on"));
  }
  return wrongWeek(given.surplus_week, year);
}

/** What is wrong with a change of the fiscal year, in Zoho's words. */
export function wrongFiscalYear(given: Values, kept: Values, now: string): Failure | undefined {
  if (Object.keys(given).length === 0) return failure("INVALID_DATA", "Please give a valid data");
  const wrong = wrongChoice(given);
  if (wrong) return wrong;
  return (given.calendar_type ?? kept.calendar_type) === "custom"
    ? wrongCustom(given, kept, Number(now.slice(0, 4)))
    : wrongForCalendar(given);
}
