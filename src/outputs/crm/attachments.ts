import { owner, pageInfo, time } from "./common";

export const attachedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: "2026-03-01T09:00:00+01:00",
        Modified_By: { name: "Patricia Boyle", id: "5725767000000411001" },
        Created_Time: "2026-03-01T09:00:00+01:00",
        id: "5725767000000530001",
        Created_By: { name: "Patricia Boyle", id: "5725767000000411001" },
      },
      message: "attachment uploaded successfully",
      status: "success",
    },
  ],
};

export const attachmentsExample = {
  data: [
    {
      $editable: true,
      $field_states: null,
      $file_id: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
      $link_url: null,
      $sharing_permission: "full_access",
      $state: "save",
      $type: "Attachment",
      $se_module: "Leads",
      File_Name: "contract.txt",
      Size: "11",
      Parent_Id: { name: "Ada Burns", id: "5725767000000524001" },
      Owner: owner,
      Created_By: owner,
      Created_Time: time,
      Modified_By: owner,
      Modified_Time: time,
      id: "5725767000000530001",
    },
  ],
  info: pageInfo,
};

export const attachmentRemovedExample = {
  data: [
    { code: "SUCCESS", details: { id: "5725767000000530001" }, message: "record deleted", status: "success" },
  ],
};

export const photoUploadedExample = {
  code: "SUCCESS",
  details: {},
  message: "photo uploaded successfully",
  status: "success",
};

export const photoRemovedExample = {
  code: "SUCCESS",
  details: {},
  message: "Photo deleted",
  status: "success",
};

export const fileUploadedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        name: "contract.txt",
        id: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
      },
      message: "contract.txt uploaded successfully",
      status: "success",
    },
  ],
};
