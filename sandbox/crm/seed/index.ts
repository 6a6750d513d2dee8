import type { CrmOrganization } from "../organization";
import { calls, events, notes, tasks } from "./activities";
import { accounts, contacts, leads, many } from "./customers";
import { Maker, type Recipe } from "./maker";
import { inspections, properties } from "./properties";
import * as sales from "./sales";

/**
 * How many records each module has unless it is told otherwise, in an order in which lookups find something.
 */
const stock: readonly (readonly [module: string, count: number, recipe: Recipe])[] = [
  ["Vendors", 6, sales.vendors],
  ["Accounts", 25, accounts],
  ["Contacts", 50, contacts],
  ["Products", 15, sales.products],
  ["Price_Books", 2, sales.priceBooks],
  ["Campaigns", 6, sales.campaigns],
  ["Leads", 60, leads],
  ["Deals", 40, sales.deals],
  ["Quotes", 8, sales.quotes],
  ["Sales_Orders", 6, sales.salesOrders],
  ["Purchase_Orders", 4, sales.purchaseOrders],
  ["Invoices", 8, sales.invoices],
  ["Tasks", 30, tasks],
  ["Events", 12, events],
  ["Calls", 15, calls],
  ["Cases", 12, sales.cases],
  ["Solutions", 5, sales.solutions],
  ["Properties", 20, properties],
  ["Inspections", 30, inspections],
  ["Notes", 20, notes],
];

/** Records from which a module has bare ones, so that their number is all that counts. */
const MANY = 200_000;

/** Fills an organisation with records: the users, and of each module what it is told, else a few dozen. */
export function seedOrganization(
  organization: CrmOrganization,
  counts: Readonly<Record<string, number>>,
): void {
  const unknown = Object.keys(counts).find((name) => !stock.some(([module]) => module === name));
  if (unknown !== undefined) throw new Error(`The sandbox makes no records of a module ${unknown}.`);
  const maker = new Maker(organization);
  for (const [name, count, recipe] of stock) {
    const module = organization.schema.get(name);
    const wanted = counts[name] ?? count;
    const made = wanted >= MANY ? (many[name] ?? recipe) : recipe;
    if (module) maker.fill(module, wanted, made);
  }
  for (const deal of organization.records("Deals")) organization.stageHistory.begin(deal);
  addUsers(organization);
}

/** The users as records, for queries and lookups. */
function addUsers(organization: CrmOrganization): void {
  const module = organization.schema.get("Users");
  if (!module) return;
  for (const user of organization.staff.users) {
    organization.store(module).put({
      id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      full_name: user.name,
      email: user.email,
      phone: user.phone,
      role: { name: user.role.name, id: user.role.id },
      profile: { name: user.profile.name, id: user.profile.id },
      status: user.status,
      Created_Time: user.createdTime,
      Modified_Time: user.createdTime,
    });
  }
}
