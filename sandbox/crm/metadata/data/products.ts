import { glAccounts, manufacturers, pricingModels, productCategories, usageUnits } from "../picklists";
import type { ModuleSpec } from "../types";
import { address, description } from "./common";

export const products: ModuleSpec = {
  apiName: "Products",
  singular: "Product",
  plural: "Products",
  display: "Product_Name",
  duplicateCheck: "Product_Name",
  sections: [
    {
      name: "Product Information",
      fields: [
        ["Record_Image", "profileimage", { label: "Product Image" }],
        ["Owner", "ownerlookup", { label: "Product Owner" }],
        ["Product_Name", "text", { length: 200, mandatory: true }],
        ["Product_Code", "text", { length: 40 }],
        ["Vendor_Name", "lookup", { module: "Vendors" }],
        ["Product_Active", "boolean"],
        ["Manufacturer", "picklist", { values: manufacturers }],
        ["Product_Category", "picklist", { values: productCategories }],
        ["Sales_Start_Date", "date"],
        ["Sales_End_Date", "date"],
        ["Support_Start_Date", "date"],
        ["Support_Expiry_Date", "date"],
      ],
    },
    {
      name: "Price Information",
      fields: [
        ["Unit_Price", "currency"],
        ["Commission_Rate", "currency"],
        ["Tax", "multiselectpicklist", { values: ["Vat - 12.5", "Sales Tax - 2.0", "Common Tax - 1.5"] }],
        ["Taxable", "boolean"],
      ],
    },
    {
      name: "Stock Information",
      fields: [
        ["Usage_Unit", "picklist", { values: usageUnits }],
        ["Qty_Ordered", "double", { label: "Qty Ordered" }],
        ["Qty_in_Stock", "double", { label: "Quantity in Stock" }],
        ["Reorder_Level", "double"],
        ["Handler", "userlookup"],
        ["Qty_in_Demand", "double", { label: "Quantity in Demand" }],
      ],
    },
    ...description,
  ],
  relatedLists: [
    ["Leads", "Leads"],
    ["Accounts", "Accounts"],
    ["Contacts", "Contacts"],
    ["Deals", "Deals"],
    ["Price_Books", "Price_Books", "Price Books"],
    ["Cases", "Cases"],
    ["Solutions", "Solutions"],
  ],
};

export const vendors: ModuleSpec = {
  apiName: "Vendors",
  singular: "Vendor",
  plural: "Vendors",
  display: "Vendor_Name",
  duplicateCheck: "Vendor_Name",
  sections: [
    {
      name: "Vendor Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Vendor Owner" }],
        ["Vendor_Name", "text", { length: 120, mandatory: true }],
        ["Phone", "phone"],
        ["Email", "email"],
        ["Website", "website", { length: 255 }],
        ["GL_Account", "picklist", { values: glAccounts }],
        ["Category", "text", { length: 50 }],
        ["Email_Opt_Out", "boolean"],
      ],
    },
    {
      name: "Address Information",
      fields: [
        ["Street", "text", { length: 250 }],
        ["City", "text", { length: 30 }],
        ["State", "text", { length: 30 }],
        ["Zip_Code", "text", { length: 30 }],
        ["Country", "text", { length: 30 }],
      ],
    },
    ...description,
  ],
  relatedLists: [
    ["Products", "Products"],
    ["Purchase_Orders", "Purchase_Orders", "Purchase Orders"],
    ["Contacts", "Contacts"],
  ],
};

export const priceBooks: ModuleSpec = {
  apiName: "Price_Books",
  singular: "Price Book",
  plural: "Price Books",
  display: "Price_Book_Name",
  duplicateCheck: "Price_Book_Name",
  sections: [
    {
      name: "Price Book Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Price Book Owner" }],
        ["Price_Book_Name", "text", { length: 120, mandatory: true }],
        ["Active", "boolean"],
        ["Pricing_Model", "picklist", { values: pricingModels }],
        ["Pricing_Details", "text", { json: "jsonarray", length: 2000, mandatory: true }],
      ],
    },
    ...description,
  ],
  relatedLists: [["Products", "Products"]],
};

/** Where the goods of an order go and whom it is billed to. */
export const orderAddress = {
  name: "Address Information",
  fields: [...address("Billing"), ...address("Shipping")],
};
