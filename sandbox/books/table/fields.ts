/**
 * The fields that each record type takes in a body, as Zoho's OpenAPI files list them. A name alone is a
 * text; `:200` is its greatest length, `#` marks a number, `?` a boolean, `[]` a list and `{}` an object.
 * Names that end in `date` are days.
 */
const party = `currency_id exchange_rate# place_of_supply gst_treatment gst_no vat_treatment tax_treatment template_id
  reference_number:100 location_id custom_fields[] line_items[] notes terms discount is_discount_before_tax?
  discount_type is_inclusive_tax? shipping_charge# adjustment# adjustment_description tax_id tax_authority_id
  tax_exemption_id avatax_use_code:25 avatax_exempt_no:25 is_reverse_charge_applied? pricebook_id`;
const customer = `customer_id contact_persons[] contact_persons_associated[] salesperson_id salesperson_name:200
  billing_address_id shipping_address_id zcrm_potential_id zcrm_potential_name custom_body custom_subject ${party}`;
const vendor = `vendor_id source_of_supply destination_of_supply is_update_customer? discount_account_id ${party}`;
const terms = "payment_terms# payment_terms_label:200 due_date";
const recurrence = "recurrence_name:100 start_date end_date recurrence_frequency repeat_every#";
const refund = "date refund_mode:50 payment_form reference_number:100 amount# exchange_rate# description";
const asset = `expense_account_id depreciation_account_id depreciation_method depreciation_frequency
  depreciation_percentage# total_life# salvage_value# computation_type`;

export const fields = {
  contacts: `contact_name:200 company_name:200 website language_code contact_type customer_sub_type credit_limit#
    pricebook_id contact_number:200 ignore_auto_number_generation? tags[] is_portal_enabled? currency_id payment_terms#
    payment_terms_label:200 notes billing_address{} shipping_address{} contact_persons[] default_templates{}
    custom_fields[] opening_balances[] vat_reg_no owner_id tax_reg_no tax_exemption_certificate_number country_code
    vat_treatment tax_treatment tax_regime legal_name is_tds_registered? place_of_contact gst_no gst_treatment
    tax_authority_name avatax_exempt_no avatax_use_code tax_exemption_id tax_exemption_code tax_authority_id tax_id
    tds_tax_id is_taxable? facebook:100 twitter:100 track_1099? tax_id_type tax_id_value zcrm_account_id
    zcrm_contact_id zcrm_vendor_id`,
  contactPersons: `contact_id salutation:25 first_name:100 last_name:100 email:100 phone:50 mobile:50 skype:50
    designation:50 department:50 enable_portal? communication_preference{} is_primary_contact?`,
  addresses:
    "attention:100 address:500 street2:255 city:100 state:100 zip:50 country:100 fax:50 phone:50 address_id",
  estimates: `estimate_number date expiry_date project_id accept_retainer? retainer_percentage# ${customer}`,
  salesOrders: `salesorder_number date shipment_date delivery_method estimate_id merchant_id crm_owner_id
    crm_custom_reference_id notes_default terms_default tax_authority_name tax_exemption_code ${customer}`,
  salesReceipts: `receipt_number date payment_mode deposit_to_account_id ${customer}`,
  invoices: `invoice_number date cfdi_usage cfdi_reference_type recurring_invoice_id invoiced_estimate_id salesorder_id
    send? payment_options{} allow_partial_payments? reason expense_id avatax_tax_code:25 time_entry_ids[]
    batch_payments[] type reference_invoice_id reference_invoice_type project_id ${terms} ${customer}`,
  recurringInvoices: `cfdi_usage allow_partial_payments? email billing_address{} shipping_address{} payment_options{}
    ${recurrence} ${terms} ${customer}`,
  retainerInvoices: `date project_id payment_options{} due_date ${customer}`,
  creditNotes: `creditnote_number:100 date is_draft? cfdi_usage cfdi_reference_type ignore_auto_number_generation?
    avatax_tax_code:25 ${customer}`,
  customerPayments: `customer_id payment_mode:100 amount# date reference_number:100 description invoices[]
    exchange_rate# payment_form bank_charges# custom_fields[] location_id tax_amount_withheld# account_id
    contact_persons[] retainerinvoice_id currency_id payment_number`,
  expenses: `account_id date amount# tax_id source_of_supply destination_of_supply place_of_supply hsn_or_sac gst_no
    reverse_charge_tax_id location_id line_items[] taxes[] is_inclusive_tax? is_billable? reference_number:100
    description:100 customer_id currency_id exchange_rate# project_id mileage_type vat_treatment tax_treatment
    product_type acquisition_vat_id reverse_charge_vat_id start_reading# end_reading# distance mileage_unit
    mileage_rate# employee_id vehicle_type can_reclaim_vat_on_mileage fuel_type engine_capacity_range
    paid_through_account_id vendor_id custom_fields[]`,
  recurringExpenses: `account_id gst_no source_of_supply destination_of_supply place_of_supply reverse_charge_tax_id
    location_id line_items[] amount# vat_treatment tax_treatment product_type acquisition_vat_id reverse_charge_vat_id
    tax_id is_inclusive_tax? is_billable? customer_id vendor_id project_id currency_id exchange_rate#
    paid_through_account_id custom_fields[] ${recurrence}`,
  bills: `bill_number date permit_number purchaseorder_ids[] recurring_bill_id is_item_level_tax_calc? taxes[]
    approvers[] ${terms} ${vendor}`,
  recurringBills: `vat_reg_no is_abn_quoted abn pricebook_name is_tds_applied? ${recurrence} ${terms} ${vendor}`,
  purchaseOrders: `purchaseorder_number date delivery_date due_date crm_owner_id crm_custom_reference_id notes_default
    terms_default ship_via delivery_org_address_id delivery_customer_id attention salesorder_id billing_address_id
    contact_persons_associated[] ${vendor}`,
  vendorCredits: `vendor_credit_number date ${vendor}`,
  vendorPayments: `vendor_id bills[] date exchange_rate# amount# paid_through_account_id payment_mode description
    reference_number check_details{} is_paid_via_print_check? location_id custom_fields[] currency_id`,
  items: `name:100 rate# description:2000 tax_id locations[] purchase_tax_rule_id sales_tax_rule_id tax_percentage sku
    unit product_type hsn_or_sac sat_item_key_code unitkey_code is_taxable? tax_exemption_id purchase_tax_exemption_id
    account_id avatax_tax_code:25 avatax_use_code:25 item_type purchase_description purchase_rate# purchase_account_id
    inventory_account_id vendor_id reorder_level item_tax_preferences[] custom_fields[]`,
  bankAccounts: `account_name account_type account_number account_code currency_id currency_code description bank_name
    routing_number is_primary_account? is_paypal_account? paypal_type paypal_email_address`,
  bankRules: `rule_name target_account_id apply_to criteria_type criterion[] record_as account_id customer_id tax_id
    reference_number vat_treatment tax_treatment is_reverse_charge_applied? product_type tax_authority_id
    tax_exemption_id`,
  bankTransactions: `from_account_id to_account_id transaction_type amount# payment_mode exchange_rate# date customer_id
    reference_number description currency_id tax_id is_inclusive_tax? tags[] from_account_tags[] to_account_tags[]
    documents[] bank_charges# user_id tax_authority_id tax_exemption_id custom_fields[] line_items[] account_id`,
  accounts: `account_name account_code account_type currency_id description show_on_dashboard? can_show_in_ze?
    include_in_vat_return? custom_fields[] parent_account_id`,
  journals: `journal_date reference_number notes journal_type vat_treatment include_in_vat_return? product_type
    is_bas_adjustment? currency_id exchange_rate# location_id line_items[] tax_exemption_code tax_exemption_type status
    custom_fields[]`,
  currencyAdjustments: "currency_id adjustment_date exchange_rate# notes",
  projects: `project_name:100 customer_id currency_id description:500 billing_type rate# budget_type budget_hours
    budget_amount# cost_budget_amount# user_id tasks[] users[] custom_fields[]`,
  tasks: "task_name:100 description rate# budget_hours#",
  projectUsers: "users[] user_id cost_rate# user_name:200 email user_role rate# budget_hours",
  timeEntries: `project_id task_id user_id log_date log_time begin_time end_time is_billable? notes:500 start_timer
    cost_rate#`,
  taxes: `tax_name tax_percentage# tax_type tax_factor tax_specific_type tax_authority_name tax_authority_id
    country_code purchase_tax_expense_account_id is_value_added? is_editable? tds_payable_account_id`,
  taxGroups: "tax_group_name taxes",
  taxAuthorities: "tax_authority_name description registration_number registration_number_label",
  taxExemptions: "tax_exemption_code description type",
  webhooks: "webhook_name description entity url method body_type raw_data headers[] secret",
  workflows:
    "workflow_name description entity rule_type rule{} apply_rule_always? is_active? field_update[] field_update_comparator instant_actions[]",
  currencies: "currency_code currency_symbol price_precision# currency_format",
  exchangeRates: "effective_date rate#",
  locations: `type email phone address{} location_name tax_settings_id parent_location_id associated_series_ids[]
    auto_number_generation_id is_all_users_selected? user_ids country`,
  users: "name email role_id cost_rate#",
  employees: "name email",
  organizations: `name fiscal_year_start_month currency_code time_zone date_format field_separator language_code
    industry_type industry_size portal_name org_address remit_to_address address{} contact_name phone fax website email
    currency_id companyid_label companyid_value taxid_label taxid_value custom_fields[]`,
  fixedAssets: `asset_name fixed_asset_type_id asset_account_id asset_cost# asset_purchase_date description
    depreciation_start_date warranty_expiry_date serial_no dep_start_value# notes tags[] custom_fields[] ${asset}`,
  fixedAssetTypes: `fixed_asset_type_name ${asset}`,
  comments: "description payment_expected_date show_comment_to_clients expected_delivery_date",
  creditNoteRefunds: `${refund} from_account_id`,
  paymentRefunds: `${refund} from_account_id`,
  vendorCreditRefunds: `${refund} account_id`,
  vendorPaymentRefunds: `${refund} to_account_id`,
  moduleRecords: "record_name",
} as const;
