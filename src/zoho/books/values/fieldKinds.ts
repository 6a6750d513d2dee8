/** What Zoho Books takes in a field. The kinds with `OrText` take text too, such as a discount of `10%`. */
export type FieldKind =
  | "number"
  | "numberOrText"
  | "numberOrPercent"
  | "boolean"
  | "booleanOrText"
  | "object"
  | "objectOrText"
  | "objects"
  | "list"
  | "listOrText";

/**
 * The fields that are more than text, by kind; a field has the same kind wherever it stands. Ids are never
 * numbers here: they stay text.
 * @see https://www.zoho.com/books/api/v3/introduction/ The names are those of its OpenAPI files.
 */
const names: readonly (readonly [kind: FieldKind, names: string])[] = [
  [
    "number",
    "adjustment amount_applied asset_cost bank_charges bcy_amount bcy_rate cost_budget_amount cost_rate credit_limit dep_start_value depreciation_percentage discount_amount index item_total item_total_inclusive_of_tax mileage_rate opening_balance_amount order payment_terms price_precision retainer_percentage tax_amount_withheld totalFiles total_life",
  ],
  [
    "numberOrText",
    "amount budget_hours discount distance end_reading exchange_rate item_order quantity rate repeat_every shipping_charge start_reading tax_amount tax_percentage type",
  ],
  [
    "boolean",
    "accept_retainer allow_partial_payments can_send_in_mail can_show_in_ze configured enable_portal ignore_auto_number_generation include_in_vat_return is_all_users_selected is_bas_adjustment is_billable is_current_user is_discount_before_tax is_draft is_editable is_email_enabled is_inclusive_tax is_item_level_tax_calc is_logo_uploaded is_one_off_address is_paid_via_print_check is_paypal_account is_portal_enabled is_primary_account is_primary_contact is_reverse_charge_applied is_sms_enabled is_taxable is_tds_applied is_tds_registered is_value_added is_verified is_whatsapp_enabled send send_from_org_email_id show_comment_to_clients show_on_dashboard show_on_pdf snail_mail track_1099 update_draft_invoice update_draft_so update_project update_recurring_bills update_recurring_expense update_recurring_invoice update_subscription",
  ],
  ["booleanOrText", "can_reclaim_vat_on_mileage email is_update_customer"],
  ["object", "billing_address communication_preference default_templates payment_options shipping_address"],
  ["objectOrText", "address"],
  [
    "objects",
    "accounts apply_creditnotes apply_vendor_credits approvers batch_payments bill_payments bills contact_persons_associated contacts criterion from_account_tags invoice_payments invoices item_tax_preferences line_items locations opening_balances payment_gateways tags tasks to_account_tags transactions transactions_to_be_matched users",
  ],
  [
    "list",
    "associated_series_ids bcc_mail_ids cc_mail_ids check_details contact_persons custom_fields document_ids invoice_ids item_custom_fields mail_documents purchaseorder_ids time_entry_ids to_mail_ids",
  ],
  ["listOrText", "documents serial_numbers taxes"],
];

/** The kinds as the files have them. */
export const fieldKinds: ReadonlyMap<string, FieldKind> = new Map(
  names.flatMap(([kind, words]) => words.split(" ").map((name) => [name, kind] as const)),
);

/** Amounts and rates that some files have as text: what is no number in them is a mistake all the same. */
const numbers = new Set(
  "amount exchange_rate quantity rate shipping_charge tax_amount tax_percentage".split(" "),
);

/** What a field takes: as the files have it, but for numbers that they are lax about. */
export function kindOf(field: string): FieldKind | undefined {
  if (numbers.has(field)) return "number";
  return field === "discount" ? "numberOrPercent" : fieldKinds.get(field);
}
