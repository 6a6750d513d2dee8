import type { Recorded } from "./shape";

/**
 * Payments and the ledger, as recorded answers of a US organization hold it; `shape.ts` says how to read it.
 */
export const recordedMoney: Recorded = {
  customerpayments: {
    list: `payment_id payment_number invoice_numbers date payment_mode payment_mode_formatted amount#
      bcy_amount# unused_amount# bcy_unused_amount# account_id account_name description reference_number
      customer_id customer_name created_time last_modified_time last_four_digits gateway_transaction_id
      payment_gateway bcy_refunded_amount# applied_invoices[] has_attachment? tags[] documents
      custom_fields_list tax_account_id tax_account_name tax_amount_withheld# payment_type payment_status
      settlement_status sales_channel`,
    record: `payment_id payment_number sales_channel account_identifier payment_link_id created_by created_time
      updated_time lock_details{ can_lock? } locked_actions[] payment_number_prefix payment_number_suffix
      documents[] beat_id beat_number journey_plan_id sales_person_id sales_person_name customer_id
      customer_name payment_mode card_type date offline_created_date_with_time account_id account_name
      account_type customer_advance_account_id customer_advance_account_name currency_id currency_symbol
      currency_code exchange_rate# amount# unused_amount# bank_charges# bank_charges_account_id
      bank_charges_account_name tax_account_id is_client_review_settings_enabled? tax_account_name
      tax_amount_withheld# discount_amount# is_early_payment_discount_applicable? description
      reference_number online_transaction_id payment_gateway settlement_status is_ondc_channel? invoices[
      invoice_number invoice_payment_id invoice_id invoice_customer_id invoice_customer_name
      amount_applied# tax_amount_withheld# discount_amount# total# balance# date due_date price_precision#
      apply_date allow_partial_payments is_early_payment_discount_applicable? invoice_installments[]
      installments[] ] payment_status tender_id payment_refunds[] deposit_details[] last_four_digits
      template_id template_name page_width page_height orientation template_type attachment_name
      can_send_in_mail? can_send_payment_sms? is_payment_details_required? custom_fields[]
      custom_field_hash{} imported_transactions[] price_precision# rounding_mode tags[]`,
  },
  vendorpayments: {
    list: `payment_id vendor_id currency_id status vendor_name bill_numbers payment_mode payment_number
      description date reference_number exchange_rate# amount# bcy_amount# paid_through_account_id
      paid_through_account_name balance# currency_code bcy_balance# created_time last_modified_time
      is_paid_via_print_check? has_attachment? tags[] is_ach_payment? ach_payment_status
      ach_gw_transaction_id gw_reference_number check_details{ check_id check_status check_number memo }`,
    record: `payment_id vendor_id vendor_name status is_online_payment? transfer_type payment_mode payment_number
      payment_number_prefix payment_number_suffix purpose_code custom_fields[] custom_field_hash{}
      description documents[] date reference_number exchange_rate# tds_tax_id tds_calculation_type
      is_tds_amount_in_percent? tax_account_id tax_account_name tax_amount_withheld# amount# bank_charges#
      bank_charges_account_id bank_charges_account_name balance# currency_id currency_code currency_symbol
      created_time last_modified_time created_by_id created_by_name credit_account_id
      paid_through_account_id paid_through_account_name paid_through_account_type is_paid_via_print_check?
      offset_account_id offset_account_name is_ach_payment? ach_payment_status gw_reference_number
      check_details{ check_id check_number memo amount_in_words check_status template_id
      retain_txn_in_void_check? } billing_address{ address street2 city state zip country fax phone
      attention } bills[ bill_number price_precision# bill_payment_id bill_id is_opening_balance? total#
      balance# unprocessed_payment_amount# amount_applied# apply_date tax_amount_withheld# date due_date ]
      vendorpayment_refunds[] comments[ comment_id description commented_by_id commented_by date
      date_description time operation_type ] imported_transactions[] approvers_list[] submitted_date
      submitted_by submitted_by_name submitted_by_email submitted_by_photo_url submitter_id approver_id
      tags[]`,
  },
  journals: {
    list: `journal_id journal_date entry_number reference_number currency_id status notes journal_type
      entity_type total# bcy_total# tags[] last_modified_time created_by_id created_by_name`,
    record: `journal_id entry_number reversal_date is_period_end_journal? fiscal_year# journal_template_name
      reference_number journal_number_prefix journal_number_suffix notes is_scheduled_reversal?
      currency_id currency_code currency_symbol exchange_rate# journal_date journal_type status
      branch_difference[] line_items[ line_id account_id customer_id item_order# customer_name
      account_name description debit_or_credit tax_exemption_id tax_exemption_type tax_authority_id tax_id
      tax_name tax_type tax_percentage line_item_taxes[] amount# bcy_amount# project_name project_id
      tags[] ] line_item_total# documents[] total# bcy_total# price_precision# taxes[]
      available_receivables_credits# available_payables_credits# created_time last_modified_time comments[
      comment_id comment_type commented_by_id commented_by description date operation_type
      transaction_type ] project_id project_name imported_transactions[] custom_fields[] invoices_credited[]
      bills_credited[] is_accrual_journal? tags[] approvers_list[] submitted_date submitted_by
      submitted_by_name submitted_by_email submitted_by_photo_url submitter_id approver_id`,
  },
  bankaccounts: {
    list: `account_id account_name account_code currency_id currency_code account_type account_sub_type
      uncategorized_transactions# total_unprinted_checks# is_active? balance# bank_balance# bcy_balance#
      bank_name feeds_last_refresh_date is_direct_paypal? mfa_required? account_number routing_number
      is_primary_account? is_paypal_account? partner_bank_source_formatted partner_bank_source
      payout_bank_name is_beta_feed? consent_info{ consent_remaining_days is_consent_expired } feed_status`,
    record: `account_id account_name account_code account_code_prefix generation_number currency_id currency_code
      currency_symbol custom_fields[] custom_field_hash{} price_precision# account_type account_sub_type
      account_number uncategorized_transactions# last_import_duplicate_count# total_unprinted_checks#
      institution_id institution_name is_pdf_password_stored? is_zlabs_supported? is_active? balance#
      bank_balance# bcy_balance# bank_name routing_number is_primary_account? is_paypal_account?
      description feeds_last_refresh_date can_show_in_ze? is_direct_paypal?
      can_show_paypal_direct_integ_banner? partner_bank_source_formatted partner_bank_source
      payout_bank_name is_feeds_owner? migrate_to_partner_bank is_beta_feed? consent_info{
      consent_remaining_days is_consent_expired } feed_status mfa_required? can_access_all_branches?
      can_access_all_locations? can_access_all_locations_of_bank_account? latest_transaction_date
      sub_corporate_cards_count is_rule_update_required? is_undeposited_funds?`,
  },
  chartofaccounts: {
    list: `account_id account_name account_code account_type description placeholder
      is_register_supported_account? is_user_created? is_system_account? is_active? can_show_in_ze?
      parent_account_id parent_account_name depth# has_attachment? is_child_present? child_count
      documents[] created_time is_standalone_account? last_modified_time`,
    record: `account_type is_bulk_update_supported? is_active? is_register_supported_account? documents[]
      parent_account_name custom_fields[] is_involved_in_transaction? description transactions[ date
      transaction_id fcy_credit# entity_type_formatted reference_number credit_formatted debit_formatted
      entity_type date_formatted fcy_debit_formatted fcy_credit_formatted customer_name customer_id debit#
      credit# fcy_debit# ] is_system_account? closing_balance_formatted account_id parent_account_id
      closing_balance# account_name account_code account_type_formatted placeholder isdebit? status
      account_code_prefix generation_number currency_id currency_code can_show_in_ze? custom_field_hash{}
      created_time last_modified_time is_standalone_account? opening_balances[]`,
  },
};
