import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { someIds } from "../../../inputs/cleaners";
import { moduleName } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import { manyInputs, recordIds } from "../../../inputs/writing";
import { assignTerritories, getTerritories, removeTerritories } from "../../../zoho/crm/settings/territories";
import { recordId, time, user } from "../exampleValues";

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
  comments: "The unique identifiers of the territories.",
  example: "5725767000000140002",
  clean: someIds("Territory IDs"),
});

const records = input({
  ...recordIds,
  comments: "The unique identifiers of the records, of any number. They are sent 100 at a time.",
  clean: someIds("Record IDs"),
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
  ],
  summary: { total: 1, succeeded: 1, failed: 0, requests: 1, credits: 1 },
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
    info: { per_page: 200, count: 1, page: 1, more_records: false },
  },
});

export const crmAssignTerritories = crmAction({
  label: "CRM - Assign Territories",
  description: "Puts any number of records into territories and reports what became of each.",
  inputs,
  call: assignTerritories,
  writes: true,
  example: scheduledExample("territories assign scheduled successfully"),
});

export const crmRemoveTerritories = crmAction({
  label: "CRM - Remove Territories",
  description: "Takes any number of records out of territories and reports what became of each.",
  inputs,
  call: removeTerritories,
  writes: true,
  example: scheduledExample("territories remove scheduled successfully"),
});
