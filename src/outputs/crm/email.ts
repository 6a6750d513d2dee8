import { time, user } from "./common";

export const emailSentExample = {
  data: [
    {
      code: "SUCCESS",
      details: { message_id: "de735c09069d3022497a4379c012ccd7ee48d916546c214ee36206109afd4222" },
      message: "Mail sent successfully",
      status: "success",
    },
  ],
};

export const emailsExample = {
  Emails: [
    {
      cc: [{ user_name: "sales@example.com", email: "sales@example.com" }],
      summary: "Hello Ada, please find the offer attached.",
      owner: user,
      read: true,
      subject: "The offer for the new office",
      sent: true,
      message_id: "de735c09069d3022497a4379c012ccd7ee48d916546c214ee36206109afd4222",
      source: "crm",
      linked_record: null,
      to: [{ user_name: "Ada Burns", email: "ada.burns@example.com" }],
      from: { user_name: "Patricia Boyle", email: "patricia.boyle@example.com" },
      has_attachment: false,
      time,
      status: [{ type: "sent" }],
    },
  ],
  info: { count: 1, next_index: null, prev_index: null, per_page: 10, more_records: false },
};

export const fromAddressesExample = {
  from_addresses: [
    {
      email: "patricia.boyle@example.com",
      type: "user",
      user_name: "Patricia Boyle",
      id: "5725767000000411001",
      default: true,
    },
  ],
};
