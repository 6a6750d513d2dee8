import { type ExampleWorld, exerciseActions } from "../../../test/support/actions";
import { draft } from "../../../test/support/invoices";

const invoice = async (world: ExampleWorld) => {
  const { recordType, recordId } = await draft(world);
  return { recordType, recordId };
};

const file = { data: Buffer.from("%PDF-1.4 A contract."), contentType: "application/pdf" };

const attachment = { file, fileName: "contract.pdf", canSendInMail: "true" };

exerciseActions("books/documents", {
  booksEmailRecord: async (world) => ({
    ...(await invoice(world)),
    to: ["ada.burns@example.com"],
    cc: ["archive@example.com"],
    subject: "The invoice for the hard drive",
    body: "Dear customer,<br>thanks for the business.",
  }),
  booksDownloadPdf: invoice,
  booksAddAttachment: async (world) => ({ ...(await invoice(world)), ...attachment }),
  booksDownloadAttachment: async (world) => {
    const record = await invoice(world);
    await world.act("booksAddAttachment", { ...record, ...attachment });
    return record;
  },
  booksAddComment: async (world) => ({
    ...(await invoice(world)),
    comment: "Called the customer.",
    showToClients: "true",
  }),
  booksGetComments: async (world) => {
    const record = await invoice(world);
    await world.act("booksAddComment", { ...record, comment: "Called the customer." });
    return record;
  },
});
