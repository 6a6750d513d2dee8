/*
 * The keys of recorded answers of live organizations, v2 (May 2026) and v6: names and kinds, no values. `key{
 * … }` is an object, `key[ … ]` a list of objects, `key[]` another list, `key#` a number and `key?` a boolean
 * where it is not null; `key~` was null in all of them; everything else is text or null.
 */

/** A record of a module, as v2 lists and gives it. */
export const recordedRecords = {
  Accounts: `nearby_distance__s~ Owner{ name id email } Shipping_Flat_House_No_Building_Apartment_Name~
    $currency_symbol $field_states~ Account_Type Billing_Flat_House_No_Building_Apartment_Name~ SIC_Code~
    Last_Activity_Time Industry Billing_Longitude~ Account_Site~ $state $process_flow? Shipping_Latitude~
    Billing_Coordinates Billing_Country $locked_for_me? id $approved? $approval{ delegate? takeover?
    approve? reject? resubmit? } Billing_Street Created_Time $editable? Billing_Code Shipping_Country~
    Shipping_City~ Shipping_Code~ Billing_City Created_By{ name id email } $zia_owner_assignment
    Annual_Revenue# $is_duplicate? Shipping_Street~ Ownership Description Rating~ Shipping_State~
    $review_process{ approve? reject? resubmit? } Website Employees# $layout_id{ display_label name id }
    Record_Image Modified_By{ name id email } $review~ Phone Shipping_Address Account_Name Account_Number
    Ticker_Symbol~ Modified_Time $orchestration? Parent_Account~ $in_merge? Billing_Address Locked__s?
    Billing_State Billing_Latitude~ Tag[] Shipping_Longitude~ Fax~ $approval_state Shipping_Coordinates`,
  Calls: `Call_Duration Owner{ name id email } Description $currency_symbol Caller_ID~ $calendar_booking_call?
    $field_states~ $review_process~ Last_Activity_Time~ Call_Agenda~ Modified_By{ name id email } $review~
    $state $process_flow? Call_Purpose id Call_Status $approved? Who_Id{ name id } $approval{ delegate?
    takeover? approve? reject? resubmit? } Modified_Time Reminder Created_Time Call_Start_Time $editable?
    Subject $orchestration? $se_module Call_Type Call_Result What_Id{ name id } $in_merge?
    Call_Duration_in_seconds# Created_By{ name id email } Tag[] Dialled_Number~ $approval_state`,
  Contacts: `nearby_distance__s~ Owner{ name id email } Email $currency_symbol $field_states~ Other_Phone~
    Mailing_State Other_State~ Other_Country~ Last_Activity_Time Department $state Unsubscribed_Mode~
    Mailing_Flat_House_No_Building_Apartment_Name~ $process_flow? Assistant~ Mailing_Country
    $locked_for_me? id Mailing_Longitude~ $approved? Reporting_To~ $approval{ delegate? takeover? approve?
    reject? resubmit? } Other_City~ Created_Time $editable? Other_Address Other_Latitude~ Home_Phone~
    Created_By{ name id email } $zia_owner_assignment Secondary_Email~ Mailing_Address $is_duplicate?
    Other_Longitude~ Description~ Vendor_Name~ Mailing_Zip $review_process{ approve? reject? resubmit? }
    Twitter Other_Zip~ Mailing_Street $layout_id{ display_label name id } Salutation~ First_Name
    Asst_Phone~ Full_Name Record_Image Modified_By{ name id email } $review~ Skype_ID Phone Account_Name{
    name id } Email_Opt_Out? Mailing_Coordinates Modified_Time Date_of_Birth~ Mailing_City
    Other_Coordinates Unsubscribed_Time~ Title Other_Street~ Mobile
    Other_Flat_House_No_Building_Apartment_Name~ $orchestration? Last_Name $in_merge? Locked__s?
    Lead_Source Mailing_Latitude~ Tag[] Fax~ $approval_state`,
  Deals: `Owner{ name id email } Description $currency_symbol Campaign_Source~ $field_states~ $review_process{
    approve? reject? resubmit? } $layout_id{ display_label name id } Closing_Date Last_Activity_Time
    Reason_For_Loss__s~ Modified_By{ name id email } $review~ Lead_Conversion_Time# $state $process_flow?
    Deal_Name Expected_Revenue# Overall_Sales_Duration# Stage $locked_for_me? Account_Name{ name id } id
    $approved? $approval{ delegate? takeover? approve? reject? resubmit? } Modified_Time Created_Time
    Amount# Probability# Next_Step~ $editable? $orchestration? Contact_Name{ name id }
    Sales_Cycle_Duration# Type $in_merge? Locked__s? Lead_Source~ Created_By{ name id email } Tag[]
    $zia_owner_assignment $approval_state`,
  Events: `All_day? Owner{ name id email } Check_In_State~ $currency_symbol $field_states~ Latitude~
    Participants[] Last_Activity_Time $state $process_flow? Check_In_City~ id Check_In_Comment~ $approved?
    Remind_At~ Who_Id{ name id } Check_In_Status $approval{ delegate? takeover? approve? reject? resubmit?
    } Venue ZIP_Code~ Created_Time $editable? Longitude~ Check_In_Time~ Recurring_Activity~ What_Id{ name
    id } Created_By{ name id email } Check_In_Address~ Description Start_DateTime $review_process~
    Event_Title $calendar_booking_event? Check_In_By~ End_DateTime Modified_By{ name id email } $review~
    Check_In_Country~ Modified_Time $recurrence_id~ $orchestration? $se_module Check_In_Sub_Locality~
    $in_merge? $meeting_details~ $u_id Tag[] $send_notification? $approval_state`,
  Leads: `nearby_distance__s~ Owner{ name id email } Company Email $currency_symbol Address $field_states~
    Latitude~ Last_Activity_Time Industry $state Unsubscribed_Mode~ $converted? $process_flow? Street
    $locked_for_me? Zip_Code id $approved? $approval{ delegate? takeover? approve? reject? resubmit? }
    Created_Time Coordinates $editable? City No_of_Employees~ Longitude~ State Country Created_By{ name id
    email } $zia_owner_assignment Annual_Revenue# Secondary_Email~ Description~ Rating~ $review_process{
    approve? reject? resubmit? } Website Twitter $layout_id{ display_label name id } Salutation First_Name
    Lead_Status Full_Name Record_Image Modified_By{ name id email } $review~ Skype_ID Phone
    Flat_House_No_Building_Apartment_Name~ Email_Opt_Out? Designation Modified_Time $converted_detail{}
    Unsubscribed_Time~ Mobile $orchestration? Last_Name $in_merge? Locked__s? Lead_Source Tag[] Fax~
    $approval_state`,
  Notes: `Owner{ name id email } Modified_Time $attachments~ $field_states~ Created_Time Parent_Id{ name id }
    $editable? $se_module $is_shared_to_client? Modified_By{ name id email } $size~ $state $voice_note? id
    Created_By{ name id email } Note_Title Note_Content`,
  Products: `Product_Category~ Qty_in_Demand# Owner{ name id email } Description~ $currency_symbol Vendor_Name~
    $field_states~ $review_process{ approve? reject? resubmit? } Sales_Start_Date~ Tax[] $layout_id{
    display_label name id } Product_Active? Last_Activity_Time Record_Image~ Modified_By{ name id email }
    $review~ Product_Code~ $state $process_flow? Manufacturer~ $locked_for_me? id Support_Expiry_Date~
    $approved? $approval{ delegate? takeover? approve? reject? resubmit? } Modified_Time Created_Time
    Commission_Rate~ Product_Name Handler~ $taxable? $editable? Support_Start_Date~ $orchestration?
    Usage_Unit~ Qty_Ordered# $in_merge? Locked__s? Qty_in_Stock# Created_By{ name id email } Tag[]
    $approval_state Sales_End_Date~ Unit_Price# Reorder_Level# Taxable?`,
  Tasks: `Owner{ name id email } Description $currency_symbol $field_states~ Closed_Time $review_process~
    Last_Activity_Time Send_Notification_Email? Modified_By{ name id email } $review~ $state
    $process_flow? $locked_for_me? id $approved? Remind_At~ Who_Id{ name id } Status $approval{ delegate?
    takeover? approve? reject? resubmit? } Modified_Time Due_Date Priority Created_Time $editable? Subject
    $orchestration? $se_module Recurring_Activity~ What_Id{ name id } $in_merge? $u_id~ Locked__s?
    Created_By{ name id email } Tag[] $zia_owner_assignment BEST_TIME[] $approval_state`,
} as const;

/** Other answers, by what was asked. */
export const recordedAnswers = {
  list: `data[] info{ per_page# count# page# sort_by sort_order more_records? }`,
  users: `users[ country language microsoft? id state fax~ country_locale sandboxDeveloper? Reporting_To~ zip~
    decimal_separator created_time time_format offset# profile{ name id } created_by{ name id } zuid
    full_name territories[] phone~ Current_Shift__s~ dob~ status role{ name id } customize_info{
    notes_desc~ show_right_panel~ bc_view~ show_home? show_detail_view? show_left_panel?
    unpin_recent_item~ } city~ distance_preference__s signature~ name_format locale
    Shift_Effective_From__s~ personal_account? Isonline? default_tab_group Modified_By{ name id } street~
    alias~ theme{ normal_tab{ font_color background } selected_tab{ font_color background }
    new_background~ background screen type } first_name email status_reason__s~ website~ Modified_Time
    mobile~ last_name time_zone confirm? Next_Shift__s~ date_format ] info{ per_page# count# page#
    more_records? }`,
  written: `data[ code details{ Modified_Time Modified_By{ name id } Created_Time id Created_By{ name id } }
    message status ]`,
  upserted: `data[ code duplicate_field~ action details{ Modified_Time Modified_By{ name id } Created_Time id
    Created_By{ name id } } message status ]`,
  removed: `data[ code details{ id } message status ]`,
  converted: `data[ Contacts Deals Accounts ]`,
  convertedOfV8: `data[ code details{ Contacts{ name id } Accounts{ name id } Deals } message status ]`,
  fields: `fields[ associated_module~ webhook? operation_type{ web_update? api_create? web_create? api_update? }
    colour_code_enabled_by_system? field_label tooltip~ display_format_properties~ type field_read_only?
    customizable_properties[] display_label read_only? association_details~ businesscard_supported?
    multi_module_lookup{} id created_time~ filterable? visible? profiles[ permission_type name id ]
    view_type{ view? edit? quick_create? create? } separator? searchable? external~ api_name parent_field~
    unique{} enable_colour_code? child_fields~ pick_list_values[ display_value sequence_number#
    deal_category reference_value probability# forecast_category{ name id } actual_value id forecast_type
    ] system_mandatory? virtual_field? json_type crypt~ range~ created_source display_type# ui_type#
    modified_time~ email_parser{ fields_update_supported? record_operations_supported? } currency{}
    custom_field? lookup{} address~ rollup_summary{} length# display_field?
    pick_list_values_sorted_lexically? sortable? global_picklist~ display_format~ history_tracking{
    module{ api_name id } duration_configured_field{ api_name id } } data_type formula{} decimal_place~
    mass_update? multiselectlookup{} auto_number{} quick_sequence_number blueprint_supported? ]`,
  listOfV6: `data[ Full_Name Assistant~ Created_Time id Created_By{ name id email } ] info{ per_page#
    next_page_token~ count# sort_by page# previous_page_token~ page_token_expiry~ sort_order more_records?
    }`,
  wrongModule: `code details{ resource_path_index# } message status`,
} as const;
