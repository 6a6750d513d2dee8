import { invalidValue, notAllowed } from "../core/refusal";
import { type Draft, isEmpty, textOf } from "../core/values";
import { decimal, times, toNumber, zero } from "../money/decimal";
import { leftOf, settle } from "../money/settle";
import type { Rules } from "../table/recordType";

/** A refund of what is left of a payment or credit; `brings` names fields it takes over from there. */
export const refundRules = (
  path: string,
  idField: string,
  brings: Readonly<Record<string, string>>,
): Rules => ({
  complete(draft, { organization, before }) {
    const source = organization.records(path).get(textOf(draft[idField]));
    if (!source) throw invalidValue(idField);
    const id = textOf(source[idField]);
    const amount = decimal(draft.amount);
    const left = leftOf(organization, path, source, organization.applications.from(id));
    if (amount <= zero) throw invalidValue("amount");
    if (amount > left + decimal(before?.amount))
      throw notAllowed("The amount refunded is more than what is left.");
    const rate = isEmpty(draft.exchange_rate) ? 1 : draft.exchange_rate;
    Object.assign(draft, namesOf(source, brings), {
      refund_mode: isEmpty(draft.refund_mode) ? "cash" : draft.refund_mode,
      exchange_rate: rate,
      amount: toNumber(amount),
      amount_fcy: toNumber(amount),
      amount_bcy: toNumber(times(amount, decimal(rate), organization.precision)),
    });
  },
  stored(row, { organization }) {
    settle(organization, path, textOf(row[idField]));
  },
  removed(row, organization) {
    settle(organization, path, textOf(row[idField]));
  },
});

function namesOf(source: Draft | Readonly<Draft>, brings: Readonly<Record<string, string>>): Draft {
  const { customer_id, customer_name, vendor_id, vendor_name } = source;
  const party = isEmpty(vendor_id) ? { customer_id, customer_name } : { vendor_id, vendor_name };
  return { ...party, ...Object.fromEntries(Object.entries(brings).map(([to, from]) => [to, source[from]])) };
}
