import type { Answer } from "../../core/answer";
import { failure, invalidId, refusal } from "../answers";
import type { CrmCall } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { perOrganization } from "../perOrganization";
import { itemsAnswer } from "../records/write/results";

const cancelledIn = perOrganization(() => new Set<string>());

/** `POST /Events/{id}/actions/cancel`: once, before its end, and where somebody is invited. */
export function cancelMeeting({ organization, request }: CrmCall): Answer {
  const id = request.params.id ?? "";
  const module = organization.schema.get("Events");
  const meeting = module && organization.view(module).get(id);
  if (!meeting) return refusal(invalidId({ api_name: "id", json_path: "$.data[0].id" }));
  const [order = {}] = objectsOf(isObject(request.body) ? request.body.data : undefined);
  if (typeof order.send_cancelling_mail !== "boolean") {
    const at = { api_name: "send_cancelling_mail", json_path: "$.data[0].send_cancelling_mail" };
    return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  }
  const notAllowed = (message: string) => refusal(failure("NOT_ALLOWED", message));
  const cancelled = cancelledIn(organization);
  if (cancelled.has(id)) return notAllowed("The event is already cancelled");
  if (objectsOf(meeting.Participants).length === 0)
    return notAllowed("You cannot cancel the event without inviting participants");
  if (Date.parse(textOf(meeting.End_DateTime) ?? "") <= organization.clock.now())
    return notAllowed("You cannot cancel the meeting after the meeting end time");
  cancelled.add(id);
  const message = "Event cancelled successfully";
  return itemsAnswer("data", [{ code: "SUCCESS", details: { id }, message, status: "success" }], 200);
}
