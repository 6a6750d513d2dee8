import type { RecordType } from "./recordType";

/** The custom modules that every organisation of the sandbox has. */
export const customModules: readonly RecordType[] = [
  {
    path: "cm_debtor",
    area: "custommodules",
    keys: ["module_record", "module_record", "module_record_id"],
    noun: "Record",
    messages: [null, null, null],
    fields: "record_name cf_debt_amount#",
    required: "record_name",
    at: { list: null, get: null },
  },
];
