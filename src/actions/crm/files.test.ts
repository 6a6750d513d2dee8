import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";
import type { JsonObject } from "../../zoho/core/json";

const contract = { data: Buffer.from("A contract."), contentType: "text/plain" };

/** The id in the first item of an answer. */
const firstId = ({ data }: JsonObject): string => {
  const [item] = Array.isArray(data) ? data : [];
  return String(item?.details?.id);
};

const recordType = "Leads";

const png = { data: Buffer.from("89504e470d0a1a0a", "hex"), contentType: "image/png" };

const withPhoto = async (world: ExampleWorld) => {
  const record = { recordType, recordId: await idOf(world, recordType) };
  await world.act("crmUploadPhoto", { ...record, file: png, fileName: "ada.png" });
  return record;
};

exerciseActions("crm/files", {
  crmUploadFile: () => ({ file: contract, fileName: "contract.txt" }),
  crmDownloadFile: async (world) => ({
    fileId: firstId(await world.act("crmUploadFile", { file: contract, fileName: "contract.txt" })),
  }),
  crmUploadPhoto: async (world) => ({
    recordType,
    recordId: await idOf(world, recordType),
    file: png,
    fileName: "ada.png",
  }),
  crmDownloadPhoto: withPhoto,
  crmRemovePhoto: withPhoto,
  crmUploadOrganizationPhoto: () => ({ file: png, fileName: "logo.png" }),
  crmDownloadOrganizationPhoto: async (world) => {
    await world.act("crmUploadOrganizationPhoto", { file: png, fileName: "logo.png" });
    return {};
  },
});
