import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import { type Crm, expectItem } from "../crm";
import { convert } from "../values/convert";
import { fieldOf } from "../values/fields";
import { addressOf } from "./records";
import { type Values, valuesOf } from "./write/create";

/** Blueprints of records. */
export const blueprintOperations = {
  getBlueprint: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/actions/blueprint",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "blueprint",
  },
  updateBlueprint: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}/actions/blueprint",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.UPDATE",
    credits: 1,
    success: [200],
  },
} as const;

interface RecordInput {
  readonly recordType: string;
  readonly recordId: string;
}

/** A transition in short: where it leads, and what it cannot be made without. */
export interface TransitionSummary {
  readonly id: string;
  readonly name: string;
  /** The value that the blueprint's field gets. */
  readonly next_field_value: string | null;
  /** False where the record does not meet the transition's criteria. */
  readonly available: boolean;
  /** API names; those that the record has a value for already are among them. */
  readonly mandatory_fields: readonly string[];
  /** Mandatory fields that the record has no value for. */
  readonly missing_fields: readonly string[];
}

export interface Blueprint {
  /** Zoho's own description. */
  readonly blueprint: JsonObject;
  readonly transitions: readonly TransitionSummary[];
}

/**
 * Where a record stands in its blueprint and which transitions lead on from there; also in short, with the
 * fields that each makes mandatory.
 * @throws ZohoError `RECORD_NOT_IN_PROCESS` for a record that is in no blueprint.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/blueprint-details.html
 */
export async function getBlueprint(crm: Crm, { recordType, recordId }: RecordInput): Promise<Blueprint> {
  const { body } = await crm.send(blueprintOperations.getBlueprint, addressOf({ recordType, recordId }));
  const blueprint = isObject(body) && isObject(body.blueprint) ? body.blueprint : {};
  return { blueprint, transitions: objectsAt(blueprint, "transitions").map(summaryOf) };
}

function summaryOf(transition: JsonObject): TransitionSummary {
  const fields = objectsAt(transition, "fields").filter(({ mandatory }) => mandatory === true);
  const mandatory = fields.map((field) => textAt(field, "api_name") ?? "");
  const data = isObject(transition.data) ? transition.data : {};
  return {
    id: textAt(transition, "id") ?? "",
    name: textAt(transition, "name") ?? "",
    next_field_value: textAt(transition, "next_field_value") ?? null,
    available: transition.criteria_matched !== false,
    mandatory_fields: mandatory,
    missing_fields: mandatory.filter((name) => isBlank(data[name])),
  };
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

export interface UpdateBlueprintInput extends RecordInput, Values {
  /** The transition to make, by id or by name. */
  readonly transition: string;
}

/**
 * Makes one transition. What it needs is read first, so that a transition that is not open to the record, or
 * lacks a mandatory field, is refused before it is half made.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-blueprint.html
 */
export async function updateBlueprint(
  crm: Crm,
  input: UpdateBlueprintInput,
): Promise<{ code: string; details: unknown; message: string; status: string }> {
  const { blueprint, transitions } = await getBlueprint(crm, input);
  const wanted = input.transition.toLowerCase();
  const transition = transitions.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (!transition?.available) {
    const open = transitions.filter(({ available }) => available).map(({ id, name }) => `${name} (${id})`);
    throw inputError(
      "crm",
      `Transition: ${input.transition} is not open to the record. Open are ${open.join(", ") || "none"}`,
    );
  }
  const described = objectsAt(blueprint, "transitions").find(({ id }) => id === transition.id);
  const data = typedData(crm, valuesOf(input), objectsAt(described, "fields"));
  const missing = transition.missing_fields.filter((name) => isBlank(data[name]));
  if (missing.length > 0) {
    throw inputError("crm", `The transition ${transition.name} needs ${missing.join(", ")}`, { missing });
  }
  const answer = await crm.send(blueprintOperations.updateBlueprint, {
    ...addressOf({ recordType: input.recordType, recordId: input.recordId }),
    body: { blueprint: [{ transition_id: transition.id, data }] },
  });
  const item =
    isObject(answer.body) && answer.body.code !== undefined
      ? answer.body
      : expectItem(crm, { ...blueprintOperations.updateBlueprint, items: "data" }, answer);
  const message = textAt(item, "message") ?? "";
  if (/partial/i.test(message)) {
    const reason = `${message}: the record stays where it is, until the mandatory fields of the transition have values`;
    throw crm.error({ kind: "input", code: "TRANSITION_INCOMPLETE", status: answer.status, message: reason });
  }
  return {
    code: textAt(item, "code") ?? "",
    details: item.details,
    message,
    status: textAt(item, "status") ?? "",
  };
}

/**
 * Values of fields with the types that the transition describes; notes, checklists and the like stay as they
 * are.
 */
function typedData(crm: Crm, values: JsonObject, fields: readonly JsonObject[]): JsonObject {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => {
    const field = fields.find((candidate) => candidate.api_name === name);
    if (!field) return [name, value];
    const converted = convert(value, fieldOf(field), { rows: new Map() }, { newPicklistValues: true });
    if (converted.ok) return [name, converted.value];
    throw crm.error({ kind: "input", ...converted.problem });
  });
  return Object.fromEntries(entries);
}
