import { callPurposes, callResults, priorities, taskStatuses } from "../metadata/picklists";
import { moduleReference } from "../store/moduleReference";
import type { Maker, Recipe } from "./maker";
import { noteTexts, taskSubjects } from "./words";

const hourMs = 60 * 60 * 1000;

/** A record of one of these modules, with the module's name, as activities and notes point to it. */
function relatedTo(make: Maker, modules: readonly [string, ...string[]]) {
  const module = make.organization.schema.get(make.random.pick(modules));
  const reference = module && make.some(module.apiName);
  if (!reference) return undefined;
  return { reference: moduleReference(module, reference), module: module.apiName };
}

function links(make: Maker) {
  const what = relatedTo(make, ["Accounts", "Deals"]);
  return {
    Who_Id: make.often(7, make.some("Contacts")),
    ...(what && { What_Id: what.reference, $se_module: what.module }),
  };
}

export const tasks: Recipe = (base, _, make) => ({
  ...base,
  Subject: make.random.pick(taskSubjects),
  Due_Date: make.date(),
  Status: make.random.pick(taskStatuses),
  Priority: make.random.pick(priorities),
  ...links(make),
});

export const events: Recipe = (base, index, make) => {
  const start = make.moment();
  return {
    ...base,
    Event_Title: `Meeting ${index + 1}`,
    Start_DateTime: make.organization.timeText(start),
    End_DateTime: make.organization.timeText(start + hourMs),
    All_day: false,
    Meeting_Venue__s: "Online",
    ...links(make),
  };
};

export const calls: Recipe = (base, _, make) => {
  const minutes = 1 + make.random.below(45);
  return {
    ...base,
    Subject: make.random.pick(taskSubjects),
    Call_Type: make.random.pick(["Outbound", "Inbound"]),
    Call_Start_Time: make.organization.timeText(make.moment()),
    Call_Duration: `${String(minutes).padStart(2, "0")}:00`,
    Call_Duration_in_seconds: minutes * 60,
    Call_Purpose: make.random.pick(callPurposes),
    Call_Result: make.random.pick(callResults),
    ...links(make),
  };
};

export const notes: Recipe = (base, index, make) => {
  const parent = relatedTo(make, ["Leads", "Contacts", "Accounts", "Deals"]);
  return {
    ...base,
    Note_Title: `Note ${index + 1}`,
    Note_Content: make.random.pick(noteTexts),
    ...(parent && { Parent_Id: parent.reference, $se_module: parent.module }),
  };
};
