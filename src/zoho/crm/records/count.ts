import { isObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { bindCriteria } from "../search/criteria";
import { searchedPhone } from "../search/search";

/** Counts. */
export const countOperations = {
  countRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/count",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ and ZohoSearch.securesearch.READ",
    credits: 1,
    success: [200],
    tells: "count",
  },
} as const;

export interface CountInput {
  readonly recordType: string;
  readonly customViewId?: string;
  readonly criteria?: string;
  /** Values for the `:name` places of the criteria. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly email?: string;
  readonly phone?: string;
  readonly word?: string;
}

/**
 * How many records a module has; or a custom view of it, or a search.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-record-count.html
 */
export async function countRecords(crm: Crm, input: CountInput): Promise<{ count: number }> {
  const { recordType, customViewId: cvid, criteria, parameters = {}, email, phone, word } = input;
  const ways = [cvid, criteria, email, phone, word].filter((way) => way !== undefined);
  if (ways.length > 1) {
    throw inputError(
      "crm",
      "At most one of Custom View ID, Criteria, Email, Phone and Word says what to count",
    );
  }
  const bound = criteria === undefined ? undefined : bindCriteria(criteria, parameters);
  const { body, status } = await crm.send(countOperations.countRecords, {
    path: { module: recordType },
    query: {
      cvid,
      criteria: bound,
      email,
      phone: phone === undefined ? undefined : searchedPhone(phone),
      word,
    },
  });
  // Zoho has been seen to send the number as text.
  const count = Number(isObject(body) ? (body.count ?? Number.NaN) : Number.NaN);
  if (!Number.isNaN(count)) return { count };
  throw crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    status,
    message: "Zoho's answer has no count",
  });
}
