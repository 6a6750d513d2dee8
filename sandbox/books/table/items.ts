import { items } from "../rules/items";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

/** @see https://www.zoho.com/books/api/v3/items/ */
export const itemTypes: RecordType[] = [
  {
    path: "items",
    area: "settings",
    keys: ["items", "item", "item_id"],
    noun: "Item",
    messages: ["The item has been added.", "Item details have been saved.", "The item has been deleted."],
    required: "name rate",
    fields: fields.items,
    filters: `name description rate tax_id tax_name is_taxable tax_exemption_id account_id sat_item_key_code
      unitkey_code`,
    filterBy: "Status.All Status.Active Status.Inactive",
    search: "name description",
    sort: "name rate tax_name last_modified_time",
    order: "name A",
    unique: { field: "name", code: 1001, message: (name) => `Item "${name}" already exists.` },
    upsert: true,
    customFields: true,
    customFieldsAt: "item",
    rules: items,
  },
];
