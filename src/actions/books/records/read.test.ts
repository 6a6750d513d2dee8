import { exerciseActions } from "../../../../test/support/actions";
import { draft, invoices } from "../../../../test/support/invoices";

exerciseActions("books/records/read", {
  booksGetRecord: async (world) => {
    const { recordType, recordId } = await draft(world);
    return { recordType, recordId };
  },
  booksGetRecords: () => ({ ...invoices, fetchAll: "true", filterBy: "Status.All", sort_by: "created_time" }),
});
