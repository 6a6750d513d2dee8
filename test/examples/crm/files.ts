import type { JsonObject } from "../../../src/zoho/core/json";
import { type Example, type ExampleWorld, idOf } from "../world";

const recordType = "Leads";
const contract = { data: Buffer.from("A contract."), contentType: "text/plain" };
const png = { data: Buffer.from("89504e470d0a1a0a", "hex"), contentType: "image/png" };

/** The id in the first item of an answer. */
const firstId = ({ data }: JsonObject): string => {
  const [item] = Array.isArray(data) ? data : [];
  return String(item?.details?.id);
};

const attached = async (world: ExampleWorld) => {
  const recordId = await idOf(world, recordType);
  const file = { file: contract, fileName: "contract.txt" };
  const attachmentId = firstId(await world.act("crmAddAttachment", { recordType, recordId, ...file }));
  return { recordType, recordId, attachmentId };
};

const withPhoto = async (world: ExampleWorld) => {
  const record = { recordType, recordId: await idOf(world, recordType) };
  await world.act("crmUploadPhoto", { ...record, file: png, fileName: "ada.png" });
  return record;
};

export const examples: Record<string, Example> = {
  crmGetAttachments: async (world) => {
    const { attachmentId, ...record } = await attached(world);
    return record;
  },
  crmDownloadAttachment: attached,
  crmRemoveAttachment: attached,
  crmUploadPhoto: async (world) => ({
    recordType,
    recordId: await idOf(world, recordType),
    file: png,
    fileName: "ada.png",
  }),
  crmDownloadPhoto: withPhoto,
  crmRemovePhoto: withPhoto,
  crmUploadFile: () => ({ file: contract, fileName: "contract.txt" }),
  crmDownloadFile: async (world) => ({
    fileId: firstId(await world.act("crmUploadFile", { file: contract, fileName: "contract.txt" })),
  }),
};
