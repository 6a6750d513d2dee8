import type { Recipe } from "./maker";
import { places } from "./words";

export const properties: Recipe = (base, index, make) => {
  const [street, city] = make.random.pick(places);
  return {
    ...base,
    Name: `${street}, ${city} (${index + 1})`,
    Account: make.some("Accounts"),
    Listing_Price: 100_000 + make.random.below(9_000) * 100,
    Tier: make.random.pick(["Bronze", "Silver", "Gold", "Platinum"]),
    Inspection_Count: 0,
    ERP_Id: make.number("PROP-", index),
    Languages: ["English"],
  };
};

export const inspections: Recipe = (base, index, make) => ({
  ...base,
  Name: `Inspection ${index + 1}`,
  Property: make.some("Properties"),
  Inspection_Date: make.date(),
  Result: make.random.pick(["Passed", "Passed with remarks", "Failed"]),
  Findings: [
    {
      id: make.organization.ids.next(),
      Defect: make.random.pick(["Cracked tile", "Leaking tap", "Loose railing"]),
      Severity: make.random.pick(["Low", "Medium", "High"]),
      Repair_Cost: make.random.below(900) + 0.5,
    },
  ],
});
