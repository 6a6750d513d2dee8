import { type Failure, failure } from "../../answers";
import { rowTypes } from "../../metadata/fieldTypes";
import { layoutOf } from "../../metadata/schema";
import type { Field, Layout, RecordData } from "../../metadata/types";
import { isObject, textOf } from "../../objects";
import { withLineItems } from "../productDetails";
import type { Writing } from "../write/writing";
import { findDuplicates } from "./duplicates";
import { moduleRules } from "./moduleRules";
import { type Candidate, missingFields, type Values } from "./required";
import { mergeRows } from "./rows";
import { readTags } from "./tags";
import { type Checked, checkValue, invalidData, type Place } from "./values";

/** What a record of a request amounts to: the values to store, or everything that is wrong with it. */
export type Validated = { values: Values } | { failures: readonly [Failure, ...Failure[]] };

/** Checks a record against its module's fields, its layout and the module's own rules. */
export function validate(writing: Writing, sent: unknown, path: string, before?: RecordData): Validated {
  const place = { ...writing, name: "data", path };
  if (!isObject(sent)) return { failures: [invalidData(place, { expected_data_type: "jsonobject" })] };
  const input = withLineItems(writing.version, writing.module, sent, before);
  const layout = layoutFor(writing, input, before);
  if (!layout) return { failures: [invalidData({ ...place, name: "id", path: `${path}.Layout.id` })] };

  const candidate = { writing, input, path, layout, before };
  const { values, failures, invalid } = readFields(candidate);
  if (input.Layout !== undefined || !before) values.Layout = { name: layout.name, id: layout.id };
  if (input.$approved !== undefined) values.$approved = input.$approved;
  if (isObject(values.What_Id) && isObject(values.What_Id.module)) {
    values.$se_module = values.What_Id.module.api_name;
  }

  const rule = moduleRules[writing.module.apiName];
  const draft = { organization: writing.organization, input, record: { ...before, ...values }, path };
  Object.assign(values, rule?.derive?.(draft));
  const record = { ...before, ...values };
  failures.push(
    ...missingFields(candidate, record, invalid),
    ...(rule?.check?.({ ...draft, record }) ?? []),
    ...findDuplicates(writing, values, path, before?.id),
  );
  const [first, ...others] = failures;
  return first ? { failures: [first, ...others] } : { values };
}

/**
 * The layout that is asked for, else the record's own, else the standard one; undefined for an id that no
 * layout has.
 */
function layoutFor({ module }: Writing, input: Values, before: RecordData | undefined): Layout | undefined {
  const asked = isObject(input.Layout) ? input.Layout.id : input.Layout;
  if (asked !== undefined && asked !== null) return layoutOf(module, String(asked));
  const own = isObject(before?.Layout) ? textOf(before.Layout.id) : undefined;
  return layoutOf(module, own);
}

interface Read {
  values: Values;
  failures: Failure[];
  /** The names of the fields whose values were refused. */
  invalid: Set<string>;
}

/**
 * Reads what is sent. What Zoho keeps itself is passed over, and so is what is not on a layout that is named.
 */
function readFields(candidate: Candidate): Read {
  const { writing, input, layout, path } = candidate;
  const read: Read = { values: {}, failures: [], invalid: new Set() };
  for (const [name, value] of Object.entries(input)) {
    if (name.startsWith("$") || name === "id" || name === "Layout") continue;
    const place = { ...writing, name, path: `${path}.${name}` };
    const field = writing.module.fields.get(name);
    if (!field) {
      if (writing.organization.behaviours.unknownFields === "refused")
        read.failures.push(unknownField(place));
      continue;
    }
    if (field.readOnly || (input.Layout !== undefined && !field.hidden && !layout.fields.has(name))) continue;
    const checked = readField(candidate, field, value, place);
    if ("value" in checked) {
      read.values[name] = checked.value;
    } else {
      read.failures.push(...checked.failures);
      read.invalid.add(name);
    }
  }
  return read;
}

function readField(
  { writing, input, before }: Candidate,
  field: Field,
  value: unknown,
  place: Place,
): Checked {
  const existing = before?.[field.apiName];
  if (field.apiName === "Tag") return readTags(writing, value, place);
  if (rowTypes.has(field.dataType)) return mergeRows(existing, value, field, place);
  if (value === null || value === "") return { value: field.dataType === "boolean" ? false : null };
  if (namesAccount(writing, field.apiName, value)) return { value };
  const sent = field.apiName === "What_Id" ? withModule(value, input.$se_module) : value;
  const checked = checkValue(sent, field, place);
  if (!("value" in checked) || !appends(field, input)) return checked;
  return {
    value: [...new Set([existing, checked.value].flatMap((list) => (Array.isArray(list) ? list : [])))],
  };
}

/** Whether a deal names its account instead of giving its id, as live organizations were seen to take. */
const namesAccount = ({ module }: Writing, field: string, value: unknown): boolean =>
  module.apiName === "Deals" &&
  field === "Account_Name" &&
  isObject(value) &&
  value.id === undefined &&
  Boolean(textOf(value.name));

/** The record of an activity, with the module that `$se_module` names beside it. */
function withModule(value: unknown, module: unknown): unknown {
  return isObject(value) && typeof module === "string" && value.module === undefined
    ? { ...value, module: { api_name: module } }
    : value;
}

/**
 * `$append_values: { Field: true }` adds to the values of a multi-select picklist; otherwise they are
 * replaced.
 */
const appends = ({ dataType, apiName }: Field, { $append_values: append }: Values): boolean =>
  dataType === "multiselectpicklist" && isObject(append) && append[apiName] === true;

const unknownField = (place: Place): Failure =>
  failure("INVALID_DATA", "the field api name given seems to be invalid", {
    api_name: place.name,
    json_path: place.path,
  });
