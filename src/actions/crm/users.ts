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
import { exampleUser } from "./settings/exampleUser";

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

const stamps = { created_by: user, created_time: time, modified_by: user, modified_time: time };

const organizationExample = {
  org: [
    {
      id: "5725767000000012345",
      zgid: "60012345678",
      type: "production",
      company_name: "Zylker Corporation",
      alias: null,
      description: null,
      primary_email: "patricia.boyle@example.com",
      primary_zuid: "700003712",
      phone: "+1 555 0112",
      mobile: null,
      fax: null,
      website: "www.zylker.example",
      employee_count: "120",
      street: "4900 Hopyard Road",
      city: "Pleasanton",
      state: "California",
      zip: "94588",
      country: "United States",
      country_code: "US",
      time_zone: "America/Los_Angeles",
      currency: "US Dollar - USD",
      currency_symbol: "$",
      currency_locale: "en_US",
      iso_code: "USD",
      domain_name: "org60012345678",
      photo_id: null,
      created_time: time,
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
        users_license_purchased: 10,
        portal_users_license_purchased: 0,
      },
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
      name: "Read Only",
      display_label: "Read Only",
      api_name: "Read_Only",
      description: "Sees every record and changes none.",
      custom: true,
      type: "normal_profile",
      ...stamps,
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
      name: "Manager",
      display_label: "Manager",
      api_name: "manager",
      description: null,
      admin_user: false,
      share_with_peers: false,
      forecast_manager: null,
      reporting_to: { name: "CEO", id: "5725767000000026004" },
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

export const crmGetUser = crmAction({
  label: "CRM - Get User",
  description: "Returns a user of the organization, or the connected one.",
  inputs: { userId },
  call: getUser,
  example: { users: [exampleUser] },
});

export const crmGetUsers = crmAction({
  label: "CRM - Get Users",
  description: "Returns the users of the organization, one page or all of them.",
  inputs: { userType, ids: userIds, ...numberedPaging },
  call: getUsers,
  example: { users: [exampleUser], info: numberedPageInfo },
});

export const crmGetCurrentUser = crmAction({
  label: "CRM - Get Current User",
  description: "Returns the user whom the connection acts for, with role and profile.",
  inputs: {},
  call: (crm) => getUser(crm, {}),
  example: { users: [exampleUser] },
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
        api_name: "Standard",
        description: "This profile will have all the permissions except administrative privileges.",
        custom: false,
        type: "normal_profile",
        ...stamps,
        permissions_details: [
          {
            id: "5725767000000027001",
            name: "Crm_Implied_View_Leads",
            display_label: "View Leads",
            module: { api_name: "Leads", id: "5725767000000002175" },
            enabled: true,
            customizable: true,
          },
        ],
      },
    ],
  },
});
