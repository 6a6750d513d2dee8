import { type Failure, failure } from "../../answers";
import { isObject, numberOf, textOf } from "../../objects";
import type { Draft } from "./draft";

/*
 * What Zoho refuses of services and of the appointments for them.
 */

const at = ({ path }: Draft, name: string) => ({ api_name: name, json_path: `${path}.${name}` });

/** Minutes of a service: from five to a day. */
const durations = { least: 5, most: 24 * 60 };

/** A service lasts for five minutes at least, and a day at most. */
export function serviceDuration(draft: Draft): Failure[] {
  const { Duration: minutes } = draft.record;
  if (typeof minutes !== "number" || (minutes >= durations.least && minutes <= durations.most)) return [];
  const message = "Duration value should not be greater than 24hrs or less than 5mins";
  return [failure("INVALID_DATA", message, at(draft, "Duration"))];
}

/** When an appointment ends, in milliseconds: as it says, or by its length or that of its service. */
function endOf({ organization, record }: Draft, start: number): number {
  const said = Date.parse(textOf(record.Appointment_End_Time) ?? "");
  if (!Number.isNaN(said)) return said;
  const services = organization.schema.get("Services__s");
  const id = isObject(record.Service_Name) ? textOf(record.Service_Name.id) : undefined;
  const service = services && id ? organization.store(services).get(id) : undefined;
  return start + numberOf(record.Duration ?? service?.Duration) * 60_000;
}

/** The status of an appointment goes with its time. */
function statusInTime(draft: Draft): Failure[] {
  const { Status: status, Appointment_Start_Time: time } = draft.record;
  const start = Date.parse(textOf(time) ?? "");
  const isMoved = draft.input.Status !== undefined || draft.input.Appointment_Start_Time !== undefined;
  if (Number.isNaN(start) || !isMoved) return [];
  const now = draft.organization.clock.now();
  const refuse = (message: string) => [
    failure("DEPENDENT_MISMATCH", message, {
      dependee: at(draft, "Appointment_Start_Time"),
      ...at(draft, "Status"),
    }),
  ];
  if (status === "Scheduled" && start < now) return refuse("Appointment cannot be scheduled for past dates");
  const isOver = status === "Completed" || status === "Overdue";
  return isOver && endOf(draft, start) > now
    ? refuse(`Appointment cannot be marked as ${status.toLowerCase()} before the appointment ends`)
    : [];
}

/** A reason to cancel goes with the status of what is cancelled. */
function cancellation(draft: Draft): Failure[] {
  const { Cancellation_Reason: reason, Status: status } = draft.input;
  if (!reason || draft.record.Status === "Cancelled") return [];
  const code = status === undefined ? "DEPENDENT_FIELD_MISSING" : "DEPENDENT_MISMATCH";
  const message =
    "To Update the fields of Cancellation Information Section, value of Status should be Cancelled";
  const details = { dependee: at(draft, "Cancellation_Reason"), ...at(draft, "Status") };
  return [failure(code, message, details)];
}

/** What is wrong with an appointment, besides what its fields' types say. */
export const wrongAppointment = (draft: Draft): Failure[] => [...statusInTime(draft), ...cancellation(draft)];
