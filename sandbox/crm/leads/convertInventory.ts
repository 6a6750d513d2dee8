import type { Answer } from "../../core/answer";
import { type Failure, failure, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { Field, Module, RecordData } from "../metadata/types";
import { isObject, objectsOf } from "../objects";
import { perOrganization } from "../perOrganization";
import { insertRecord } from "../records/write/engine";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";

/** What each module may be converted to, and the field of it that then names where it came from. */
const following: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  Quotes: { Sales_Orders: "Quote_Name", Invoices: undefined },
  Sales_Orders: { Invoices: "Sales_Order" },
};

/** The records that were converted, as `id module`. */
const convertedOf = perOrganization(() => new Set<string>());

/** What a record may be converted to: the module that is asked for, or why there is none. */
export function targetOf(
  { organization, module }: ModuleCall,
  wanted: Record<string, unknown>,
  path: string,
): { target: Module } | { problem: Failure } {
  const named = isObject(wanted.module) ? wanted.module : {};
  const keys = ["api_name", "id"].map((name) => ({ api_name: name, json_path: `${path}.module.${name}` }));
  if (named.api_name === undefined && named.id === undefined)
    return {
      problem: failure("EXPECTED_FIELD_MISSING", "Specify atleast one field", { expected_fields: keys }),
    };
  const targets = Object.keys(following[module.apiName] ?? {});
  const modules = targets.flatMap((name) => organization.schema.get(name) ?? []);
  const target = modules.find(
    ({ apiName, id }) => apiName === (named.api_name ?? apiName) && id === (named.id ?? id),
  );
  if (target) return { target };
  const isOne = modules.some(({ apiName }) => apiName === named.api_name);
  if (isOne && named.id !== undefined) {
    const message = "Ambiguity while processing the request";
    return { problem: failure("AMBIGUITY_DURING_PROCESSING", message, { ambiguity_due_to: keys }) };
  }
  const at = { api_name: "module", json_path: `${path}.module`, supported_values: targets };
  return { problem: failure("INVALID_DATA", "invalid data", at) };
}

/**
 * Makes a sales order or an invoice of a quote, or an invoice of a sales order: the fields both have, and the
 * line items.
 * @returns undefined where one was made of the record already.
 */
export function follow(
  { organization, module }: ModuleCall,
  record: RecordData,
  target: Module,
  { withTags, path, more = {} }: { withTags: boolean; path: string; more?: Record<string, unknown> },
): ItemResult | undefined {
  const converted = convertedOf(organization);
  const mark = `${record.id} ${target.apiName}`;
  if (converted.has(mark)) return undefined;
  const source = following[module.apiName]?.[target.apiName];
  const values = {
    ...sharedValues(module, target, record, withTags),
    ...(source === undefined ? {} : { [source]: { id: record.id } }),
    ...more,
  };
  const result = insertRecord(plainWriting(organization, target, organization.currentUser), values, path);
  if (result.status === "success") converted.add(mark);
  return result;
}

/** The conversion of one quote or sales order. */
export function convertInventory(
  call: ModuleCall,
  record: RecordData,
  options: Record<string, unknown>,
): Answer {
  const { organization, version } = call;
  const [wanted] = objectsOf(options.convert_to);
  const path = "$.data[0].convert_to";
  if (!wanted)
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "convert_to", json_path: path }),
    );
  const found = targetOf(call, wanted, `${path}[0]`);
  if ("problem" in found) return resultsAnswer([failed(found.problem)], 200, version);
  if (wanted.carry_over_tags === false)
    return resultsAnswer(
      [
        failed(
          failure("NOT_ALLOWED", "carry over tags must be given as true", {
            reason: "Carry over tags will be automatically converted",
            api_name: "carry_over_tags",
            json_path: `${path}[0].carry_over_tags`,
          }),
        ),
      ],
      200,
      version,
    );
  const { target } = found;
  const result = follow(call, record, target, {
    withTags: wanted.carry_over_tags === true,
    path: `${path}[0]`,
  });
  if (result === undefined)
    return refusal(failure("ID_ALREADY_CONVERTED", "id already converted", { resource_path_index: 1 }));
  if (result.status === "error") return resultsAnswer([result], 200, version);
  const reference = organization.store(target).reference(String(result.details.id));
  const message = "The record has been converted successfully";
  const details = { [target.apiName]: { name: reference?.name, id: reference?.id } };
  return ok({ data: [{ code: "SUCCESS", details, message, status: "success" }] });
}

function sharedValues(
  from: Module,
  to: Module,
  record: RecordData,
  withTags: boolean,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { apiName, readOnly, dataType } of to.fields.values()) {
    const isShared = from.fields.get(apiName)?.dataType === dataType && !readOnly && dataType !== "layout";
    const value = record[apiName];
    if (isShared && value !== undefined && (apiName !== "Tag" || withTags)) values[apiName] = value;
  }
  const [source, target] = [lineItems(from), lineItems(to)];
  const rows = objectsOf(record[source?.apiName ?? ""]).map(({ id: _, ...row }) => row);
  return target ? { ...values, [target.apiName]: rows } : values;
}

/** The subform of an inventory module whose rows are its line items. */
const lineItems = ({ fields }: Module): Field | undefined =>
  [...fields.values()].find(({ dataType, mandatory }) => dataType === "subform" && mandatory === true);
