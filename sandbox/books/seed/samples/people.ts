import { companyNames, firstNames, lastNames } from "../../../crm/seed/words";
import { type Draft, textOf } from "../../core/values";
import type { Maker } from "../maker";
import { number, type Samples } from "./sample";

const things = [
  "Hard Drive",
  "Desk",
  "Monitor",
  "Keyboard",
  "Support Hour",
  "Licence",
  "Cable",
  "Router",
] as const;

const person = (make: Maker): Draft => {
  const first_name = make.random.pick(firstNames);
  const last_name = make.random.pick(lastNames);
  const email = `${first_name}.${last_name}@example.com`.toLowerCase().replaceAll("'", "");
  return { first_name, last_name, email, phone: `+1-555-${number(make.random.below(9999))}` };
};

/** Every third contact is a vendor. */
const contact = (index: number, make: Maker): Draft => {
  const name = `${companyNames[index % companyNames.length]} ${number(index)}`;
  return {
    contact_name: name,
    company_name: name,
    contact_type: index % 3 === 2 ? "vendor" : "customer",
    payment_terms: make.random.pick([0, 15, 30]),
    billing_address: {
      address: "4900 Hopyard Rd",
      city: "Pleasanton",
      state: "CA",
      zip: "94588",
      country: "U.S.A",
    },
    contact_persons: [person(make)],
  };
};

const item = (index: number, make: Maker): Draft => ({
  name: `${things[index % things.length]} ${number(index)}`,
  rate: make.amount(400),
  description: "From the catalogue.",
  purchase_rate: make.amount(200),
  account_id: make.account("income"),
  purchase_account_id: make.account("cost_of_goods_sold"),
  tax_id: make.some("settings/taxes", "tax_id"),
});

/** Whom an organisation deals with, what it sells, and its projects. */
export const peopleSamples: Samples = {
  contacts: { count: 12, body: contact },
  "contacts/contactpersons": {
    count: 0,
    body: (_, make) => ({ ...person(make), contact_id: make.customer() }),
  },
  items: { count: 8, body: item },
  projects: {
    count: 2,
    body: (index, make) => ({
      project_name: `Project ${number(index)}`,
      customer_id: make.customer(),
      billing_type: "based_on_task_hours",
      user_id: make.some("users", "user_id"),
    }),
  },
  "projects/tasks": {
    count: 4,
    parent: (make) => make.some("projects", "project_id"),
    body: (index) => ({ task_name: `Task ${number(index)}`, rate: 50 }),
  },
  "projects/timeentries": {
    count: 4,
    body: (_, make) => {
      const task_id = make.some("projects/tasks", "task_id");
      const project_id = textOf(make.organization.records("projects/tasks").get(task_id)?.project_id);
      const user_id = make.some("users", "user_id");
      return { project_id, task_id, user_id, log_date: make.date(), log_time: "01:30" };
    },
  },
  cm_debtor: {
    count: 2,
    body: (index, make) => ({ record_name: `Debtor ${number(index)}`, cf_debt_amount: make.amount(1000) }),
  },
};
