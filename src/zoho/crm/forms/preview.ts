import { type MappedField, mapRecord, type Preview, type PreviewedValue } from "../../core/fieldMapping";
import { isObject, writeJson } from "../../core/json";
import type { Crm } from "../crm";
import { type Values, valuesOf } from "../records/write/create";
import { convert } from "../values/convert";
import { isOwnKey, namedField } from "../values/fields";
import { prepare } from "../values/prepare";
import type { Problem } from "../values/problem";
import { type Schema, schemaFor } from "../values/schema";
import { checkMapping } from "./mapping";
import type { FormInput } from "./sections";

export interface PreviewInput extends FormInput, Values {
  readonly fieldMapping?: readonly MappedField[];
}

/** What becomes of a value under a key: its field's name and type, and whether it is sent. */
function previewOf(
  key: string,
  given: unknown,
  schema: Schema,
  purpose: "create" | "update",
): PreviewedValue {
  const unchanged = { field: key, given, value: given, outcome: "unchanged" as const, message: "" };
  if (isOwnKey(key) || schema.fields.byName.size === 0) return unchanged;
  const named = namedField(key, schema.recordType, schema.fields);
  if (!named.ok)
    return { ...unchanged, value: null, outcome: "refused", message: `${named.problem.message}.` };
  const { field } = named;
  const shown = { ...unchanged, field: field.name };
  if (!(purpose === "create" ? field.creatable : field.updatable))
    return { ...shown, value: null, outcome: "leftOut", message: "The field is read-only." };
  const converted = convert(given, field, schema, { newPicklistValues: true });
  if (!converted.ok)
    return { ...shown, value: null, outcome: "refused", message: `${converted.problem.message}.` };
  const isSame = writeJson(converted.value) === writeJson(given);
  return { ...shown, value: converted.value, outcome: isSame ? "unchanged" : "converted", message: "" };
}

const problemsIn = ({ details, ...problem }: Problem): Problem[] =>
  Array.isArray(details.errors)
    ? details.errors.filter(isObject).map(({ code, message, details: inner }) => ({
        code: String(code),
        message: String(message),
        details: isObject(inner) ? inner : {},
      }))
    : [{ ...problem, details }];

/**
 * A record as a write would send it, without sending it: through a mapping, each value with what becomes of
 * it, and all that would be refused, by the module and by the layout. Costs what a first write costs for
 * metadata, and nothing after that.
 */
export async function previewRecord(crm: Crm, input: PreviewInput): Promise<Preview> {
  const { recordType, purpose = "create", layoutId, fieldMapping: mapping } = input;
  const given = valuesOf(input);
  const layout = layoutId && purpose === "create" ? { Layout: { id: layoutId } } : {};
  const values = { ...(mapping ? mapRecord(mapping, given, recordType) : given), ...layout };
  const schema = await schemaFor(crm, recordType, [values]);
  const prepared = prepare(values, schema, { operation: purpose, strict: false, newPicklistValues: true });
  const wrong = mapping ? await checkMapping(crm, { ...input, mapping }) : [];
  const refused = prepared.ok ? [] : problemsIn(prepared.problem);
  const said = new Set(refused.map(({ message }) => message));
  return {
    valid: prepared.ok,
    record: prepared.ok ? prepared.record : null,
    values: Object.entries(values).map(([key, value]) => previewOf(key, value, schema, purpose)),
    problems: [...refused, ...wrong.filter(({ message }) => !said.has(message))],
    warnings: prepared.ok ? prepared.warnings : [],
  };
}
