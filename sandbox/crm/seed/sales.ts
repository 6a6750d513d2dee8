import {
  campaignStatuses,
  campaignTypes,
  caseOrigins,
  caseStatuses,
  dealTypes,
  leadSources,
  pipelines,
  priorities,
  productCategories,
  quoteStages,
  stages,
} from "../metadata/picklists";
import type { Maker, Recipe } from "./maker";
import { caseSubjects, companyNames, productNames } from "./words";

export const vendors: Recipe = (base, index, { random }) => ({
  ...base,
  Vendor_Name: `${companyNames[index % companyNames.length]} Supplies ${index + 1}`,
  Email: `sales${index + 1}@supplies.example`,
  Phone: `+49 30 ${10_000 + random.below(90_000)}`,
  Website: "www.supplies.example",
  Category: "Hardware",
});

export const products: Recipe = (base, index, make) => ({
  ...base,
  Product_Name: `${productNames[index % productNames.length]} ${index + 1}`,
  Product_Code: make.number("PRD-", index),
  Product_Active: index % 7 !== 6,
  Product_Category: make.random.pick(productCategories),
  Vendor_Name: make.some("Vendors"),
  Unit_Price: 5 + make.random.below(2_000) + 0.99,
  Taxable: true,
  Qty_in_Stock: make.random.below(500),
  Usage_Unit: "Each",
});

export const priceBooks: Recipe = (base, index) => ({
  ...base,
  Price_Book_Name: `Price list ${2024 + index}`,
  Active: true,
  Pricing_Model: "Flat",
  Pricing_Details: [{ from_range: 1, to_range: 100, discount: 5 }],
});

export const campaigns: Recipe = (base, index, { random }) => ({
  ...base,
  Campaign_Name: `Campaign ${index + 1}`,
  Type: random.pick(campaignTypes),
  Status: random.pick(campaignStatuses),
  Start_Date: "2024-03-01",
  End_Date: "2024-05-31",
  Budgeted_Cost: random.below(200) * 100,
  Expected_Response: String(random.below(5_000)),
  Num_sent: String(random.below(20_000)),
});

export const deals: Recipe = (base, index, make) => {
  const { random } = make;
  const Contact_Name = make.some("Contacts");
  const Account_Name = make.some("Accounts");
  const [standard] = pipelines;
  const [Stage, Probability] = stages[random.below(standard.stages.length)] ?? stages[0];
  const Amount = 1_000 + random.below(2_000) * 50;
  return {
    ...base,
    Deal_Name: `${Account_Name?.name ?? "Walk-in"} deal ${index + 1}`,
    Account_Name,
    Contact_Name,
    Pipeline: standard.name,
    Stage,
    Probability,
    Amount,
    Expected_Revenue: (Amount * Probability) / 100,
    Closing_Date: make.date(),
    Type: random.pick(dealTypes),
    Lead_Source: random.pick(leadSources),
    Campaign_Source: make.often(3, make.some("Campaigns")),
    Contract_Number: index % 5 === 0 ? make.number("CTR-", index) : null,
  };
};

export const cases: Recipe = (base, index, make) => ({
  ...base,
  Subject: `${make.random.pick(caseSubjects)} (${index + 1})`,
  Status: make.random.pick(caseStatuses),
  Case_Origin: make.random.pick(caseOrigins),
  Priority: make.random.pick(priorities),
  Account_Name: make.some("Accounts"),
  Related_To: make.some("Contacts"),
  Product_Name: make.some("Products"),
});

export const solutions: Recipe = (base, index, make) => ({
  ...base,
  Solution_Title: `How to reset a ${productNames[index % productNames.length]?.toLowerCase()}`,
  Status: "Reviewed",
  Published: index % 2 === 0,
  Product_Name: make.some("Products"),
  Question: "How is it reset?",
  Answer: "Hold the button for ten seconds.",
});

/** A recipe for an inventory module with two line items a record. */
const order =
  (subject: string, items: string, more: (index: number, make: Maker) => object): Recipe =>
  (base, index, make) => {
    const rows = [1, 2].map((position) => {
      const Quantity = 1 + make.random.below(20);
      const List_Price = 10 + make.random.below(500);
      const Total = Quantity * List_Price;
      return {
        id: make.organization.ids.next(),
        Product_Name: make.some("Products"),
        Quantity,
        List_Price,
        Discount: 0,
        Total,
        Total_After_Discount: Total,
        Tax: 0,
        Net_Total: Total,
        Sequence_Number: position,
      };
    });
    const total = rows.reduce((sum, row) => sum + row.Net_Total, 0);
    return {
      ...base,
      Subject: `${subject} ${index + 1}`,
      Account_Name: make.some("Accounts"),
      Contact_Name: make.some("Contacts"),
      Sub_Total: total,
      Grand_Total: total,
      [items]: rows,
      ...more(index, make),
    };
  };

export const quotes = order("Quote", "Quoted_Items", (_, make) => ({
  Quote_Stage: make.random.pick(quoteStages),
  Deal_Name: make.some("Deals"),
  Valid_Till: make.date(),
}));

export const salesOrders = order("Order", "Ordered_Items", (_, make) => ({
  Status: "Created",
  Quote_Name: make.often(6, make.some("Quotes")),
}));

export const purchaseOrders = order("Purchase", "Purchased_Items", (index, make) => ({
  PO_Number: make.number("PO-", index),
  Status: "Approved",
  Vendor_Name: make.some("Vendors"),
}));

export const invoices = order("Invoice", "Invoiced_Items", (_, make) => ({
  Status: "Created",
  Invoice_Date: make.date(),
  Sales_Order: make.often(6, make.some("Sales_Orders")),
}));
