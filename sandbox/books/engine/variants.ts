import { isObject, type Row, textOf } from "../core/values";
import type { RecordType } from "../table/recordType";

/**
 * The type that is meant where two share a path, as invoices and debit notes do: by the field of a record or
 * a body, or by the value of `filter_by`.
 */
export function variantOf(type: RecordType, source: unknown): RecordType {
  const { variant } = type;
  if (!variant) return type;
  const isMeant = isObject(source) ? isOf(variant.type, source) : source === variant.filterBy;
  return isMeant ? variant.type : type;
}

/** Whether a record on the type's path is of the type. */
export const isOf = ({ kind }: RecordType, row: Row): boolean =>
  !kind || textOf(row[kind.field]) === kind.value;
