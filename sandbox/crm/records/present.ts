import { rowTypes } from "../metadata/fieldTypes";
import type { Field, Module, RecordData } from "../metadata/types";
import { currencySymbol } from "../settings/currency";
import type { ModuleStore } from "../store/moduleStore";
import { nameOf } from "./names";

/** Where the names of records are. */
interface Stored {
  store(module: Module): ModuleStore;
}

/** The `$` keys that every record has. */
const properties = {
  $approval: { delegate: false, approve: false, reject: false, resubmit: false },
  $approval_state: "approved",
  $currency_symbol: currencySymbol,
  $editable: true,
  $field_states: null,
  $in_merge: false,
  $locked_for_me: false,
  $orchestration: false,
  $pathfinder: false,
  $process_flow: false,
  $review: null,
  $review_process: { approve: false, reject: false, resubmit: false },
  $sharing_permission: "full_access",
  $state: "save",
  $wizard_connection_path: null,
  $zia_visions: null,
} as const;

const richTextLimit = 500;

/** The value of a field as it is answered: an empty one is null, an unset checkbox false. */
export function answeredValue(field: Field, record: RecordData): unknown {
  const value = record[field.apiName];
  if (value !== undefined && value !== null) return value;
  if (field.dataType === "boolean") return false;
  return field.apiName === "Tag" || rowTypes.has(field.dataType) ? [] : null;
}

/**
 * A record as a list gives it: the fields that are asked for, without those that only a single record has.
 */
export function listed(module: Module, record: RecordData, names: readonly string[]): RecordData {
  const entries = names.flatMap((name): [string, unknown][] => {
    const field = module.fields.get(name);
    if (field)
      return rowTypes.has(field.dataType) ? [] : [[name, shortened(field, answeredValue(field, record))]];
    return name.startsWith("$") ? [[name, record[name] ?? propertyOf(name)]] : [];
  });
  return { ...Object.fromEntries(entries), id: record.id };
}

/** What a list gives when it is not told which fields: only v2 allows that. */
export function allListed(module: Module): string[] {
  return [...module.fields.keys(), ...Object.keys(properties)];
}

/** A single record with everything it has: all fields, subforms, linked records and `$has_more`. */
export function whole(organization: Stored, module: Module, record: RecordData): RecordData {
  const fields = [...module.fields.values()];
  const rows = fields.filter((field) => rowTypes.has(field.dataType));
  const own = Object.keys(record).filter((key) => key.startsWith("$"));
  return {
    ...properties,
    ...Object.fromEntries(fields.map((field) => [field.apiName, answeredValue(field, record)])),
    ...Object.fromEntries(rows.map((field) => [field.apiName, rowsOf(organization, module, field, record)])),
    ...Object.fromEntries(own.map((key) => [key, record[key]])),
    $has_more: Object.fromEntries(rows.filter(mayHaveMore).map((field) => [field.apiName, false])),
    id: record.id,
  };
}

/** The rows of a subform or the like, with the parent they belong to. */
export function rowsOf(
  organization: Stored,
  module: Module,
  field: Field,
  record: RecordData,
): Record<string, unknown>[] {
  const rows = record[field.apiName];
  if (!Array.isArray(rows)) return [];
  const parent = field.rows
    ? {
        Parent_Id: organization.store(module).reference(record.id) ?? {
          name: nameOf(module, record),
          id: record.id,
        },
      }
    : {};
  const more = field.dataType === "subform" ? subformProperties : {};
  return rows.map((row: object) => ({ ...more, ...row, ...parent }));
}

const subformProperties = { $in_merge: false, $field_states: null, $zia_visions: null };

const mayHaveMore = ({ dataType }: Field): boolean => dataType !== "imageupload" && dataType !== "fileupload";

function propertyOf(name: string): unknown {
  return Object.entries(properties).find(([key]) => key === name)?.[1] ?? null;
}

function shortened(field: Field, value: unknown): unknown {
  return field.textarea === "rich_text" && typeof value === "string" ? value.slice(0, richTextLimit) : value;
}
