import type { JsonObject } from "../core/json";
import { type Crm, sendItem } from "./crm";

/** What is done with meetings besides reading and writing them. */
export const meetingOperations = {
  cancelMeeting: {
    method: "POST",
    path: "/crm/{version}/Events/{id}/actions/cancel",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.events.UPDATE",
    credits: 1,
    success: [200],
    items: "data",
  },
} as const;

/** A meeting to cancel. */
export interface CancelMeetingInput {
  readonly recordId: string;
  /** Whether Zoho emails its participants that it does not take place. */
  readonly sendEmail?: boolean;
}

/**
 * Cancels a meeting that is still to come. The record stays, marked as cancelled.
 * @throws ZohoError `NOT_ALLOWED` for one that is cancelled, is over, or has no participants.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/cancel-meetings.html
 */
export async function cancelMeeting(
  crm: Crm,
  { recordId, sendEmail = false }: CancelMeetingInput,
): Promise<{ data: JsonObject[] }> {
  const call = { path: { id: recordId }, body: { data: [{ send_cancelling_mail: sendEmail }] } };
  return { data: [await sendItem(crm, meetingOperations.cancelMeeting, call)] };
}
