import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Repeatable } from "../../../batch/types";
import type { JsonObject } from "../../../core/json";
import type { Crm } from "../../crm";
import { isBlank } from "../../values/fields";
import { automationOf } from "../automation";
import { recordOperations } from "../operations";
import { type RecordsInput, write } from "./checkedWrite";
import { many, type One, only, valuesOf, type Written } from "./oneRecord";
import { isForState } from "./results";

export interface UpsertInput extends RecordsInput {
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
