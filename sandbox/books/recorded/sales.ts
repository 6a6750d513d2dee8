import type { Recorded } from "./shape";

/** What is sold, as recorded answers of a US organization hold it; `shape.ts` says how to read it. */
export const recordedSales: Recorded = {
  invoices: {
    list: `ach_payment_initiated? invoice_id zcrm_potential_id customer_id zcrm_potential_name customer_name
      company_name status invoice_number reference_number date due_date issued_date due_days email
      project_name billing_address{ address street2 city state zipcode country phone fax attention }
      shipping_address{ address street2 city state zipcode country phone fax attention } country phone
      created_by total# balance# payment_expected_date custom_fields[] custom_field_hash{} tags[]
      salesperson_name shipping_charge# adjustment# created_time last_modified_time updated_time
      is_viewed_by_client? has_attachment? client_viewed_time is_emailed? color_code current_sub_status_id
      current_sub_status currency_id schedule_time currency_code currency_symbol template_type invoice_url
      invoice_source sales_channel transaction_type reminders_sent# last_reminder_sent_date
      last_payment_date template_id documents salesperson_id write_off_amount# exchange_rate#
      unprocessed_payment_amount# is_viewed_in_mail? mail_first_viewed_time mail_last_viewed_time`,
    record: `invoice_id channel_invoice_id account_identifier invoice_number date due_date issued_date
      offline_created_date_with_time customer_id customer_name customer_custom_fields[]
      customer_custom_field_hash{} email currency_id invoice_source currency_code currency_symbol
      currency_name_formatted status unprocessed_payment_amount# custom_fields[] custom_field_hash{}
      recurring_invoice_id is_last_child_invoice? payment_terms# payment_terms_label payment_terms_id
      invoice_installments[] early_payment_discount_percentage# early_payment_discount_due_days
      early_payment_discount_amount# payment_reminder_enabled? payment_made# zcrm_potential_id
      zcrm_potential_name reference_number is_early_payment_discount_applicable? lock_details{ can_lock? }
      locked_actions[] lock_detail{ can_lock? custom_locks[] system_locks[] } is_progress_invoice?
      can_show_kit_return? is_kit_partial_return? line_items[ line_item_id item_id item_order# name
      internal_name description discount_account_id discount_account_name unit quantity# discount_amount#
      discount# discounts[] bcy_rate# rate# account_id account_name header_id header_name pricebook_id
      tax_id tax_name tax_type tax_percentage# item_total# item_custom_fields[] pricing_scheme tags[]
      documents[] image_document_id line_item_taxes[] bill_id bill_item_id stock_on_hand available_stock
      committed_stock available_for_sale_stock project_id time_entry_ids[] expense_id item_type
      expense_receipt_name sales_rate# purchase_rate salesorder_item_id cost_amount# markup_percent#
      item_code{} mapped_items[] is_modifier_item? line_item_category ] total_retention_amount#
      retention_items[] retention_override_preference exchange_rate# is_autobill_enabled?
      inprocess_transaction_present? allow_partial_payments? price_precision# sub_total# tax_total#
      total_taxable_amount# discount_total# discount_percent# discount# discount_applied_on_amount#
      discount_type discount_account_id discount_account_name account_id account_name
      adjustment_account_id adjustment_account_name tax_override_preference is_discount_before_tax?
      adjustment# adjustment_description shipping_charge_tax_id shipping_charge_tax_name
      shipping_charge_tax_type shipping_charge_tax_percentage shipping_charge_tax_exemption_id
      shipping_charge_tax_exemption_code shipping_charge_tax bcy_shipping_charge_tax
      shipping_charge_exclusive_of_tax# shipping_charge_inclusive_of_tax# shipping_charge_tax_formatted
      shipping_charge_exclusive_of_tax_formatted shipping_charge_inclusive_of_tax_formatted
      shipping_charge_account_id shipping_charge_account_name shipping_charge# bcy_shipping_charge#
      bcy_adjustment# bcy_sub_total# bcy_discount_total# bcy_tax_total# bcy_total# total# balance#
      write_off_amount# roundoff_value# transaction_rounding_type rounding_mode bcy_rounding_mode
      is_inclusive_tax? sub_total_inclusive_of_tax# contact_category tax_rounding taxes[]
      shipping_charge_taxes[] exceptions[] tds_calculation_type can_send_invoice_sms?
      payment_expected_date payment_discount# stop_reminder_until_payment_expected_date? last_payment_date
      ach_supported? ach_payment_initiated? payment_options{ payment_gateways[] }
      reader_offline_payment_initiated? contact_persons[] contact_persons_associated[] attachment_name
      documents[] computation_type in_process_payments[] deliverychallans[] merchant_id merchant_name
      ecomm_operator_id ecomm_operator_name salesorder_id salesorder_number salesorders[] shipping_bills[]
      contact_persons_details[] contact{ customer_balance# credit_limit# unused_customer_credits#
      is_credit_limit_migration_completed? } salesperson_id salesperson_name is_emailed? reminders_sent#
      last_reminder_sent_date next_reminder_date_formatted is_viewed_by_client? client_viewed_time
      submitter_id approver_id submitted_date submitted_by submitted_by_name submitted_by_email
      submitted_by_photo_url template_id template_name template_type notes terms billing_address{ street
      address street2 city state zip country country_code fax phone attention } shipping_address{ street
      address street2 city state zip country country_code fax phone attention } invoice_url
      subject_content can_send_in_mail? created_time last_modified_time created_date created_by_id
      created_by_name last_modified_by_id page_width page_height orientation is_backorder sales_channel
      color_code current_sub_status_id current_sub_status sub_statuses[] estimate_id
      is_client_review_settings_enabled? unused_retainer_payments# credits_applied# tax_amount_withheld#
      schedule_time customer_default_billing_address{ zip country address city phone city_code street2
      state fax state_code } includes_package_tracking_info? approvers_list[] qr_code{ qr_source
      is_qr_enabled? qr_value qr_description } tags[] exchange_invoices[]`,
  },
  estimates: {
    list: `estimate_id zcrm_potential_id zcrm_potential_name customer_name customer_id company_name status
      color_code current_sub_status_id current_sub_status estimate_number reference_number date
      currency_id currency_code total# created_time last_modified_time accepted_date declined_date
      expiry_date has_attachment? tags[] is_viewed_by_client? client_viewed_time is_emailed? template_type
      template_id salesperson_id salesperson_name`,
    record: `estimate_id estimate_number zcrm_potential_id zcrm_potential_name date created_date reference_number
      status color_code current_sub_status_id current_sub_status sub_statuses[] customer_id documents[]
      customer_name is_transaction_created? is_converted_to_open? is_progressive_quote? uninvoiced_amount#
      invoiced_amount# contact_category exceptions[] contact_persons[] currency_id currency_code
      currency_symbol exchange_rate# expiry_date discount# discount_applied_on_amount#
      is_discount_before_tax? discount_type is_viewed_by_client? client_viewed_time is_inclusive_tax?
      tax_rounding tds_calculation_type estimate_url lock_details{ can_lock? } locked_actions[]
      lock_detail{ can_lock? custom_locks[] system_locks[] } cart_id beat_id beat_number journey_plan_id
      line_items[ item_id line_item_id documents[] name internal_name description item_order# header_id
      header_name bcy_rate# rate# quantity# unit pricing_scheme pricebook_id line_item_category
      discount_amount# discount# discounts[] tax_id tax_name tax_type tax_percentage# line_item_taxes[]
      item_total# combo_type item_code{} tags[] image_document_id item_custom_fields[] mapped_items[] ]
      submitter_id submitted_date submitted_by submitted_by_name submitted_by_email submitted_by_photo_url
      approver_id shipping_charge_tax_id shipping_charge_tax_name shipping_charge_tax_type
      shipping_charge_tax_percentage shipping_charge_tax_exemption_id shipping_charge_tax_exemption_code
      shipping_charge_tax bcy_shipping_charge_tax shipping_charge_exclusive_of_tax#
      shipping_charge_inclusive_of_tax# shipping_charge_tax_formatted
      shipping_charge_exclusive_of_tax_formatted shipping_charge_inclusive_of_tax_formatted
      shipping_charge_account_id shipping_charge_account_name shipping_charge# bcy_shipping_charge#
      shipping_charge_taxes[] adjustment# bcy_adjustment# adjustment_description roundoff_value#
      transaction_rounding_type rounding_mode bcy_rounding_mode sub_total# bcy_sub_total#
      sub_total_inclusive_of_tax# sub_total_exclusive_of_discount# discount_total# bcy_discount_total#
      discount_percent# total# bcy_total# tax_total# bcy_tax_total# price_precision# taxes[]
      tax_override_preference invoice_ids[] subscription_ids[] billing_address{ address street2 city state
      zip country fax phone attention } shipping_address{ address street2 city state zip country fax phone
      attention } customer_default_billing_address{ zip country address city phone city_code street2 state
      fax state_code } notes terms custom_fields[] custom_field_hash{} template_id template_name
      template_type page_width page_height orientation created_time last_modified_time created_by_id
      last_modified_by_id contact_persons_associated[] contact_persons_details[] salesperson_id
      salesperson_name attachment_name can_send_in_mail? can_send_estimate_sms? allow_partial_payments?
      payment_options{ payment_gateways[] } retainerinvoices[] estimate_type salesorders[] subject_content
      approvers_list[] tags[]`,
  },
  creditnotes: {
    list: `creditnote_id creditnote_number status reference_number date issued_date total# balance# customer_id
      customer_name applied_invoices is_emailed? has_attachment? salesperson_name salesperson_id
      is_viewed_by_client? client_viewed_time color_code current_sub_status_id current_sub_status
      currency_id currency_code created_time last_modified_time exchange_rate# template_id template_type
      rounding_mode price_precision# tags[]`,
    record: `creditnote_id creditnote_number status date issued_date reference_number is_emailed? notes terms
      created_time created_by_id last_modified_by_id last_modified_time subject_content created_by_name
      offline_created_date_with_time invoice_id sales_channel invoices_credited[] customer_id
      customer_name is_viewed_by_client? client_viewed_time contact_persons[] contact_persons_associated[]
      salesperson_id salesperson_name tds_calculation_type contact_category tax_rounding
      tax_override_preference exceptions[] color_code current_sub_status_id current_sub_status
      sub_statuses[] template_id template_type template_name page_width page_height orientation
      currency_id currency_code currency_symbol currency_name_formatted exchange_rate# price_precision#
      is_inclusive_tax? discount# discount_applied_on_amount# is_discount_before_tax? discount_type
      discount_account_id discount_account_name account_id account_name adjustment_account_id
      adjustment_account_name line_items[ item_id line_item_id account_id account_name name internal_name
      description item_order# invoice_id invoice_item_id quantity# pricing_scheme unit
      item_custom_fields[] line_item_category project_id pricebook_id discount_amount# discount#
      discounts[] discount_account_id discount_account_name bcy_rate# rate# sales_margin tax_id tax_name
      tax_type tax_percentage# line_item_taxes[] item_total# item_type item_code{} tags[]
      image_document_id can_skip_stock_tracking? is_credit_only_item? mapped_items[] is_modifier_item? ]
      submitter_id approver_id submitted_date submitted_by submitted_by_name submitted_by_email
      submitted_by_photo_url documents[] custom_fields[] custom_field_hash{} shipping_charge_tax_id
      shipping_charge_tax_name shipping_charge_tax_type shipping_charge_tax_percentage
      shipping_charge_tax_exemption_id shipping_charge_tax_exemption_code shipping_charge_tax
      bcy_shipping_charge_tax shipping_charge_exclusive_of_tax# shipping_charge_inclusive_of_tax#
      shipping_charge_tax_formatted shipping_charge_exclusive_of_tax_formatted
      shipping_charge_inclusive_of_tax_formatted shipping_charge_account_id shipping_charge_account_name
      shipping_charge# shipping_charge_taxes[] adjustment# adjustment_description roundoff_value#
      transaction_rounding_type rounding_mode bcy_rounding_mode sub_total# sub_total_inclusive_of_tax#
      tax_total# total# total_credits_used# total_refunded_amount# balance# taxes[] computation_type
      creditnote_refunds[] billing_address{ address street2 city state zip country fax phone attention }
      shipping_address{ address street2 city state zip country fax phone attention } lock_details{
      can_lock? } locked_actions[] lock_detail{ can_lock? custom_locks[] system_locks[] } approvers_list[]
      tags[]`,
  },
};
