import { type Failure, failure } from "../../answers";
import { stages } from "../../metadata/picklists";
import { pipelinesOf } from "../../metadata/pipelines";
import { isObject, numberOf, objectsOf, textOf } from "../../objects";
import type { CrmOrganization } from "../../organization";
import { serviceDuration, wrongAppointment } from "./appointmentRules";
import type { Draft } from "./draft";

type Values = Readonly<Record<string, unknown>>;

interface ModuleRule {
  /** What is wrong with a draft, besides what its fields' types say. */
  check?: (draft: Draft) => Failure[];
  /** Values that follow from others. */
  derive?: (draft: Draft) => Values;
}

const invalid = (draft: Draft, field: string, message: string): Failure =>
  failure("INVALID_DATA", message, { api_name: field, json_path: `${draft.path}.${field}` });

const fullName = ({ record }: Draft): Values => ({
  Full_Name: [record.First_Name, record.Last_Name].filter((part) => textOf(part)).join(" ") || null,
});

/**
 * A task, meeting or call says with `$se_module` of which module the record in What_Id is, or with `module`
 * inside What_Id.
 */
function relatedModule(draft: Draft): Failure[] {
  const what = draft.input.What_Id;
  if (what === undefined || what === null || draft.input.$se_module !== undefined) return [];
  if (typeof what === "object" && "module" in what) return [];
  const at = { api_name: "$se_module", json_path: `${draft.path}.$se_module` };
  return [failure("MANDATORY_NOT_FOUND", "required field not found", at)];
}

const maxParticipants = 50;

function participants(draft: Draft): Failure[] {
  if (objectsOf(draft.record.Participants).length <= maxParticipants) return [];
  return [
    failure("LIMIT_EXCEEDED", "Only 50 participants can be added to an event.", {
      limit: maxParticipants,
      api_name: "Participants",
      json_path: `${draft.path}.Participants`,
    }),
  ];
}

function reminderOfRecurring(draft: Draft): Failure[] {
  const { Recurring_Activity: recurring, Remind_At: reminders } = draft.record;
  const hasReminder = Array.isArray(reminders) ? reminders.length > 0 : Boolean(reminders);
  if (!recurring || hasReminder) return [];
  const at = { api_name: "Remind_At", json_path: `${draft.path}.Remind_At` };
  return [failure("MANDATORY_NOT_FOUND", "required field not found", at)];
}

/** Seconds of a duration written `mm:ss` or `hh:mm:ss`; undefined when it is neither. */
function seconds(duration: unknown): number | undefined {
  if (typeof duration !== "string" || !/^\d+(:[0-5]?\d){0,2}$/.test(duration)) return undefined;
  const parts = duration.split(":").map(Number);
  return parts.length === 1 ? (parts[0] ?? 0) * 60 : parts.reduce((sum, part) => sum * 60 + part, 0);
}

function callDuration(draft: Draft): Failure[] {
  const { Call_Duration: duration, Call_Type: type } = draft.record;
  if (duration === undefined || duration === null) return [];
  const length = seconds(duration);
  if (length === undefined) return [invalid(draft, "Call_Duration", "invalid data")];
  if (length > 0 || type === "Missed") return [];
  return [
    failure("DEPENDENT_MISMATCH", "Call Duration can not be zero.", {
      dependee: { api_name: "Call_Type", json_path: `${draft.path}.Call_Type` },
      api_name: "Call_Duration",
      json_path: `${draft.path}.Call_Duration`,
    }),
  ];
}

function probability(draft: Draft): Failure[] {
  const value = draft.record.Probability;
  if (typeof value !== "number" || (value >= 0 && value <= 100)) return [];
  return [invalid(draft, "Probability", "Given Probability is not valid")];
}

/** A deal's stage belongs to its pipeline, its pipeline to its layout; both by what people see. */
function stageOfPipeline(draft: Draft): Failure[] {
  const { Stage: stage, Pipeline: pipeline } = draft.record;
  const known = pipelinesOf(draft.organization).find(({ name }) => name === pipeline);
  if (!known) return [mismatch(draft, "Pipeline", "Layout")];
  if (typeof stage !== "string" || known.stages.includes(stage)) return [];
  return [mismatch(draft, "Stage", "Pipeline")];
}

const mismatch = (draft: Draft, field: string, mapped: string): Failure =>
  failure("MAPPING_MISMATCH", `${mapped} doesn't contain the ${field}`, {
    mapped_field: mapped,
    api_name: field,
    json_path: `${draft.path}.${field}`,
  });

/** A deal without a pipeline goes to the first that has its stage; a stage brings its probability. */
function deal({ organization, record, input }: Draft): Values {
  const pipelines = pipelinesOf(organization);
  const stage = stages.find(([name]) => name === record.Stage);
  const pipeline =
    pipelines.find(({ stages: names }) => names.includes(String(record.Stage))) ??
    pipelines.find(({ isDefault }) => isDefault);
  const own = input.Stage === undefined ? record.Probability : input.Probability;
  const chance = typeof own === "number" ? own : (stage?.[1] ?? null);
  return {
    Pipeline: record.Pipeline ?? pipeline?.name,
    Probability: chance,
    Expected_Revenue:
      typeof record.Amount === "number" && chance !== null ? (record.Amount * chance) / 100 : null,
  };
}

function noteHasText(draft: Draft): Failure[] {
  const { Note_Title: title, Note_Content: content } = { ...draft.record, ...draft.input };
  if (title || content) return [];
  const expected = ["Note_Content", "Note_Title"].map((name) => ({
    api_name: name,
    json_path: `${draft.path}.${name}`,
  }));
  const message = "should contain either content or title";
  return [failure("EXPECTED_FIELD_MISSING", message, { expected_fields: expected })];
}

/** The totals of an order and of each of its line items; discounts are amounts. */
const order =
  (items: string) =>
  ({ record, organization }: Draft): Values => {
    const rows = objectsOf(record[items]).map((row) => {
      const price = row.List_Price ?? unitPrice(organization, row.Product_Name);
      const total = numberOf(row.Quantity) * numberOf(price);
      const discounted = total - numberOf(row.Discount);
      const rate = objectsOf(row.Line_Tax).reduce((sum, tax) => sum + numberOf(tax.percentage), 0);
      const tax = cents((discounted * rate) / 100);
      return {
        ...row,
        List_Price: price,
        Total: cents(total),
        Total_After_Discount: cents(discounted),
        Tax: tax,
        Net_Total: cents(discounted + tax),
      };
    });
    const subTotal = cents(rows.reduce((sum, row) => sum + row.Net_Total, 0));
    const grandTotal =
      subTotal - numberOf(record.Discount) + numberOf(record.Tax) + numberOf(record.Adjustment);
    return { [items]: rows, Sub_Total: subTotal, Grand_Total: cents(grandTotal) };
  };

/** What a product costs, for a line item that does not say. */
function unitPrice(organization: CrmOrganization, product: unknown): unknown {
  const products = organization.schema.get("Products");
  const id = isObject(product) ? textOf(product.id) : undefined;
  return products && id ? organization.store(products).get(id)?.Unit_Price : undefined;
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** What Zoho knows of single modules. */
export const moduleRules: Readonly<Record<string, ModuleRule>> = {
  Leads: { derive: fullName },
  Contacts: { derive: fullName },
  Deals: { check: (draft) => [...probability(draft), ...stageOfPipeline(draft)], derive: deal },
  Tasks: { check: relatedModule },
  Events: {
    check: (draft) => [...relatedModule(draft), ...participants(draft), ...reminderOfRecurring(draft)],
  },
  Calls: {
    check: (draft) => [...relatedModule(draft), ...callDuration(draft)],
    derive: ({ record }) => ({ Call_Duration_in_seconds: seconds(record.Call_Duration) ?? null }),
  },
  Services__s: { check: serviceDuration },
  Appointments__s: { check: wrongAppointment },
  Notes: { check: noteHasText },
  Quotes: { derive: order("Quoted_Items") },
  Sales_Orders: { derive: order("Ordered_Items") },
  Purchase_Orders: { derive: order("Purchased_Items") },
  Invoices: { derive: order("Invoiced_Items") },
};
