import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { idList, optionalChoice, optionalId, requiredId } from "../../inputs/cleaners";
import { numberedPaging } from "../../inputs/paging";
import {
  countUsers,
  getOrganization,
  getProfile,
  getProfiles,
  getRoles,
  getUser,
  getUsers,
  validateConnection,
} from "../../zoho/crm/users";
import { numberedPageInfo, time, user } from "./exampleValues";

const userTypes = {
  AllUsers: "All Users",
  ActiveUsers: "Active Users",
  DeactiveUsers: "Deactivated Users",
  ConfirmedUsers: "Confirmed Users",
  NotConfirmedUsers: "Users Not Confirmed",
  DeletedUsers: "Deleted Users",
  ActiveConfirmedUsers: "Active Confirmed Users",
  AdminUsers: "Administrators",
  ActiveConfirmedAdmins: "Active Confirmed Administrators",
  CurrentUser: "Connected User",
};

const userType = input({
  label: "User Type",
  type: "string",
  model: Object.entries(userTypes).map(([value, label]) => ({ label, value })),
  comments: "The kind of users to list. Leave empty for all that are not deleted.",
  example: "ActiveUsers",
  clean: optionalChoice("User Type", Object.keys(userTypes)),
});

const userIds = input({
  label: "User IDs",
  type: "string",
  collection: "valuelist",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifiers of the users to list. Leave empty for all. Maximum is 100.",
  example: "5725767000000411001",
  clean: idList("User IDs", 100),
});

const userId = input({
  label: "User ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user. Leave empty for the connected user.",
  example: "5725767000000411001",
  clean: optionalId("User ID"),
});

const organizationExample = {
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

export const crmGetOrganization = crmAction({
  label: "CRM - Get Organization",
  description:
    "Returns the organization that the connection belongs to, with its license, currency and time zone.",
  inputs: {},
  call: getOrganization,
  example: organizationExample,
});

const profilesExample = {
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

export const crmGetProfiles = crmAction({
  label: "CRM - Get Profiles",
  description: "Returns the profiles of the organization.",
  inputs: {},
  call: getProfiles,
  example: profilesExample,
});

const rolesExample = {
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

export const crmGetRoles = crmAction({
  label: "CRM - Get Roles",
  description: "Returns the roles of the organization.",
  inputs: {},
  call: getRoles,
  example: rolesExample,
});

const userExample = {
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
      Next_Shift__s: null,
      Shift_Effective_From__s: null,
      name_format: "Salutation,First Name,Last Name",
      distance_preference__s: "Kilometers",
      default_tab_group: "0",
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
    },
  ],
};

export const crmGetUser = crmAction({
  label: "CRM - Get User",
  description: "Returns a user of the organization, or the connected one.",
  inputs: { userId },
  call: getUser,
  example: userExample,
});

const usersExample = {
  ...userExample,
  info: numberedPageInfo,
};

export const crmGetUsers = crmAction({
  label: "CRM - Get Users",
  description: "Returns the users of the organization, one page or all of them.",
  inputs: { userType, ids: userIds, ...numberedPaging },
  call: getUsers,
  example: usersExample,
});

export const crmGetCurrentUser = crmAction({
  label: "CRM - Get Current User",
  description: "Returns the user whom the connection acts for, with role and profile.",
  inputs: {},
  call: (crm) => getUser(crm, {}),
  example: userExample,
});

export const crmValidateConnection = crmAction({
  label: "CRM - Validate Connection",
  description:
    "Returns true when the connection works, and false when the login has ended, the data center is wrong or a scope is missing; the reasons stand beside it.",
  inputs: {},
  call: validateConnection,
  example: { verdict: true, reasons: [] },
});

export const crmCountUsers = crmAction({
  label: "CRM - Count Users",
  description: "Returns how many users of a type the organization has.",
  inputs: { userType },
  call: countUsers,
  example: { count: 12 },
});

export const crmGetProfile = crmAction({
  label: "CRM - Get Profile",
  description: "Returns a profile with each of its permissions, and whether it is granted.",
  inputs: {
    profileId: input({
      label: "Profile ID",
      type: "string",
      required: true,
      dataSource: "selectProfile",
      placeholder: "Select a profile",
      comments: "The unique identifier of the profile.",
      example: "5725767000000026011",
      clean: requiredId("Profile ID"),
    }),
  },
  call: getProfile,
  example: {
    profiles: [
      {
        id: "5725767000000026011",
        name: "Standard",
        display_label: "Standard",
        custom: false,
        type: "normal_profile",
        permissions_details: [
          {
            id: "5725767000000027001",
            name: "Crm_Implied_View_Leads",
            display_label: "View",
            enabled: true,
            customizable: true,
          },
        ],
      },
    ],
  },
});
