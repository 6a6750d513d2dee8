/**
 * The fields that a new record of each type may have, by name, beside its custom fields.
 * @see https://www.zoho.com/books/api/v3/introduction/ The names are those of its OpenAPI files.
 */
export const fieldNames: Readonly<Record<string, string>> = {
  contacts:
    "avatax_exempt_no avatax_use_code billing_address company_name contact_name contact_number contact_persons contact_type country_code credit_limit currency_id customer_sub_type default_templates facebook gst_no gst_treatment ignore_auto_number_generation is_portal_enabled is_taxable is_tds_registered language_code legal_name notes opening_balances owner_id payment_terms payment_terms_label place_of_contact pricebook_id shipping_address tags tax_authority_id tax_authority_name tax_exemption_certificate_number tax_exemption_code tax_exemption_id tax_id tax_id_type tax_id_value tax_reg_no tax_regime tax_treatment tds_tax_id track_1099 twitter vat_reg_no vat_treatment website",
  contactpersons:
    "communication_preference contact_id department designation email enable_portal first_name last_name mobile phone salutation skype",
  "contacts/address": "address attention city country fax phone state street2 zip",
  estimates:
    "accept_retainer adjustment adjustment_description avatax_exempt_no avatax_use_code contact_persons_associated currency_id custom_body custom_subject customer_id date description discount discount_type estimate_number exchange_rate expiry_date gst_no gst_treatment is_discount_before_tax is_inclusive_tax is_reverse_charge_applied item_id line_item_id line_items location_id name notes place_of_supply project_id quantity rate reference_number retainer_percentage salesperson_name shipping_charge tax_authority_id tax_exemption_id tax_id tax_treatment template_id terms unit vat_treatment",
  salesorders:
    "adjustment adjustment_description avatax_exempt_no avatax_use_code billing_address_id contact_persons_associated crm_custom_reference_id crm_owner_id currency_id customer_id date delivery_method discount discount_type documents estimate_id exchange_rate gst_no gst_treatment is_discount_before_tax is_inclusive_tax is_reverse_charge_applied is_update_customer line_items location_id merchant_id notes notes_default place_of_supply pricebook_id reference_number salesorder_number salesperson_id salesperson_name shipment_date shipping_address_id shipping_charge tax_authority_id tax_authority_name tax_exemption_code tax_exemption_id tax_id tax_treatment template_id terms terms_default vat_treatment zcrm_potential_id zcrm_potential_name",
  invoices:
    "adjustment adjustment_description allow_partial_payments avatax_exempt_no avatax_tax_code avatax_use_code batch_payments billing_address_id cfdi_usage contact_persons contact_persons_associated currency_id custom_body custom_subject customer_id date discount discount_type due_date exchange_rate expense_id gst_no gst_treatment invoice_number invoiced_estimate_id is_discount_before_tax is_inclusive_tax is_reverse_charge_applied line_items location_id notes payment_options payment_terms payment_terms_label place_of_supply reason recurring_invoice_id reference_number salesorder_item_id salesperson_name send shipping_address_id shipping_charge tax_authority_id tax_exemption_id tax_id tax_treatment template_id terms time_entry_ids vat_treatment",
  debitnotes:
    "contact_persons currency_id customer_id date due_date exchange_rate invoice_number line_items location_id payment_terms payment_terms_label reference_invoice_id reference_invoice_type type",
  recurringinvoices:
    "adjustment adjustment_description allow_partial_payments avatax_exempt_no avatax_tax_code avatax_use_code billing_address cfdi_usage contact_persons_associated currency_id customer_id description discount discount_type email end_date exchange_rate gst_no gst_treatment is_discount_before_tax is_inclusive_tax is_reverse_charge_applied item_id line_items location_id name payment_options payment_terms payment_terms_label place_of_supply quantity rate recurrence_frequency recurrence_name reference_number repeat_every salesperson_name shipping_address shipping_charge start_date tax_authority_id tax_exemption_id tax_id tax_treatment template_id unit vat_treatment",
  retainerinvoices:
    "contact_persons_associated customer_id date line_items location_id notes payment_options place_of_supply reference_number template_id terms",
  salesreceipts: "customer_id date line_items notes payment_mode receipt_number terms",
  creditnotes:
    "avatax_exempt_no avatax_tax_code avatax_use_code cfdi_reference_type cfdi_usage contact_persons_associated creditnote_number currency_id customer_id date exchange_rate gst_no gst_treatment ignore_auto_number_generation is_draft is_inclusive_tax is_reverse_charge_applied line_items location_id notes place_of_supply reference_number tax_authority_id tax_exemption_id tax_id tax_treatment template_id terms vat_treatment",
  "creditnotes/refunds":
    "amount date description exchange_rate from_account_id payment_form reference_number refund_mode",
  customerpayments:
    "account_id amount amount_applied bank_charges contact_persons customer_id date description exchange_rate invoice_id invoices location_id payment_form payment_mode reference_number retainerinvoice_id tax_amount_withheld",
  "customerpayments/refunds":
    "amount date description exchange_rate from_account_id payment_form reference_number refund_mode",
  expenses:
    "account_id acquisition_vat_id amount can_reclaim_vat_on_mileage currency_id customer_id date description destination_of_supply distance employee_id end_reading engine_capacity_range exchange_rate fuel_type gst_no hsn_or_sac is_billable is_inclusive_tax line_items location_id mileage_rate mileage_type mileage_unit paid_through_account_id place_of_supply product_type project_id reference_number reverse_charge_tax_id reverse_charge_vat_id source_of_supply start_reading tax_id tax_treatment taxes vat_treatment vehicle_type vendor_id",
  recurringexpenses:
    "account_id acquisition_vat_id amount currency_id customer_id destination_of_supply end_date exchange_rate gst_no is_billable is_inclusive_tax line_items location_id place_of_supply product_type project_id recurrence_frequency recurrence_name repeat_every reverse_charge_tax_id reverse_charge_vat_id source_of_supply start_date tax_id tax_treatment vat_treatment",
  employees: "email name",
  purchaseorders:
    "attention billing_address_id contact_persons_associated crm_custom_reference_id crm_owner_id currency_id date delivery_customer_id delivery_date delivery_org_address_id destination_of_supply discount discount_account_id documents due_date exchange_rate gst_no gst_treatment is_discount_before_tax is_inclusive_tax is_update_customer line_items location_id notes notes_default place_of_supply pricebook_id purchaseorder_number reference_number salesorder_id ship_via source_of_supply tax_treatment template_id terms terms_default vat_treatment vendor_id",
  bills:
    "adjustment adjustment_description approvers bill_number currency_id date destination_of_supply documents due_date exchange_rate gst_no gst_treatment is_inclusive_tax is_item_level_tax_calc is_update_customer line_items location_id notes payment_terms payment_terms_label permit_number place_of_supply pricebook_id purchaseorder_ids recurring_bill_id reference_number source_of_supply tax_treatment taxes terms vat_treatment vendor_id",
  recurringbills:
    "abn currency_id destination_of_supply discount discount_account_id end_date gst_no gst_treatment is_abn_quoted is_discount_before_tax is_inclusive_tax is_reverse_charge_applied is_tds_applied line_items location_id notes payment_terms payment_terms_label place_of_supply pricebook_id recurrence_frequency recurrence_name repeat_every source_of_supply start_date tax_treatment terms vat_reg_no vat_treatment vendor_id",
  vendorcredits:
    "currency_id date destination_of_supply documents exchange_rate gst_no gst_treatment is_inclusive_tax is_update_customer line_items location_id notes place_of_supply pricebook_id reference_number source_of_supply tax_treatment vat_treatment vendor_credit_number vendor_id",
  "vendorcredits/refunds": "account_id amount date description exchange_rate reference_number refund_mode",
  vendorpayments:
    "amount bills check_details date description exchange_rate is_paid_via_print_check location_id paid_through_account_id payment_mode reference_number vendor_id",
  "vendorpayments/refunds":
    "amount date description exchange_rate reference_number refund_mode to_account_id",
  bankaccounts:
    "account_code account_name account_number account_type bank_name currency_code currency_id description is_paypal_account is_primary_account paypal_email_address paypal_type routing_number",
  "bankaccounts/rules":
    "account_id apply_to criteria_type criterion customer_id is_reverse_charge_applied product_type record_as reference_number rule_name target_account_id tax_authority_id tax_exemption_id tax_id tax_treatment vat_treatment",
  "bankaccounts/statement": "account_id end_date start_date transactions",
  banktransactions:
    "amount bank_charges currency_id customer_id date description documents exchange_rate from_account_id from_account_tags is_inclusive_tax payment_mode reference_number tags tax_authority_id tax_exemption_id tax_id to_account_id to_account_tags transaction_type user_id",
  chartofaccounts:
    "account_code account_name account_type can_show_in_ze currency_id description include_in_vat_return parent_account_id show_on_dashboard",
  journals:
    "currency_id exchange_rate include_in_vat_return is_bas_adjustment journal_date journal_type line_items location_id notes product_type reference_number status tax_exemption_code tax_exemption_type vat_treatment",
  basecurrencyadjustment: "adjustment_date currency_id exchange_rate notes",
  "settings/openingbalances": "accounts date",
  fixedassets:
    "asset_account_id asset_cost asset_name asset_purchase_date computation_type dep_start_value depreciation_account_id depreciation_frequency depreciation_method depreciation_percentage depreciation_start_date description expense_account_id fixed_asset_type_id notes salvage_value serial_no tags total_life warranty_expiry_date",
  fixedassettypes:
    "computation_type depreciation_account_id depreciation_frequency depreciation_method depreciation_percentage expense_account_id fixed_asset_type_name salvage_value total_life",
  projects:
    "billing_type budget_amount budget_hours budget_type cost_budget_amount currency_id customer_id description project_name rate tasks user_id users",
  tasks: "budget_hours description rate task_name",
  "projects/timeentries":
    "begin_time cost_rate end_time is_billable log_date log_time notes project_id start_timer task_id user_id",
  "projects/users": "cost_rate users",
  items:
    "account_id avatax_tax_code avatax_use_code description hsn_or_sac inventory_account_id is_taxable item_tax_preferences item_type locations name product_type purchase_account_id purchase_description purchase_rate purchase_tax_exemption_id purchase_tax_rule_id rate reorder_level sales_tax_rule_id sat_item_key_code sku tax_exemption_id tax_id tax_percentage unitkey_code vendor_id",
  "settings/taxes":
    "country_code is_editable is_value_added purchase_tax_expense_account_id tax_authority_id tax_authority_name tax_factor tax_name tax_percentage tax_specific_type tax_type update_draft_invoice update_draft_so update_project update_recurring_bills update_recurring_expense update_recurring_invoice update_subscription",
  "settings/taxgroups": "tax_group_name taxes",
  "settings/taxauthorities": "description registration_number registration_number_label tax_authority_name",
  "settings/taxexemptions": "description tax_exemption_code type",
  "settings/currencies": "currency_code currency_format currency_symbol price_precision",
  "settings/currencies/exchangerates": "effective_date rate",
  locations:
    "address associated_series_ids auto_number_generation_id email is_all_users_selected location_name parent_location_id phone tax_settings_id type user_ids",
  users: "cost_rate email name role_id",
  organizations:
    "address currency_code date_format field_separator fiscal_year_start_month industry_size industry_type language_code name org_address portal_name remit_to_address time_zone",
  "estimates/comments": "description show_comment_to_clients",
  "salesorders/comments": "description",
  "invoices/comments": "description payment_expected_date show_comment_to_clients",
  "retainerinvoices/comments": "description payment_expected_date show_comment_to_clients",
  "creditnotes/comments": "description",
  "creditnotes/invoices": "amount_applied invoice_id invoices",
  "purchaseorders/comments": "description expected_delivery_date",
  "bills/comments": "description",
  "vendorcredits/comments": "description",
  "vendorcredits/bills": "bills",
  "journals/comments": "description",
  "fixedassets/comments": "description",
  "projects/comments": "description",
};

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
