import { pageInfo } from "./common";

export const relatedRecordsExample = {
  data: [
    {
      Product_Name: "Door Sensor 1",
      Product_Code: "PRD-00001",
      Unit_Price: 99.99,
      id: "5725767000000538001",
    },
  ],
  info: pageInfo,
};

export const linkedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "record updated",
      id: "5725767000000525001",
      action: "update",
      details: { id: "5725767000000525001" },
    },
    {
      index: 1,
      status: "error",
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found",
      details: { api_name: "Contact_Role", json_path: "$.data[1].Contact_Role" },
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};

export const unlinkedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "relation removed",
      id: "5725767000000538001",
      action: "delete",
      details: { id: "5725767000000538001" },
    },
    {
      index: 1,
      status: "error",
      code: "INVALID_DATA",
      message: "relation not found",
      id: "5725767000000999999",
      details: { id: "5725767000000999999" },
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};
