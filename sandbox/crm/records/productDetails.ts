import type { Module, RecordData } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";

/*
 * The line items of v2: under `Product_Details` in every inventory module, with names of their own. Later
 * versions have the subform of the module.
 */

type Values = Readonly<Record<string, unknown>>;

/** Names of v2, and the fields of a line item that they stand for. */
const names: Readonly<Record<string, string>> = {
  product: "Product_Name",
  quantity: "Quantity",
  list_price: "List_Price",
  Discount: "Discount",
  book: "Price_Book_Name",
  product_description: "Description",
};

const told: Readonly<Record<string, string>> = {
  ...names,
  Tax: "Tax",
  total: "Total",
  total_after_discount: "Total_After_Discount",
  net_total: "Net_Total",
};

/** The subform of an inventory module's line items. */
const itemsOf = (module: Module) =>
  [...module.fields.values()].find(({ dataType, mandatory }) => dataType === "subform" && mandatory);

/**
 * A record that v2 is sent, with its `Product_Details` in the place of the module's line items. A row's id
 * that is no line item's is passed over: n8n sends that of the product.
 */
export function withLineItems(version: string, module: Module, input: Values, before?: RecordData): Values {
  const { Product_Details: details, ...others } = input;
  const field = itemsOf(module);
  if (version !== "v2" || !field || !Array.isArray(details)) return input;
  const known = new Set(objectsOf(before?.[field.apiName]).map(({ id }) => id));
  const rows = details.map((row: unknown) => {
    if (!isObject(row)) return row;
    const values = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
      if (name === "id") return known.has(value) ? [[name, value]] : [];
      return [[names[name] ?? name, value]];
    });
    return Object.fromEntries(values);
  });
  return { ...others, [field.apiName]: rows };
}

/** The line items of a record as v2 tells them. */
export function productDetails(module: Module, record: RecordData): Values {
  const field = itemsOf(module);
  if (!field) return {};
  const rows = objectsOf(record[field.apiName]).map((row) => ({
    ...Object.fromEntries(Object.entries(told).map(([name, key]) => [name, row[key] ?? null])),
    id: textOf(row.id),
  }));
  return { Product_Details: rows };
}
