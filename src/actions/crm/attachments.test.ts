import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";
import type { JsonObject } from "../../zoho/core/json";

const recordType = "Leads";

const contract = { data: Buffer.from("A contract."), contentType: "text/plain" };

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

exerciseActions("crm/attachments", {
  crmAddAttachment: async (world) => ({
    recordType: "Leads",
    recordId: await idOf(world, "Leads"),
    file: { data: Buffer.from("A contract."), contentType: "text/plain" },
    fileName: "contract.txt",
  }),
  crmGetAttachments: async (world) => {
    const { attachmentId, ...record } = await attached(world);
    return record;
  },
  crmDownloadAttachment: attached,
  crmRemoveAttachment: attached,
});
