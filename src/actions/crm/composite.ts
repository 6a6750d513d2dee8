import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, objectList, optionalObject, optionalText, requiredText } from "../../inputs/cleaners";
import { compositeRequest } from "../../zoho/crm/composite";
import { createdDetails } from "./exampleValues";

const parts = input({
  label: "Parts",
  type: "code",
  language: "json",
  required: true,
  comments:
    "A list of at most 5 requests as JSON objects of id, method, path, params, headers and body. A part writes one record, or reads 25 at most. It may use what another answered: `@{account:$.data[0].details.id}` is the id of the record that the part account created.",
  example:
    '[{ "id": "account", "method": "POST", "path": "Accounts", "body": { "data": [{ "Account_Name": "Zylker" }] } }, { "method": "POST", "path": "Contacts", "body": { "data": [{ "Last_Name": "Burns", "Account_Name": { "id": "@{account:$.data[0].details.id}" } }] } }]',
  clean: (value: unknown) =>
    objectList("Parts")(value).map((part, index) => {
      const label = `Parts, item ${index + 1}`;
      return {
        id: optionalText(`${label}, id`)(part.id ?? part.sub_request_id),
        method: optionalText(`${label}, method`)(part.method) ?? "GET",
        path: requiredText(`${label}, path`)(part.path ?? part.uri),
        params: optionalObject(`${label}, params`)(part.params),
        headers: optionalObject(`${label}, headers`)(part.headers),
        body: part.body,
      };
    }),
});

const rollbackOnFail = input({
  label: "Rollback On Fail",
  type: "boolean",
  default: "false",
  comments: "When true, everything is undone when a part fails. It costs a credit more when all goes well.",
  clean: flag("Rollback On Fail"),
});

const sequential = input({
  label: "Sequential",
  type: "boolean",
  default: "false",
  comments:
    "When true, the parts are carried out one after another. Otherwise those that do not refer to each other are carried out at the same time, unless Rollback On Fail is set.",
  clean: flag("Sequential"),
});

const allowFailedParts = input({
  label: "Allow Failed Parts",
  type: "boolean",
  default: "false",
  comments: "When true, failed parts are returned with their outcomes. When false, they are an error.",
  clean: flag("Allow Failed Parts"),
});

const compositeExample = {
  data: [
    {
      id: "account",
      status: "success",
      code: "SUCCESS",
      message: "composite sub request executed successfully",
      status_code: 201,
      body: {
        data: [{ code: "SUCCESS", details: createdDetails, message: "record added", status: "success" }],
      },
    },
  ],
  summary: { total: 1, succeeded: 1, failed: 0 },
};

export const crmCompositeRequest = crmAction({
  label: "CRM - Composite Request",
  description:
    "Sends up to five requests to Zoho CRM in one, in which one may use what another answered, and all can be undone when one fails.",
  inputs: { parts, rollbackOnFail, sequential, allowFailedParts },
  call: compositeRequest,
  writes: true,
  example: compositeExample,
});
