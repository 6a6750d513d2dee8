import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  chosen,
  limitedText,
  optionalChoice,
  optionalId,
  requiredId,
  requiredText,
  someIds,
} from "../../../inputs/cleaners";
import { moduleName } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import { manyInputs, recordIds } from "../../../inputs/writing";
import {
  assignTerritories,
  changeTerritoryUsers,
  createTerritory,
  getTerritories,
  getTerritoryUsers,
  removeTerritories,
  removeTerritory,
  updateTerritory,
} from "../../../zoho/crm/settings/territories";
import { numberedPageInfo, oneOfTwo, recordId, time, unknownSecond, user, written } from "../exampleValues";
import { exampleMember } from "./exampleUser";

const territoryModule = input({
  label: "Record Type",
  type: "string",
  required: true,
  model: ["Leads", "Contacts", "Accounts", "Deals"].map((value) => ({ label: value, value })),
  comments: "The API name of the module of the records.",
  example: "Accounts",
  clean: moduleName("Record Type"),
});

const territoryIds = input({
  label: "Territory IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  dataSource: "selectTerritory",
  placeholder: "Select a territory",
  comments: "The unique identifiers of the territories. A record is in 10 at most.",
  example: "5725767000000140002",
  clean: someIds("Territory IDs", 10),
});

const records = input({
  ...recordIds,
  comments: "The unique identifiers of the records, of any number. They are sent 100 at a time.",
  clean: someIds("Record IDs"),
});

const territoryId = input({
  label: "Territory ID",
  type: "string",
  required: true,
  dataSource: "selectTerritory",
  placeholder: "Select a territory",
  comments: "The unique identifier of the territory.",
  example: "5725767000000140002",
  clean: requiredId("Territory ID"),
});

const territoryName = input({
  label: "Territory Name",
  type: "string",
  placeholder: "Enter a name",
  comments:
    "The name of the territory, which no other has. Leave empty to keep it. Maximum is 50 characters.",
  example: "Northern Europe",
  clean: limitedText("Territory Name", 50),
});

const newTerritoryName = input({
  ...territoryName,
  required: true,
  comments: "The name of the territory, which no other has. Maximum is 50 characters.",
  clean: requiredText("Territory Name"),
});

const parentTerritoryId = input({
  ...territoryId,
  label: "Parent Territory ID",
  required: false,
  comments: "The unique identifier of the territory that it reports to. Leave empty to keep it.",
  clean: optionalId("Parent Territory ID"),
});

const newParentTerritoryId = input({
  ...parentTerritoryId,
  required: true,
  comments: "The unique identifier of the territory that it reports to.",
  clean: requiredId("Parent Territory ID"),
});

const managerId = input({
  label: "Manager ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user who manages the territory.",
  example: "5725767000000411001",
  clean: optionalId("Manager ID"),
});

const accessTypes = ["read_only", "read_write_delete"] as const;

const accessType = input({
  label: "Access Type",
  type: "string",
  model: [
    { label: "Read Only", value: "read_only" },
    { label: "Read, Write and Delete", value: "read_write_delete" },
  ],
  comments: "What the users of the territory may do with its records. Leave empty to keep it.",
  example: "read_only",
  clean: optionalChoice("Access Type", accessTypes),
});

const newAccessType = input({
  ...accessType,
  default: "read_only",
  comments: "What the users of the territory may do with its records.",
  clean: chosen("Access Type", accessTypes, "read_only"),
});

const territoryDescription = input({
  label: "Description",
  type: "string",
  placeholder: "Enter a description",
  comments: "What the territory is. Maximum is 100 characters.",
  example: "From Iceland to Finland.",
  clean: limitedText("Description", 100),
});

const transferTo = input({
  ...parentTerritoryId,
  label: "Transfer To",
  comments:
    "The unique identifier of the territory that gets its records and the territories below it. Zoho refuses to delete a territory that has some when this is empty.",
  example: "5725767000000140005",
  clean: optionalId("Transfer To"),
});

const memberIds = input({
  label: "User IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifiers of the users. Maximum is 100.",
  example: "5725767000000411001",
  clean: someIds("User IDs", 100),
});

const change = input({
  label: "Change",
  type: "string",
  default: "add",
  model: [
    { label: "Add to the territory", value: "add" },
    { label: "Remove from the territory", value: "remove" },
  ],
  comments: "Whether the users come into the territory or leave it.",
  clean: chosen("Change", ["add", "remove"], "add"),
});

const inputs = { recordType: territoryModule, recordIds: records, territoryIds, ...manyInputs };

const scheduledExample = (message: string) => ({
  data: [
    {
      index: 0,
      status: "success",
      code: "SCHEDULED",
      message,
      id: recordId,
      action: "update",
      details: { id: recordId, job_id: "5725767000001408012" },
    },
    unknownSecond("id"),
  ],
  summary: oneOfTwo,
});

export const crmGetTerritories = crmAction({
  label: "CRM - Get Territories",
  description: "Returns the territories of the organization, one page or all of them.",
  inputs: numberedPaging,
  call: getTerritories,
  example: {
    territories: [
      {
        id: "5725767000000140002",
        name: "Europe",
        api_name: "Europe",
        description: null,
        manager: user,
        reporting_to: { id: "5725767000000140001", name: "World" },
        permission_type: "read_only",
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmAssignTerritories = crmAction({
  label: "CRM - Assign Territories",
  description:
    "Puts any number of records into territories and reports what became of each. Zoho refuses a record that is in one of them already.",
  inputs,
  call: assignTerritories,
  writes: true,
  example: scheduledExample("Territory assignment process scheduled successfully"),
});

export const crmRemoveTerritories = crmAction({
  label: "CRM - Remove Territories",
  description:
    "Takes any number of records out of territories and reports what became of each. Zoho refuses a record that is not in all of them.",
  inputs,
  call: removeTerritories,
  writes: true,
  example: scheduledExample("Territory removal process scheduled successfully"),
});

export const crmCreateTerritory = crmAction({
  label: "CRM - Create Territory",
  description: "Creates a territory below another.",
  inputs: {
    territoryName: newTerritoryName,
    parentTerritoryId: newParentTerritoryId,
    accessType: newAccessType,
    managerId,
    description: territoryDescription,
  },
  call: createTerritory,
  writes: true,
  example: written("territories", "5725767000000140004", "Territory Created Successfully"),
});

export const crmUpdateTerritory = crmAction({
  label: "CRM - Update Territory",
  description: "Changes the name, place, access or manager of a territory.",
  inputs: {
    territoryId,
    territoryName,
    parentTerritoryId,
    accessType,
    managerId,
    description: territoryDescription,
  },
  call: updateTerritory,
  writes: true,
  example: written("territories", "5725767000000140002", "Territory Updated Successfully"),
});

export const crmRemoveTerritory = crmAction({
  label: "CRM - Remove Territory",
  description: "Deletes a territory, and gives what is in it to another.",
  inputs: { territoryId, transferTo },
  call: removeTerritory,
  writes: true,
  example: written("territories", "5725767000000140002", "Given Territory Removed Successfully"),
});

export const crmGetTerritoryUsers = crmAction({
  label: "CRM - Get Territory Users",
  description: "Returns the users of a territory, one page or all of them.",
  inputs: { territoryId, ...numberedPaging },
  call: getTerritoryUsers,
  example: {
    users: [{ ...exampleMember, category: "regular_user" }],
    info: numberedPageInfo,
  },
});

export const crmChangeTerritoryUsers = crmAction({
  label: "CRM - Change Territory Users",
  description:
    "Puts users into a territory or takes them out of it. Zoho refuses a user who is in it already, or not in it.",
  inputs: { territoryId, userIds: memberIds, change },
  call: changeTerritoryUsers,
  writes: true,
  example: written("users", user.id, "Given User added to the mentioned territory Successfully"),
});
