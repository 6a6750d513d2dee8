import type { PicklistOption } from "./types";

/**
 * Values of a picklist of which some were renamed. What records hold, and writes and queries name, is then
 * the display value, which is neither the `actual_value` nor the `reference_value` of the metadata.
 * @param names by display value, the actual and the reference value of those that differ.
 */
export const renamed = (
  values: readonly string[],
  names: Readonly<Record<string, readonly [actual: string, reference: string]>>,
): PicklistOption[] =>
  values.map((display) => {
    const [actual = display, reference = display] = names[display] ?? [];
    return { display, actual, reference };
  });

/** Zoho's stock values. */
export const leadSources = [
  "Advertisement",
  "Cold Call",
  "Employee Referral",
  "External Referral",
  "Online Store",
  "X (Twitter)",
  "Facebook",
  "Partner",
  "Public Relations",
  "Sales Email Alias",
  "Seminar Partner",
  "Internal Seminar",
  "Trade Show",
  "Web Download",
  "Web Research",
  "Chat",
] as const;

export const leadSourceOptions = renamed(leadSources, { "X (Twitter)": ["Twitter", "twitter"] });

export const leadStatuses = [
  "Attempted to Contact",
  "Contact in Future",
  "Contacted",
  "Junk Lead",
  "Lost Lead",
  "Not Contacted",
  "Pre-Qualified",
  "Not Qualified",
] as const;

export const industries = [
  "ASP (Application Service Provider)",
  "Data/Telecom OEM",
  "ERP (Enterprise Resource Planning)",
  "Government/Military",
  "Large Enterprise",
  "ManagementISV",
  "MSP (Management Service Provider)",
  "Network Equipment Enterprise",
  "Non-management ISV",
  "Optical Networking",
  "Service Provider",
  "Small/Medium Enterprise",
  "Storage Equipment",
  "Storage Service Provider",
  "Systems Integrator",
  "Wireless Industry",
  "Communications",
  "Consulting",
  "Education",
  "Financial Services",
  "Manufacturing",
  "Real Estate",
  "Technology",
] as const;

export const ratings = ["Acquired", "Active", "Market Failed", "Project Cancelled", "Shut Down"] as const;
export const salutations = ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof."] as const;
export const accountTypes = [
  "Analyst",
  "Competitor",
  "Customer",
  "Distributor",
  "Integrator",
  "Investor",
  "Other",
  "Partner",
  "Press",
  "Prospect",
  "Reseller",
  "Supplier",
  "Vendor",
] as const;
export const ownerships = [
  "Other",
  "Private",
  "Public",
  "Subsidiary",
  "Partnership",
  "Government",
  "Privately Held",
  "Public Company",
] as const;
export const dealTypes = ["Existing Business", "New Business"] as const;
export const campaignTypes = [
  "Conference",
  "Webinar",
  "Trade Show",
  "Public Relations",
  "Partners",
  "Referral Program",
  "Advertisement",
  "Banner Ads",
  "Direct mail",
  "Email",
  "Telemarketing",
  "Others",
] as const;
export const campaignStatuses = ["Planning", "Active", "Inactive", "Complete"] as const;
export const taskStatuses = [
  "Not Started",
  "Deferred",
  "In Progress",
  "Completed",
  "Waiting for input",
] as const;
export const priorities = ["High", "Highest", "Low", "Lowest", "Normal"] as const;
export const callTypes = ["Outbound", "Inbound", "Missed"] as const;
export const callPurposes = [
  "Prospecting",
  "Administrative",
  "Negotiation",
  "Demo",
  "Project",
  "Desk",
] as const;
export const callResults = [
  "Interested",
  "Not interested",
  "No response/Busy",
  "Requested more info",
  "Requested call back",
  "Invalid number",
] as const;
export const callStatuses = ["Scheduled", "Completed", "Overdue", "Cancelled"] as const;
export const productCategories = ["Hardware", "Software", "CRM Applications"] as const;
export const usageUnits = [
  "Box",
  "Carton",
  "Dozen",
  "Each",
  "Hours",
  "Impressions",
  "Lb",
  "M",
  "Pack",
  "Pages",
  "Pieces",
  "Quantity",
  "Reams",
  "Sheet",
  "Spiral Binder",
  "Square Feet",
] as const;
export const manufacturers = ["AltvetPet Inc.", "LexPon Inc.", "MetBeat Corp."] as const;
export const glAccounts = ["300-Sales-Software", "301-Sales-Hardware", "302-Rental-Income"] as const;
export const pricingModels = ["None", "Flat", "Differential"] as const;
export const carriers = ["FedEX", "UPS", "USPS", "DHL", "BlueDart"] as const;
export const quoteStages = [
  "Draft",
  "Negotiation",
  "Delivered",
  "On Hold",
  "Confirmed",
  "Closed Won",
  "Closed Lost",
] as const;
export const orderStatuses = ["Created", "Approved", "Delivered", "Cancelled"] as const;
export const invoiceStatuses = ["Created", "Approved", "Delivered", "Cancelled"] as const;
export const caseStatuses = ["New", "On Hold", "Escalated", "Closed"] as const;
export const caseOrigins = ["Email", "Phone", "Web", "X (Twitter)", "Facebook"] as const;
export const caseTypes = ["Problem", "Feature Request", "Question"] as const;
export const caseReasons = [
  "User did not attend any training",
  "Complex functionality",
  "Existing problem",
  "Instructions not clear",
  "New problem",
] as const;
export const solutionStatuses = ["Created", "Draft", "Reviewed", "Duplicate"] as const;

/** A stage of a deal; its probability is in percent. */
type Stage = readonly [name: string, probability: number, forecastCategory: string, forecastType: string];

export const stages: readonly [Stage, ...Stage[]] = [
  ["Qualification", 10, "Pipeline", "Open"],
  ["Needs Analysis", 20, "Pipeline", "Open"],
  ["Value Proposition", 40, "Pipeline", "Open"],
  ["Identify Decision Makers", 60, "Pipeline", "Open"],
  ["Proposal/Price Quote", 75, "Pipeline", "Open"],
  ["Negotiation/Review", 90, "Pipeline", "Open"],
  ["Closed Won", 100, "Closed", "Closed Won"],
  ["Closed Lost", 0, "Omitted", "Closed Lost"],
  ["Closed Lost to Competition", 0, "Omitted", "Closed Lost"],
  ["Renewal Due", 50, "Pipeline", "Open"],
];

/** The stages that the organization has renamed. */
export const stageOptions = renamed(
  stages.map(([stage]) => stage),
  {
    "Identify Decision Makers": ["Id. Decision Makers", "Decision_Makers"],
    "Proposal/Price Quote": ["Proposal or Price Quote", "Proposal_Quote"],
  },
);

interface Pipeline {
  /** What deals hold. */
  name: string;
  /** The `actual_value` of the metadata. */
  actual: string;
  stages: readonly string[];
}

/** The pipelines of the standard layout of Deals, the default first. */
export const pipelines: readonly [Pipeline, ...Pipeline[]] = [
  {
    name: "Sales",
    actual: "Standard (Standard)",
    stages: stages.map(([stage]) => stage).filter((stage) => stage !== "Renewal Due"),
  },
  {
    name: "Renewals",
    actual: "Renewals",
    stages: ["Renewal Due", "Negotiation/Review", "Closed Won", "Closed Lost"],
  },
];
