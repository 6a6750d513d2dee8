import type { Module, RecordData } from "../metadata/types";
import { isObject, textOf } from "../objects";
import { productDetails } from "./productDetails";

/*
 * What v2 tells of a record besides its fields, as recorded answers hold it: parts of addresses and of places
 * that no layout has, and `$` keys.
 */

type Keys = Readonly<Record<string, unknown>>;

/**
 * A place that nobody has looked up on a map; its address and coordinates are empty texts rather than null.
 */
const place = (prefix: string): Keys => ({
  [`${prefix}Flat_House_No_Building_Apartment_Name`]: null,
  [`${prefix}Latitude`]: null,
  [`${prefix}Longitude`]: null,
  [`${prefix}Coordinates`]: "",
  [`${prefix}Address`]: "",
});

const checkIn = ["Address", "By", "City", "Comment", "Country", "State", "Sub_Locality"];
const assigned: Keys = { $zia_owner_assignment: "owner_recommendation_unavailable" };
const known: Keys = { ...assigned, nearby_distance__s: null, $is_duplicate: false };

/** What activities tell: no review of theirs, and the module of the record that they are about. */
const activity = ({ $se_module: module = null }: RecordData): Keys => ({
  $se_module: module,
  $review_process: null,
});

const byModule: Readonly<Record<string, (record: RecordData) => Keys>> = {
  Accounts: () => ({ ...known, ...place("Billing_"), ...place("Shipping_") }),
  Contacts: () => ({ ...known, ...place("Mailing_"), ...place("Other_") }),
  Leads: ({ Converted__s: converted }) => ({
    ...known,
    ...place(""),
    $converted: converted === true,
    $converted_detail: {},
  }),
  Deals: () => assigned,
  Products: () => ({ $taxable: true }),
  Tasks: (record) => ({ ...activity(record), ...assigned, $u_id: null, BEST_TIME: [] }),
  Calls: (record) => ({
    ...activity(record),
    $calendar_booking_call: false,
    Call_Status: textOf(record.Outbound_Call_Status) ?? "Completed",
  }),
  Events: (record) => ({
    ...activity(record),
    ...Object.fromEntries(checkIn.map((part) => [`Check_In_${part}`, null])),
    Latitude: null,
    Longitude: null,
    ZIP_Code: null,
    $calendar_booking_event: false,
    $recurrence_id: null,
    $meeting_details: null,
    $send_notification: true,
    $u_id: `${record.id}@zoho.com`,
  }),
  Notes: ({ Parent_Id: parent }) => ({
    $attachments: null,
    $se_module: isObject(parent) && isObject(parent.module) ? (parent.module.api_name ?? "Leads") : "Leads",
    $is_shared_to_client: false,
    $size: null,
    $voice_note: false,
  }),
};

const approval = { delegate: false, takeover: false, approve: false, reject: false, resubmit: false };

/** The keys that v2 adds to a record; none in later versions. */
export function olderKeys(version: string, module: Module, record: RecordData): Keys {
  if (version !== "v2") return {};
  const { Layout: layout } = record;
  return {
    $approved: record.$approval_state !== "approval_pending",
    $approval: approval,
    $layout_id: isObject(layout) ? { display_label: layout.name, ...layout } : null,
    ...byModule[module.apiName]?.(record),
    ...productDetails(module, record),
  };
}
