import { exerciseActions } from "../../../test/support/actions";

exerciseActions("books/crmImport", {
  booksImportFromCrm: async (world) => ({
    crmModule: "Accounts",
    crmRecordId: String((await world.records("Accounts"))[0]?.id),
  }),
});
