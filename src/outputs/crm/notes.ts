import { owner, pageInfo, time, user } from "./common";

export const noteCreatedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: time,
        Modified_By: user,
        Created_Time: time,
        id: "5725767000000540001",
        Created_By: user,
      },
      message: "record added",
      status: "success",
    },
  ],
};

export const notesExample = {
  data: [
    {
      Note_Title: "First call",
      Note_Content: "Prefers to be called in the morning.",
      Parent_Id: {
        name: "Ada Burns",
        id: "5725767000000524001",
        module: { api_name: "Leads", id: "5725767000000002175" },
      },
      Owner: owner,
      Created_By: owner,
      Created_Time: time,
      Modified_By: owner,
      Modified_Time: time,
      id: "5725767000000540001",
    },
  ],
  info: pageInfo,
};

export const noteUpdatedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: time,
        Modified_By: user,
        Created_Time: time,
        id: "5725767000000540001",
        Created_By: user,
      },
      message: "record updated",
      status: "success",
    },
  ],
};

export const noteRemovedExample = {
  data: [
    { code: "SUCCESS", details: { id: "5725767000000540001" }, message: "record deleted", status: "success" },
  ],
};
