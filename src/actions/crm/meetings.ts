import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, requiredId } from "../../inputs/cleaners";
import { recordId } from "../../inputs/records";
import { cancelMeeting } from "../../zoho/crm/meetings";

const meetingId = input({
  ...recordId,
  label: "Meeting ID",
  dataSource: undefined,
  comments: "The unique identifier of the meeting (event): one with participants that is still to come.",
  clean: requiredId("Meeting ID"),
});

const sendEmail = input({
  label: "Send Email",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho emails the participants that the meeting is canceled.",
  clean: flag("Send Email"),
});

export const crmCancelMeeting = crmAction({
  label: "CRM - Cancel Meeting",
  description: "Cancels a meeting (event) that is still to come, and tells its participants on request.",
  inputs: { recordId: meetingId, sendEmail },
  call: cancelMeeting,
  writes: true,
  example: {
    data: [
      {
        code: "SUCCESS",
        details: { id: "5725767000000524021" },
        message: "Event cancelled successfully",
        status: "success",
      },
    ],
  },
});
