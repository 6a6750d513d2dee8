import { input } from "@prismatic-io/spectral";
import { idList, optionalChoice, optionalId } from "../cleaners";

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

export const userType = input({
  label: "User Type",
  type: "string",
  model: Object.entries(userTypes).map(([value, label]) => ({ label, value })),
  comments: "The kind of users to list. Leave empty for all that are not deleted.",
  example: "ActiveUsers",
  clean: optionalChoice("User Type", Object.keys(userTypes)),
});

export const userIds = input({
  label: "User IDs",
  type: "string",
  collection: "valuelist",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifiers of the users to list. Leave empty for all. Maximum is 100.",
  example: "5725767000000411001",
  clean: idList("User IDs", 100),
});

export const userId = input({
  label: "User ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user. Leave empty for the connected user.",
  example: "5725767000000411001",
  clean: optionalId("User ID"),
});
