import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Repeatable } from "../../../batch/queue";
import { type JsonObject, textAt } from "../../../core/json";
import { inputError } from "../../../http/errors";
import type { Crm } from "../../crm";
import { getFields } from "../../metadata/modules";
import { selectableFields } from "../../query/columns";
import { column } from "../../query/coql";
import { select } from "../../query/select";
import { literalsFor } from "../../query/values";
import { type FieldIndex, fieldsNamed, indexOf, isBlank } from "../../values/fields";
import { expectFields } from "../../values/schema";
import { automationOf, recordOperations } from "../operations";
import { type CreateInput, createRecord, many, type One, only, valuesOf, type Written } from "./create";
import { isForState } from "./results";
import { type RecordsInput, write } from "./sendRecords";

interface UpsertInput extends RecordsInput {
  readonly duplicateCheckFields?: readonly string[];
}

/** The field by which Zoho looks for an existing record of a module when it is told no other. */
const systemCheckFields: Readonly<Record<string, string>> = {
  Leads: "Email",
  Contacts: "Email",
  Accounts: "Account_Name",
  Deals: "Deal_Name",
  Campaigns: "Campaign_Name",
  Cases: "Subject",
  Solutions: "Solution_Title",
  Products: "Product_Name",
  Vendors: "Vendor_Name",
  Price_Books: "Price_Book_Name",
  Quotes: "Subject",
  Sales_Orders: "Subject",
  Purchase_Orders: "Subject",
  Invoices: "Subject",
};

/**
 * Creates records, or updates those that Zoho finds by the duplicate check fields.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html
 */
function upsertAll(crm: Crm, input: UpsertInput): Promise<Attempted> {
  const { recordType, duplicateCheckFields = [] } = input;
  const checked =
    duplicateCheckFields.length > 0 ? duplicateCheckFields : [systemCheckFields[recordType] ?? "Name"];
  return write(crm, input, "upsert", {
    operation: recordOperations.upsertRecords,
    action: "update",
    names: { "Duplicate Check Fields": duplicateCheckFields },
    keyFields: ["id", ...checked],
    repeatable: (record, unique) => upsertRepeatable(record, checked, unique),
    afterDoubt: afterDoubtfulUpsert,
    call: (data) => ({
      path: { module: recordType },
      body: {
        data,
        ...automationOf(input),
        ...(duplicateCheckFields.length > 0 ? { duplicate_check_fields: duplicateCheckFields } : {}),
      },
    }),
  });
}

/**
 * How often an upsert may be sent. What Zoho keeps unique is never there twice. By any other field, two that
 * run at the same time make two records, so that the first must have ended. Without a value to find it by, a
 * record is inserted each time it is sent.
 */
function upsertRepeatable(
  record: JsonObject,
  checked: readonly string[],
  unique: readonly string[],
): Repeatable {
  const has = (field: string): boolean => !isBlank(record[field]);
  if (has("id") || unique.some(has)) return "always";
  return checked.some(has) ? "answered" : "never";
}

/**
 * After a first try that may have been carried out, an update by the second does not say what the first did.
 */
function afterDoubtfulUpsert(outcome: Outcome): Outcome | undefined {
  if (outcome.status === "error") return isForState(outcome) ? undefined : outcome;
  if (outcome.action !== "update") return outcome;
  const { action: _, ...rest } = outcome;
  return { ...rest, message: "record added or updated; an earlier try had no answer" };
}

/** Upserts any number of records: an outcome for each, and what all cost. */
export const upsertRecords = many(upsertAll);

/** Upserts one record, on the path of many, with an error where it failed. */
export const upsertRecord = async (crm: Crm, input: One<UpsertInput>): Promise<Written> =>
  only(crm, await upsertAll(crm, { ...input, records: [valuesOf(input)] }), true);

interface FindOrCreateInput extends One<CreateInput> {
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
