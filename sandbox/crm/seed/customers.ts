import {
  accountTypes,
  industries,
  leadSources,
  leadStatuses,
  ratings,
  salutations,
} from "../metadata/picklists";
import type { RecordDraft } from "../records/write/computed";
import type { Maker, Recipe } from "./maker";
import { companyKinds, companyNames, firstNames, jobTitles, lastNames, places } from "./words";

/** A company name; one of 160, with a number once those are used up. */
function companyName(index: number): string {
  const name = companyNames[index % companyNames.length];
  const kind = companyKinds[Math.floor(index / companyNames.length) % companyKinds.length];
  const round = Math.floor(index / (companyNames.length * companyKinds.length));
  return `${name} ${kind}${round === 0 ? "" : ` ${round + 1}`}`;
}

/** Remembers what a text becomes: a hundred thousand people share a few dozen names. */
function remembered(become: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = become(text);
    known.set(text, result);
    return result;
  };
}

/** Texts that many records share are one, and those that are their own are whole: a million fit then. */
const shared = remembered((text) => text);
const domainOf = remembered((company) => `${company.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.example`);
const mailName = remembered((name) =>
  name
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase(),
);

function person(base: RecordDraft, { random }: Maker, index: number, company: string) {
  const First_Name = random.pick(firstNames);
  const Last_Name = random.pick(lastNames);
  return {
    ...base,
    First_Name,
    Last_Name,
    Full_Name: shared(`${First_Name} ${Last_Name}`),
    Salutation: random.pick(salutations),
    Email: [mailName(First_Name), ".", mailName(Last_Name), `.${index + 1}@`, domainOf(company)].join(""),
    Phone: shared(`+1 555 ${String(random.below(10_000)).padStart(4, "0")}`),
    Lead_Source: random.pick(leadSources),
    Email_Opt_Out: random.below(10) === 0,
  };
}

/** What a person cannot do without: a million of them fit into a gigabyte. */
function bare(base: RecordDraft, { random }: Maker, index: number): RecordDraft {
  const First_Name = random.pick(firstNames);
  const Last_Name = random.pick(lastNames);
  base.First_Name = First_Name;
  base.Last_Name = Last_Name;
  base.Full_Name = shared(`${First_Name} ${Last_Name}`);
  base.Email = [mailName(First_Name), ".", mailName(Last_Name), `.${index + 1}@example.com`].join("");
  return base;
}

const bareLead: Recipe = (base, index, make) => {
  const lead = bare(base, make, index);
  lead.Company = shared(companyName(index % (companyNames.length * companyKinds.length)));
  lead.Converted__s = false;
  return lead;
};

/** Recipes for modules of hundreds of thousands of records. */
export const many: Readonly<Record<string, Recipe>> = {
  Contacts: (base, index, make) => bare(base, make, index),
  Leads: bareLead,
};

export const accounts: Recipe = (base, index, { random }) => {
  const Account_Name = companyName(index);
  const [Billing_Street, Billing_City, Billing_State, Billing_Code, Billing_Country] = random.pick(places);
  return {
    ...base,
    Account_Name,
    Website: `https://www.${domainOf(Account_Name)}`,
    Phone: `+1 555 ${String(random.below(10_000)).padStart(4, "0")}`,
    Account_Type: random.pick(accountTypes),
    Industry: random.pick(industries),
    Employees: 5 + random.below(5_000),
    Annual_Revenue: random.below(90_000) * 100 + 0.5,
    Rating: random.pick(ratings),
    External_Account_ID: `ACC-${index + 1}`,
    Billing_Street,
    Billing_City,
    Billing_State,
    Billing_Code,
    Billing_Country,
  };
};

export const contacts: Recipe = (base, index, make) => {
  const Account_Name = make.some("Accounts");
  const [Mailing_Street, Mailing_City, Mailing_State, Mailing_Zip, Mailing_Country] =
    make.random.pick(places);
  return {
    ...person(base, make, index, Account_Name?.name ?? "Zylker"),
    Account_Name,
    Title: make.random.pick(jobTitles),
    Department: make.often(5, "Purchasing"),
    External_Contact_ID: ["CON-", index + 1].join(""),
    Mailing_Street,
    Mailing_City,
    Mailing_State,
    Mailing_Zip,
    Mailing_Country,
  };
};

export const leads: Recipe = (base, index, make) => {
  const { random } = make;
  const Company = companyName(random.below(companyNames.length * companyKinds.length));
  const [Street, City, State, Zip_Code, Country] = random.pick(places);
  return {
    ...person(base, make, index, Company),
    Company,
    Designation: random.pick(jobTitles),
    Lead_Status: random.pick(leadStatuses),
    Industry: random.pick(industries),
    No_of_Employees: 5 + random.below(5_000),
    Annual_Revenue: random.below(900_000) * 10,
    Rating: make.often(4, random.pick(ratings)),
    Converted__s: false,
    Street,
    City,
    State,
    Zip_Code,
    Country,
    Tier: make.often(6, random.pick(["Bronze", "Silver", "Gold", "Platinum"])),
    Languages: make.often(4, ["English", random.pick(["German", "French", "Spanish"])]),
    Referral_Code: index % 3 === 0 ? make.number("REF-", index) : null,
    ERP_Id: index % 4 === 0 ? make.number("ERP-", index) : null,
    Seats: 1 + random.below(200),
    Budget: random.below(50_000) + 0.25,
    Loyalty_Number: make.often(3, `9000000000000${10_000 + random.below(90_000)}`),
    Trial_Start: make.often(3, make.date()),
  };
};
