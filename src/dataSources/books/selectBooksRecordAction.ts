import { dataSource } from "@prismatic-io/spectral";
import { actionableType, parentRecordType } from "../../inputs/books/recordTypes";
import { connection } from "../../inputs/connection";
import { actionChoices } from "../../zoho/books/choices";

export const selectBooksRecordAction = dataSource({
  display: {
    label: "Select Books Record Action",
    description: "Lists what can be done to a record of a type.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: actionableType, parentRecordType },
  perform: async (_context, input) => ({ result: actionChoices(input) }),
  examplePayload: { result: [{ key: "markSent", label: "Mark Sent" }] },
});
