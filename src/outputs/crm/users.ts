import { time, user } from "./common";

export const organizationExample = {
  org: [
    {
      id: "5725767000000012345",
      zgid: "60012345678",
      company_name: "Zylker Corporation",
      primary_email: "patricia.boyle@example.com",
      country_code: "US",
      currency: "US Dollar - USD",
      currency_symbol: "$",
      iso_code: "USD",
      time_zone: "America/Los_Angeles",
      license_details: { paid_type: "enterprise", paid: true, users_license_purchased: 10 },
    },
  ],
};

export const userExample = {
  users: [
    {
      id: "5725767000000411001",
      zuid: "700003712",
      first_name: "Patricia",
      last_name: "Boyle",
      full_name: "Patricia Boyle",
      email: "patricia.boyle@example.com",
      alias: null,
      phone: "+1 555 0112",
      mobile: null,
      website: null,
      fax: null,
      dob: null,
      street: null,
      city: null,
      state: null,
      zip: null,
      country: null,
      role: { name: "CEO", id: "5725767000000026005" },
      profile: { name: "Administrator", id: "5725767000000026011" },
      status: "active",
      status_reason__s: null,
      confirm: true,
      type__s: "Regular User",
      language: "en_US",
      locale: "en_US",
      country_locale: "en_US",
      time_zone: "Asia/Kolkata",
      time_format: "hh:mm a",
      date_format: "MM/dd/yyyy",
      decimal_separator: "Period",
      number_separator: "Comma",
      name_format__s: "Salutation,First Name,Last Name",
      sort_order_preference__s: "First Name,Last Name",
      Reporting_To: null,
      created_by: user,
      created_time: time,
      Modified_By: user,
      Modified_Time: time,
      territories: [],
      Isonline: true,
      microsoft: false,
      personal_account: false,
      sandboxDeveloper: false,
      signature: null,
      offset: 19_800_000,
      $current_shift: null,
      $next_shift: null,
      $shift_effective_from: null,
      Current_Shift__s: null,
    },
  ],
};

export const usersExample = {
  ...userExample,
  info: { per_page: 200, count: 1, page: 1, more_records: false },
};

export const rolesExample = {
  roles: [
    {
      id: "5725767000000026005",
      name: "CEO",
      display_label: "CEO",
      api_name: "ceo",
      description: null,
      admin_user: true,
      share_with_peers: true,
      forecast_manager: null,
      reporting_to: null,
      created_by__s: user,
      modified_by__s: user,
      created_time__s: time,
      modified_time__s: time,
    },
  ],
};

export const profilesExample = {
  profiles: [
    {
      id: "5725767000000026011",
      name: "Administrator",
      display_label: "Administrator",
      api_name: "Administrator",
      description: "This profile will have all the permissions.",
      custom: false,
      type: "normal_profile",
      created_by: null,
      created_time: null,
      modified_by: user,
      modified_time: time,
    },
  ],
};
