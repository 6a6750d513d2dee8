import { type JsonObject, textAt } from "../../../core/json";
import { inputError } from "../../../http/errors";
import type { Crm } from "../../crm";
import { getFields } from "../../metadata/modules";
import { selectableFields } from "../../query/columns";
import { column } from "../../query/coql";
import { select } from "../../query/select";
import { literalsFor } from "../../query/values";
import { type FieldIndex, indexOf, isBlank } from "../../values/fields";
import { fieldsNamed } from "../../values/names";
import { expectFields } from "../../values/schema";
import { type CreateInput, createRecord } from "./create";
import { type One, valuesOf } from "./oneRecord";

export interface FindOrCreateInput extends One<CreateInput> {
  /** The field that must be equal, and to what. */
  readonly matchField: string;
  readonly matchValue: string;
}

/**
 * The record whose field has a value, or else a new one. It is looked up by COQL, which, unlike search, sees
 * what was written a moment ago; a lead that was converted is not found. Where Zoho keeps the field unique,
 * no two runs can create two records.
 * @returns which of the two it was, the id, and the record: as it is in Zoho, or as it was created.
 * @throws ZohoError `OUTCOME_UNKNOWN` where nobody can tell whether the record was created; of kind `input`
 * where the values contradict the one looked for.
 */
export async function findOrCreateRecord(
  crm: Crm,
  { matchField, matchValue, ...input }: FindOrCreateInput,
): Promise<{ created: boolean; id: string; data: readonly [JsonObject] }> {
  const described = indexOf(await getFields(crm, input.recordType));
  expectFields(input.recordType, described, { "Match Field": [matchField] });
  const values = withMatch(described, { ...input, matchField, matchValue });
  const isUnique = described.byName.get(matchField)?.unique ?? false;
  const write = await literalsFor(crm, input.recordType, matchField, "Match Value");
  const names = [matchField, ...(await selectableFields(crm, input.recordType))];
  const where = `${column(matchField)} = ${write(matchValue)}`;
  const { rows } = await select(crm, { module: input.recordType, names, optional: true, where, limit: 200 });
  const [found, another] = rows.filter((record) => record.Converted__s !== true);
  if (another) crm.log.warn(`Several records have this ${matchField}. The oldest was taken.`);
  if (found) return { created: false, id: textAt(found, "id") ?? "", data: [found] };
  if (!isUnique)
    crm.log.warn(`${matchField} is not unique in Zoho: two runs at the same time may each create a record.`);
  const { record: _, dynamicValues: __, fieldValues: ___, ...how } = input;
  const uniqueField = input.uniqueField ?? (isUnique ? matchField : undefined);
  const written = await createRecord(crm, { ...how, record: values, uniqueField });
  const id = textAt(written.data[0].details, "id") ?? "";
  return { created: true, id, data: [{ ...values, id }] };
}

/** Values under the API name or label of the field looked for are that value, or contradict it. */
function withMatch(fields: FieldIndex, { matchField, matchValue, ...input }: FindOrCreateInput): JsonObject {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(valuesOf(input))) {
    if (!fieldsNamed(key, fields).some(({ name }) => name === matchField)) values[key] = value;
    else if (!isBlank(value) && String(value).trim().toLowerCase() !== matchValue.toLowerCase())
      throw inputError(
        "crm",
        `Match Value: the new record is to have another value in ${matchField}. Give both the same`,
      );
  }
  return { ...values, [matchField]: matchValue };
}
