import { carriers, invoiceStatuses, orderStatuses, quoteStages } from "../picklists";
import type { FieldRow, ModuleSpec } from "../types";
import { description } from "./common";
import { orderAddress } from "./products";

const parties: FieldRow[] = [
  ["Deal_Name", "lookup", { module: "Deals" }],
  ["Contact_Name", "lookup", { module: "Contacts" }],
  ["Account_Name", "lookup", { module: "Accounts" }],
];

const totals: FieldRow[] = [
  ["Sub_Total", "formula", { readOnly: true }],
  ["Discount", "currency"],
  ["Tax", "currency", { readOnly: true }],
  ["Adjustment", "currency"],
  ["Grand_Total", "formula", { readOnly: true }],
];

/** An inventory module: what it is called, its own fields and its line items. */
const inventory = (
  apiName: string,
  singular: string,
  items: string,
  fields: readonly FieldRow[],
  relatedLists: ModuleSpec["relatedLists"] = [],
): ModuleSpec => ({
  apiName,
  singular,
  plural: `${singular}s`,
  display: "Subject",
  duplicateCheck: "Subject",
  flags: { inventory_template_supported: true },
  sections: [
    {
      name: `${singular} Information`,
      fields: [
        ["Owner", "ownerlookup", { label: `${singular} Owner` }],
        ["Subject", "text", { length: 255, mandatory: true }],
        ...fields,
      ],
    },
    orderAddress,
    {
      name: "Product Details",
      fields: [[items, "subform", { rows: items, mandatory: true }], ...totals],
    },
    {
      name: "Terms and Conditions",
      fields: [["Terms_and_Conditions", "textarea", { textarea: "large", length: 32000 }]],
    },
    ...description,
  ],
  relatedLists,
});

const number = (apiName: string): FieldRow => [
  apiName,
  "autonumber",
  { autoNumber: { prefix: "", start: 1 } },
];

export const quotes = inventory(
  "Quotes",
  "Quote",
  "Quoted_Items",
  [
    number("Quote_Number"),
    ["Quote_Stage", "picklist", { values: quoteStages }],
    ["Valid_Till", "date", { label: "Valid Until" }],
    ["Carrier", "picklist", { values: carriers }],
    ["Team", "text", { length: 50 }],
    ...parties,
  ],
  [["SalesOrders", "Sales_Orders", "Sales Orders"]],
);

export const salesOrders = inventory(
  "Sales_Orders",
  "Sales Order",
  "Ordered_Items",
  [
    number("SO_Number"),
    ["Customer_No", "text", { length: 30 }],
    ["Purchase_Order", "text", { length: 30 }],
    ["Quote_Name", "lookup", { module: "Quotes" }],
    ["Due_Date", "date"],
    ["Carrier", "picklist", { values: carriers }],
    ["Pending", "text", { length: 120 }],
    ["Status", "picklist", { values: orderStatuses }],
    ["Sales_Commission", "currency"],
    ["Excise_Duty", "currency"],
    ...parties,
  ],
  [["Invoices", "Invoices"]],
);

export const purchaseOrders = inventory("Purchase_Orders", "Purchase Order", "Purchased_Items", [
  ["PO_Number", "text", { length: 50 }],
  ["Vendor_Name", "lookup", { module: "Vendors", mandatory: true }],
  ["Contact_Name", "lookup", { module: "Contacts" }],
  ["Requisition_No", "text", { length: 30 }],
  ["Tracking_Number", "text", { length: 30 }],
  ["PO_Date", "date"],
  ["Due_Date", "date"],
  ["Carrier", "picklist", { values: carriers }],
  ["Excise_Duty", "currency"],
  ["Sales_Commission", "currency"],
  ["Status", "picklist", { values: orderStatuses }],
]);

export const invoices = inventory("Invoices", "Invoice", "Invoiced_Items", [
  number("Invoice_Number"),
  ["Sales_Order", "lookup", { module: "Sales_Orders" }],
  ["Purchase_Order", "text", { length: 30 }],
  ["Invoice_Date", "date"],
  ["Due_Date", "date"],
  ["Status", "picklist", { values: invoiceStatuses }],
  ["Sales_Commission", "currency"],
  ["Excise_Duty", "currency"],
  ...parties,
]);

/** The module of an inventory module's line items. */
const lineItems = (apiName: string, parent: string): ModuleSpec => ({
  apiName,
  singular: apiName.replaceAll("_", " "),
  plural: apiName.replaceAll("_", " "),
  display: "id",
  kind: "subform",
  parent,
  sections: [
    {
      name: apiName.replaceAll("_", " "),
      fields: [
        ["Product_Name", "lookup", { module: "Products", mandatory: true }],
        ["Quantity", "double", { mandatory: true }],
        ["List_Price", "currency"],
        ["Total", "formula", { readOnly: true }],
        ["Discount", "currency"],
        ["Total_After_Discount", "formula", { readOnly: true }],
        ["Tax", "currency", { readOnly: true }],
        ["Net_Total", "formula", { readOnly: true }],
        ["Line_Tax", "line_tax"],
        ["Price_Book_Name", "lookup", { module: "Price_Books" }],
        ["Description", "textarea", { textarea: "small", length: 2000 }],
        ["Sequence_Number", "integer", { readOnly: true }],
      ],
    },
  ],
});

export const inventoryItems: readonly ModuleSpec[] = [
  lineItems("Quoted_Items", "Quotes"),
  lineItems("Ordered_Items", "Sales_Orders"),
  lineItems("Purchased_Items", "Purchase_Orders"),
  lineItems("Invoiced_Items", "Invoices"),
];
