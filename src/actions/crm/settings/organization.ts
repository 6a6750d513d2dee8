import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  chosen,
  flag,
  optionalApiName,
  optionalText,
  requiredFlag,
  requiredId,
  requiredText,
  someIds,
} from "../../../inputs/cleaners";
import { jobInputs } from "../../../inputs/jobs";
import { viewableModule } from "../../../inputs/modules";
import { recordIds } from "../../../inputs/writing";
import {
  changePortalUserStatus,
  getDataSharing,
  getPortals,
  getPortalUsers,
  getPortalUserTypes,
  getPreferences,
  getUnsubscribeLinks,
  getWizards,
  invitePortalUsers,
} from "../../../zoho/crm/settings/organization";
import { recordId, time, user } from "../exampleValues";

const portal = input({
  label: "Portal",
  type: "string",
  required: true,
  placeholder: "Enter a portal",
  comments: "The name of the portal, as Get Portals lists it.",
  example: "ZylkerCustomers",
  clean: requiredText("Portal"),
});

const userTypeId = input({
  label: "User Type ID",
  type: "string",
  required: true,
  placeholder: "Enter a user type ID",
  comments: "The unique identifier of the type of portal users, as Get Portal User Types lists it.",
  example: "5725767000000280001",
  clean: requiredId("User Type ID"),
});

const invitedIds = input({
  ...recordIds,
  comments: "The unique identifiers of the records of the module of the user type. Maximum is 100.",
  clean: someIds("Record IDs", 100),
});

const reinvite = input({
  label: "Invite Again",
  type: "boolean",
  default: "false",
  comments: "When true, those who have not taken an earlier invitation get it once more.",
  clean: flag("Invite Again"),
});

const language = input({
  label: "Language",
  type: "string",
  placeholder: "Enter a language",
  comments: "The language of the invitation. Leave empty for the one of the portal.",
  example: "de_DE",
  clean: optionalText("Language"),
});

const portalUserId = input({
  label: "Record ID",
  type: "string",
  required: true,
  placeholder: "Enter a record ID",
  comments:
    "The unique identifier of the record that the portal user is, which Get Portal Users names personality_id.",
  example: recordId,
  clean: requiredId("Record ID"),
});

const active = input({
  label: "Active",
  type: "boolean",
  required: true,
  comments: "When true, the user can use the portal; when false, the user is kept out of it.",
  example: "false",
  clean: requiredFlag("Active"),
});

const preference = input({
  label: "Preference",
  type: "string",
  default: "appointments",
  model: [
    { label: "Appointments", value: "appointments" },
    { label: "Services", value: "services" },
    { label: "Duplicate check of leads", value: "duplicates" },
  ],
  comments: "What the preferences are of.",
  clean: chosen("Preference", ["appointments", "services", "duplicates"], "appointments"),
});

const anyModule = input({
  ...viewableModule,
  required: false,
  comments: "The API name of the module. Leave empty for all modules.",
  clean: optionalApiName("Record Type"),
});

const stamps = { created_by: user, created_time: time, modified_by: user, modified_time: time };

export const crmGetPortals = crmAction({
  label: "CRM - Get Portals",
  description: "Returns the customer portals of the organization.",
  inputs: {},
  call: getPortals,
  example: { portals: [{ name: "ZylkerCustomers", zaid: "10041402", active: true, ...stamps }] },
});

export const crmGetPortalUserTypes = crmAction({
  label: "CRM - Get Portal User Types",
  description: "Returns the types of users that a portal has, with the module whose records they are.",
  inputs: { portal },
  call: getPortalUserTypes,
  example: {
    user_type: [
      {
        id: "5725767000000280001",
        name: "Client",
        default: true,
        active: true,
        personality_module: { api_name: "Contacts", id: "5725767000000002179", plural_label: "Contacts" },
        invitation_field: { api_name: "Email", id: "5725767000000002211" },
      },
    ],
  },
});

const portalUser = {
  personality_id: recordId,
  name: "Ada Burns",
  email: "ada.burns@example.com",
  module: "Contacts",
  active: true,
  confirm: false,
  status_reason__s: "",
  created_time: time,
  Source__s: "crm",
};

export const crmGetPortalUsers = crmAction({
  label: "CRM - Get Portal Users",
  description: "Returns the users of a type that a portal has.",
  inputs: { portal, userTypeId },
  call: getPortalUsers,
  example: { users: [portalUser] },
});

export const crmInvitePortalUsers = crmAction({
  label: "CRM - Invite Portal Users",
  description: "Invites the people of records to a portal and reports what became of each.",
  inputs: { recordType: viewableModule, recordIds: invitedIds, userTypeId, reinvite, language, ...jobInputs },
  call: invitePortalUsers,
  writes: true,
  example: {
    portal_invite: [
      {
        job_id: "5725767000001408012",
        status: "completed",
        data: [
          {
            code: "SUCCESS",
            details: { id: recordId },
            message: "An Invite has been sent to the personality.",
            status: "success",
          },
        ],
      },
    ],
  },
});

export const crmChangePortalUserStatus = crmAction({
  label: "CRM - Change Portal User Status",
  description: "Lets a user of a portal in, or keeps the user out.",
  inputs: { portal, userTypeId, recordId: portalUserId, active },
  call: changePortalUserStatus,
  writes: true,
  example: {
    change_status: [
      {
        code: "SUCCESS",
        details: { personality_id: recordId },
        message: "status changed",
        status: "success",
      },
    ],
  },
});

export const crmGetWizards = crmAction({
  label: "CRM - Get Wizards",
  description: "Returns the wizards that lead through the forms of a module or of all modules.",
  inputs: { recordType: anyModule },
  call: getWizards,
  example: {
    wizards: [
      {
        id: "5725767000000260001",
        name: "New_Lead",
        display_label: "New Lead",
        module: { api_name: "Leads", id: "5725767000000002175" },
        active: true,
        profiles: [{ id: "5725767000000026011", name: "Administrator", display_label: "Administrator" }],
        portal_user_types: [],
        containers: [
          {
            id: "5725767000000260002",
            layout: { id: "5725767000000091055", name: "Standard", display_label: "Standard" },
            screens: [{ id: "5725767000000260003", api_name: "Person", display_label: "Person" }],
          },
        ],
        ...stamps,
      },
    ],
  },
});

export const crmGetDataSharing = crmAction({
  label: "CRM - Get Data Sharing",
  description: "Returns for each module who sees its records by default.",
  inputs: {},
  call: getDataSharing,
  example: {
    data_sharing: [
      {
        share_type: "private",
        public_in_portals: false,
        module: { api_name: "Leads", id: "5725767000000002175" },
        rule_computation_running: false,
      },
    ],
  },
});

export const crmGetUnsubscribeLinks = crmAction({
  label: "CRM - Get Unsubscribe Links",
  description: "Returns the pages by which people unsubscribe from emails.",
  inputs: {},
  call: getUnsubscribeLinks,
  example: {
    unsubscribe_links: [
      {
        id: "5725767000000250001",
        name: "Newsletter",
        page_type: "standard",
        custom_location_url: "",
        standard_page_message: null,
        submission_action_type: "message",
        submission_message: "The address is taken off the list.",
        submission_redirect_url: "",
        ...stamps,
      },
    ],
  },
});

export const crmGetPreferences = crmAction({
  label: "CRM - Get Preferences",
  description:
    "Returns what the organization has chosen for appointments, for services, or for the check of leads for duplicates.",
  inputs: { preference },
  call: getPreferences,
  example: { preferences: { job_sheet_enabled: true } },
});
