import type { Recorded } from "./shape";

/**
 * Contacts, items and settings, as recorded answers of a US organization hold it; `shape.ts` says how to read
 * it.
 */
export const recordedPeople: Recorded = {
  contacts: {
    list: `contact_id contact_name customer_name vendor_name company_name website language_code
      language_code_formatted contact_type contact_type_formatted status customer_sub_type source
      is_linked_with_zohocrm? payment_terms# payment_terms_id payment_terms_label currency_id twitter
      facebook currency_code outstanding_receivable_amount# outstanding_receivable_amount_bcy#
      outstanding_payable_amount# outstanding_payable_amount_bcy# unused_credits_receivable_amount#
      unused_credits_receivable_amount_bcy# unused_credits_payable_amount#
      unused_credits_payable_amount_bcy# first_name last_name email phone mobile portal_status
      portal_status_formatted track_1099? created_time created_time_formatted last_modified_time
      last_modified_time_formatted custom_fields[] custom_field_hash{} contactperson_custom_fields[]
      tags[] ach_supported? has_attachment?`,
    record: `contact_id contact_name company_name contact_tax_information first_name last_name designation
      department website is_bcy_only_contact? is_credit_limit_migration_completed? language_code
      language_code_formatted contact_salutation email phone mobile photo_url invited_by portal_status
      is_client_review_asked? has_transaction? contact_type customer_sub_type contact_relation_type
      owner_id owner_name source documents[] twitter facebook is_crm_customer? is_linked_with_zohocrm?
      primary_contact_id zcrm_account_id zcrm_contact_id crm_owner_id payment_terms# payment_terms_label
      payment_terms_id credit_limit_exceeded_amount# currency_id lock_details{ can_lock? }
      locked_actions[] lock_detail{ can_lock? custom_locks[] system_locks[] } currency_code
      currency_symbol price_precision# exchange_rate can_show_customer_ob? can_show_vendor_ob?
      opening_balance_amount# opening_balance_amount_bcy outstanding_ob_receivable_amount#
      outstanding_ob_payable_amount# outstanding_receivable_amount# outstanding_receivable_amount_bcy#
      outstanding_payable_amount# outstanding_payable_amount_bcy# unused_credits_receivable_amount#
      unused_credits_receivable_amount_bcy# unused_credits_payable_amount#
      unused_credits_payable_amount_bcy# unused_retainer_payments# status payment_reminder_enabled?
      is_sms_enabled? is_consent_agreed? consent_date is_client_review_settings_enabled? custom_fields[]
      custom_field_hash{} track_1099? tax_id_type tax_id_value tax_reg_label account_id account_name
      contact_category sales_channel ach_supported? portal_receipt_count# opening_balances[]
      entity_address_id billing_address{ address_id attention address street2 city state_code state zip
      country county latitude longitude country_code phone fax } shipping_address{ address_id attention
      address street2 city state_code state zip country county country_code phone fax latitude longitude }
      contact_persons[] addresses[] pricebook_id pricebook_name default_templates{ statement_template_id
      statement_template_name invoice_template_id invoice_template_name bill_template_id
      bill_template_name estimate_template_id estimate_template_name creditnote_template_id
      creditnote_template_name paymentthankyou_template_id paymentthankyou_template_name
      invoice_email_template_id invoice_email_template_name estimate_email_template_id
      estimate_email_template_name creditnote_email_template_id creditnote_email_template_name
      paymentthankyou_email_template_id paymentthankyou_email_template_name
      payment_remittance_email_template_id payment_remittance_email_template_name }
      associated_with_square? cards[] checks[] upi_mandates[] bank_accounts[] vpa_list[] notes
      created_time created_date created_by_name created_by_id last_modified_by_id last_modified_time
      tags[] zohopeople_client_id customer_currency_summaries[ currency_id currency_code currency_symbol
      price_precision# is_base_currency? currency_name_formatted outstanding_receivable_amount#
      unused_credits_receivable_amount# ] approvers_list[] submitted_date submitted_by submitted_by_name
      submitted_by_email submitted_by_photo_url submitter_id approver_id integration_references[]`,
  },
  items: {
    list: `item_id name item_name unit status source is_linked_with_zohocrm? zcrm_product_id description rate#
      tax_id tax_name tax_percentage# purchase_account_id purchase_account_name account_id account_name
      purchase_description purchase_rate# can_be_sold? can_be_purchased? track_inventory? item_type
      product_type has_attachment? sku image_name image_type image_document_id created_time
      last_modified_time product_subtype purpose_of_use vendor_name tags[]`,
    record: `group_id item_id name sku brand manufacturer product_subtype purpose_of_use item_code{} image_name
      image_type status source is_linked_with_zohocrm? zcrm_product_id crm_owner_id unit unit_id
      description rate# account_id account_name tax_id tax_name tax_percentage# tax_type tax_status
      tax_start_date tax_end_date tax_groups_details tax_country_code tax_information is_tax_expired
      purchase_tax_information is_default_tax_applied? associated_template_id documents[]
      purchase_description pricebook_rate# pricing_scheme price_brackets[] default_price_brackets[
      start_quantity# end_quantity# pricebook_rate# ] sales_rate# purchase_rate# sales_margin
      purchase_account_id purchase_account_name created_at created_time offline_created_date_with_time
      last_modified_time tags[] can_be_sold? can_be_purchased? track_inventory? item_type product_type
      minimum_order_quantity maximum_order_quantity lock_details{ can_lock? } locked_actions[]
      lock_detail{ can_lock? custom_locks[] system_locks[] } locked_fields{} custom_fields[]
      custom_field_hash{} is_fulfillable? attribute_name1 attribute_name2 attribute_name3
      attribute_option_name1 attribute_option_name2 attribute_option_name3 sales_channels[]
      is_modifier_item? integration_references[] has_variant? default_hosted_page_url`,
  },
  organizations: {
    list: `organization_id name contact_name email is_default_org? language_code fiscal_year_start_month
      account_created_date time_zone is_dst_active? date_format field_separator industry_type
      industry_size company_id_label company_id_value tax_id_label tax_id_value currency_id currency_code
      currency_symbol currency_format price_precision# plan_type# plan_name plan_period country_code
      country_name portal_name org_settings{ is_org_active? }`,
  },
  "settings/currencies": {
    list: `currency_id currency_code currency_name currency_name_formatted currency_symbol price_precision#
      currency_format is_base_currency? exchange_rate# effective_date auto_exchange_rate_enabled?`,
  },
};
