import type { CrmOrganization } from "../organization";
import { currency } from "../settings/currency";
import { type Profile, personOf, type Role, type User } from "./staff";

const timeZone = "Asia/Kolkata";

/** How many users may be in use at a time. */
export const userLicenses = 10;

/** The organisation as `GET /org` gives it. */
export function orgJson({ zgid, currentUser }: CrmOrganization): object {
  return {
    id: "5725767000000017001",
    zgid,
    type: "production",
    company_name: "Zylker Realty",
    alias: null,
    description: null,
    primary_email: currentUser.email,
    primary_zuid: currentUser.zuid,
    phone: currentUser.phone,
    mobile: null,
    fax: null,
    website: "www.zylker.example",
    employee_count: "120",
    street: "24 Vine Street",
    city: "Chennai",
    state: "Tamil Nadu",
    zip: "600001",
    country: "India",
    country_code: "IN",
    time_zone: timeZone,
    currency: currency.name,
    currency_symbol: currency.symbol,
    currency_locale: currency.locale,
    iso_code: currency.iso,
    domain_name: `org${zgid}`,
    photo_id: null,
    created_time: currentUser.createdTime,
    mc_status: false,
    gapps_enabled: false,
    translation_enabled: false,
    privacy_settings: false,
    hipaa_compliance_enabled: false,
    lite_users_enabled: false,
    deletable_org_account: true,
    zia_portal_id: null,
    max_per_page: 200,
    hierarchy_preferences: { type: "Role_Hierarchy", strictly_reporting: false },
    license_details: {
      paid: true,
      paid_type: "enterprise",
      paid_expiry: null,
      trial_type: null,
      trial_expiry: null,
      users_license_purchased: userLicenses,
      portal_users_license_purchased: 0,
    },
  };
}

/** A user as `GET /users` gives one. */
export function userJson({ currentUser }: CrmOrganization, user: User): object {
  return {
    id: user.id,
    zuid: user.zuid,
    first_name: user.firstName,
    last_name: user.lastName,
    full_name: user.name,
    email: user.email,
    alias: null,
    phone: user.phone,
    mobile: null,
    website: null,
    fax: null,
    dob: null,
    street: null,
    city: null,
    state: null,
    zip: null,
    country: null,
    role: personOf(user.role),
    profile: personOf(user.profile),
    status: user.status,
    status_reason__s: user.status === "disabled" ? "disabled manually" : null,
    confirm: user.confirmed,
    type__s: "Regular User",
    customize_info: {
      notes_desc: null,
      show_right_panel: null,
      bc_view: null,
      show_home: false,
      show_detail_view: true,
      show_left_panel: true,
      unpin_recent_item: null,
    },
    theme: {
      normal_tab: { font_color: "#FFFFFF", background: "#222222" },
      selected_tab: { font_color: "#FFFFFF", background: "#222222" },
      new_background: null,
      background: "#F3F0EB",
      screen: "fixed",
      type: "default",
    },
    default_tab_group: "0",
    name_format: "Salutation,First Name,Last Name",
    distance_preference__s: "Kilometers",
    Next_Shift__s: null,
    Shift_Effective_From__s: null,
    language: "en_US",
    locale: "en_US",
    country_locale: "en_US",
    time_zone: timeZone,
    time_format: "hh:mm a",
    date_format: "MM/dd/yyyy",
    decimal_separator: "Period",
    number_separator: "Comma",
    name_format__s: "Salutation,First Name,Last Name",
    sort_order_preference__s: "First Name,Last Name",
    Reporting_To: null,
    created_by: personOf(currentUser),
    created_time: user.createdTime,
    Modified_By: personOf(currentUser),
    Modified_Time: user.createdTime,
    territories: [],
    Isonline: user === currentUser,
    microsoft: false,
    personal_account: false,
    sandboxDeveloper: false,
    signature: null,
    offset: 19_800_000,
    $current_shift: null,
    $next_shift: null,
    $shift_effective_from: null,
    Current_Shift__s: null,
  };
}

export function roleJson({ currentUser }: CrmOrganization, role: Role): object {
  return {
    id: role.id,
    name: role.name,
    display_label: role.name,
    api_name: role.name.toLowerCase().replaceAll(" ", "_"),
    description: null,
    admin_user: role.reportsTo === undefined,
    share_with_peers: role.reportsTo === undefined,
    forecast_manager: null,
    reporting_to: role.reportsTo ? personOf(role.reportsTo) : null,
    created_by__s: personOf(currentUser),
    modified_by__s: personOf(currentUser),
    created_time__s: currentUser.createdTime,
    modified_time__s: currentUser.createdTime,
  };
}

export function profileJson({ currentUser }: CrmOrganization, profile: Profile): object {
  return {
    id: profile.id,
    name: profile.name,
    display_label: profile.name,
    api_name: profile.name.replaceAll(" ", "_"),
    description: profile.description,
    custom: profile.custom,
    type: "normal_profile",
    created_by: profile.custom ? personOf(currentUser) : null,
    created_time: profile.custom ? currentUser.createdTime : null,
    modified_by: personOf(currentUser),
    modified_time: currentUser.createdTime,
  };
}

const moduleRights = ["View", "Create", "Edit", "Delete"] as const;
const otherRights = ["Api_Access", "Manage_Users", "Customize_Zoho_CRM", "Manage_Data_Sharing"] as const;

/**
 * What a profile may do: its rights in each module and beyond, as `GET /settings/profiles/{id}` adds them.
 */
export function permissionsJson({ schema }: CrmOrganization, { name, custom }: Profile): object {
  const isAdministrator = name === "Administrator";
  const ofModules = [...schema.values()]
    .filter(({ flags }) => flags.api_supported && flags.show_as_tab)
    .flatMap(({ id, apiName, plural }) =>
      moduleRights.map((right, index) => ({
        id: `${id.slice(0, -4)}${Number(id.slice(-4)) + 5000 + index}`,
        name: `Crm_Implied_${right}_${apiName}`,
        display_label: `${right} ${plural}`,
        module: { api_name: apiName, id },
        enabled: isAdministrator || right === "View" || !custom,
        customizable: !isAdministrator,
      })),
    );
  const others = otherRights.map((right, index) => ({
    id: `572576700000002800${index + 1}`,
    name: `Crm_Implied_${right}`,
    display_label: right.replaceAll("_", " "),
    module: null,
    enabled: isAdministrator || right === "Api_Access",
    customizable: !isAdministrator,
  }));
  return { permissions_details: [...ofModules, ...others] };
}
