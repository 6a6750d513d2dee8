import { type ExampleWorld, exerciseActions } from "../../../test/support/actions";
import { objectsAt, textAt } from "../../zoho/core/json";

const DAY = 24 * 60 * 60 * 1000;

/** A meeting of tomorrow to which somebody is invited. */
async function meeting({ act }: ExampleWorld): Promise<string> {
  const hour = (hours: number) => new Date(Date.now() + DAY + hours * 3_600_000).toISOString();
  const created = await act("crmCreateRecord", {
    recordType: "Events",
    record: {
      Event_Title: "Review",
      Start_DateTime: hour(0),
      End_DateTime: hour(1),
      Participants: [{ type: "email", participant: "patricia.boyle@zylker.com" }],
    },
  });
  return String(textAt(objectsAt(created, "data")[0]?.details, "id"));
}

exerciseActions("crm/meetings", {
  crmCancelMeeting: async (world) => ({ recordId: await meeting(world), sendEmail: true }),
});
