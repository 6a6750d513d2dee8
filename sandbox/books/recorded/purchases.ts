import type { Recorded } from "./shape";

/** What is bought, as recorded answers of a US organization hold it; `shape.ts` says how to read it. */
export const recordedPurchases: Recorded = {
  purchaseorders: {
    list: `purchaseorder_id vendor_id vendor_name company_name order_status billed_status received_status
      status color_code current_sub_status_id current_sub_status purchaseorder_number reference_number
      date delivery_date expected_delivery_date delivery_days due_by_days due_in_days currency_id
      currency_code price_precision# total# has_attachment? tags[] created_time last_modified_time
      quantity_yet_to_receive# quantity_marked_as_received# is_po_marked_as_received? receives[]
      client_viewed_time is_viewed_by_client?`,
    record: `purchaseorder_id non_catalog_items_count# documents[] contact_category purchaseorder_number date
      client_viewed_time is_viewed_by_client? expected_delivery_date reference_number status order_status
      received_status billed_status color_code current_sub_status_id current_sub_status sub_statuses[]
      vendor_id vendor_name contact_persons[] contact_persons_associated[] currency_id currency_code
      currency_symbol exchange_rate# delivery_date is_emailed? is_inclusive_tax? tax_rounding
      is_adv_tracking_in_receive? is_po_marked_as_received? total_quantity# tds_calculation_type
      line_items[ item_id line_item_id salesorder_item_id image_document_id account_id account_name name
      description item_order# is_receivable? bcy_rate# pricebook_id header_id header_name
      line_item_category rate# quantity# discount# discounts[] quantity_marked_as_received#
      quantity_cancelled# quantity_billed# unit item_total# tax_id tax_name tax_type tax_percentage#
      item_type line_item_taxes[] item_code{} tags[] item_custom_fields[] project_id image_name image_type
      purchase_request_items[] ] has_qty_cancelled? adjustment# adjustment_description discount_amount#
      discount# discount_applied_on_amount# is_discount_before_tax? discount_account_id
      discount_account_name discount_type sub_total# sub_total_inclusive_of_tax# tax_total#
      discount_total# discount_percent# total# taxes[] computation_type tax_override_preference
      price_precision# submitted_date submitted_by submitted_by_name submitted_by_email
      submitted_by_photo_url submitter_id approver_id approvers_list[] billing_address_id billing_address{
      address street2 city state zip country fax phone attention } notes terms payment_terms#
      payment_terms_label ship_via ship_via_id attention delivery_org_address_id delivery_customer_id
      delivery_customer_address_id delivery_address{ zip country address organization_address_id address2
      city phone address1 state } custom_fields[] custom_field_hash{} attachment_name can_send_in_mail?
      template_id template_name page_width page_height orientation template_type created_time
      created_by_id last_modified_time can_mark_as_bill? can_mark_as_unbill? salesorders[] bills[] tags[]
      advances[]`,
  },
  bills: {
    list: `bill_id vendor_id vendor_name status color_code current_sub_status_id current_sub_status bill_number
      reference_number date due_date due_days currency_id currency_code price_precision# exchange_rate#
      total# tds_total# balance# unprocessed_payment_amount# created_time last_modified_time
      created_time_formatted last_modified_time_formatted created_by last_modified_by is_opening_balance
      attachment_name has_attachment? tags[] is_uber_bill? is_tally_bill? entity_type client_viewed_time
      is_viewed_by_client? is_bill_reconciliation_violated? balance_due#`,
    record: `bill_id non_catalog_items_count# vendor_id vendor_name source contact_category
      unused_credits_payable_amount# status color_code current_sub_status_id current_sub_status
      sub_statuses[] bill_number date due_date discount_setting tds_calculation_type payment_terms#
      payment_terms_label payment_expected_date reference_number scanned_po_number scanned_po_id
      recurring_bill_id due_by_days due_in_days# currency_id currency_code currency_symbol
      currency_name_formatted documents[] subject_content price_precision# exchange_rate# custom_fields[]
      custom_field_hash{} is_viewed_by_client? client_viewed_time is_item_level_tax_calc?
      is_inclusive_tax? tax_rounding is_uber_bill? is_tally_bill? track_discount_in_account?
      is_bill_reconciliation_violated? bill_order_type line_items[ purchaseorder_id purchaseorder_item_id
      line_item_id item_id line_item_category image_document_id name account_id account_name account_code
      description bcy_rate# rate# sales_rate pricebook_id header_id header_name tags[] quantity#
      quantity_received# discount# discounts[] discount_account_id discount_account_name markup_percent#
      tax_id tax_name tax_type tax_percentage# line_item_taxes[] item_total# item_order# unit item_type
      item_code{} image_name image_type is_billable? customer_id receipt_line_item_id customer_name
      project_id project_name invoice_id invoice_number item_custom_fields[] purchase_request_items[]
      item_matching_type receive_line_items[] ] submitted_date submitted_by submitted_by_name
      submitted_by_email submitted_by_photo_url submitter_id approver_id adjustment#
      adjustment_description discount_amount# discount# discount_applied_on_amount#
      is_discount_before_tax? discount_account_id discount_account_name discount_type sub_total#
      sub_total_inclusive_of_tax# tax_total# discount_total# discount_percent# total# payment_made#
      vendor_credits_applied# is_line_item_invoiced? purchaseorders[] taxes[] computation_type
      tax_override_preference balance# unprocessed_payment_amount# billing_address_id billing_address{
      address street2 city state zip country fax phone attention } payments[] vendor_credits[]
      created_time created_by_id last_modified_id last_modified_time reference_id notes terms
      attachment_name template_id template_name page_width page_height orientation template_type
      is_approval_required? allocated_landed_costs[] unallocated_landed_costs[] entity_type
      total_retention_amount# retention_items[] can_send_in_mail? approvers_list[] account_id account_name
      adjustment_account_id adjustment_account_name tags[]`,
  },
  expenses: {
    list: `expense_id date user_name paid_through_account_name account_name description currency_id
      currency_code bcy_total# bcy_total_without_tax# total# total_without_tax# is_billable?
      reference_number customer_id is_personal? customer_name vendor_id vendor_name status created_time
      last_modified_time expense_receipt_name exchange_rate# distance# mileage_rate# mileage_unit
      mileage_type expense_type report_id start_reading end_reading report_name report_number
      has_attachment? custom_fields_list tags[]`,
    record: `expense_id transaction_type transaction_type_formatted expense_item_id account_id account_name
      paid_through_account_id paid_through_account_name vendor_id vendor_name documents[] date
      markup_percent# tax_id tax_name tax_percentage# taxes[] tax_override_preference currency_id
      currency_code exchange_rate# tax_amount# sub_total# total# bcy_total# amount# is_inclusive_tax?
      reference_number description is_billable? is_personal? customer_id customer_name
      expense_receipt_name expense_receipt_type created_time created_by_id last_modified_by_id
      last_modified_time employee_id employee_name employee_email vehicle_id vehicle_name mileage_rate#
      mileage_unit mileage_type expense_type start_reading end_reading status invoice_id invoice_number
      report_id report_name report_number user_id user_name user_email approver_id approver_name
      approver_email report_status is_reimbursable? trip_id trip_number location merchant_id merchant_name
      payment_mode project_id template_id template_name template_type page_width page_height orientation
      project_name tags[] custom_fields[] custom_field_hash{} is_recurring_applicable? line_items[
      line_item_id account_id account_name description tax_amount# tax_id tax_name tax_type
      tax_percentage# item_total# amount# item_order# line_item_taxes[] tags[] ] is_surcharge_applicable?
      fcy_surcharge_amount# bcy_surcharge_amount# zcrm_potential_id zcrm_potential_name
      imported_transactions[]`,
  },
};
