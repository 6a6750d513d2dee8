import { time, user } from "./common";

export const taggedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "tags updated successfully",
      id: "5725767000000524001",
      action: "update",
      details: {
        id: "5725767000000524001",
        modifiedTime: time,
        tags: [{ name: "Trade Show", id: "5725767000000541001", color_code: null }],
      },
    },
    {
      index: 1,
      status: "error",
      code: "INVALID_DATA",
      message: "the id given seems to be invalid",
      id: "5725767000000999999",
      details: { id: "5725767000000999999" },
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};

export const untaggedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "tags updated successfully",
      id: "5725767000000524001",
      action: "update",
      details: {
        id: "5725767000000524001",
        modifiedTime: time,
        tags: [],
      },
    },
    {
      index: 1,
      status: "error",
      code: "INVALID_DATA",
      message: "the id given seems to be invalid",
      id: "5725767000000999999",
      details: { id: "5725767000000999999" },
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};

export const tagsExample = {
  tags: [
    {
      id: "5725767000000541001",
      name: "Trade Show",
      color_code: "#F17574",
      created_by: user,
      created_time: time,
      modified_by: user,
      modified_time: time,
    },
  ],
  info: { count: 1, allowed_count: 200 },
};

export const tagCreatedExample = {
  tags: [
    {
      code: "SUCCESS",
      details: {
        id: "5725767000000541001",
        name: "Trade Show",
        color_code: "#F17574",
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
      message: "tags created successfully",
      status: "success",
    },
  ],
};

export const tagRemovedExample = {
  tags: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000541001" },
      message: "tags deleted successfully",
      status: "success",
    },
  ],
};
