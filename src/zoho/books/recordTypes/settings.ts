import { activity, type RecordTypeRows } from "./row";

/**
 * What all other records refer to: items, taxes, currencies, locations, users, and the organisation itself.
 * @see https://www.zoho.com/books/api/v3/items/
 */
export const settingsTypes: RecordTypeRows = {
  items: {
    label: "Items",
    keys: { list: "items", item: "item", id: "item_id", name: "name" },
    scope: "settings",
    search:
      "name description rate tax_id tax_name is_taxable tax_exemption_id account_id search_text sat_item_key_code unitkey_code",
    sort: "name rate tax_name last_modified_time",
    timeField: "last_modified_time",
    entity: "item",
    actions: activity,
    upserts: true,
  },
  "settings/taxes": {
    label: "Taxes",
    keys: { list: "taxes", item: "tax", id: "tax_id", name: "tax_name" },
    scope: "settings",
  },
  "settings/taxgroups": {
    label: "Tax Groups",
    keys: { list: "tax_groups", item: "tax_group", id: "tax_group_id", name: "tax_group_name" },
    scope: "settings",
    can: "get create update remove",
  },
  "settings/taxauthorities": {
    label: "Tax Authorities",
    keys: {
      list: "tax_authorities",
      item: "tax_authority",
      id: "tax_authority_id",
      name: "tax_authority_name",
    },
    scope: "settings",
  },
  "settings/taxexemptions": {
    label: "Tax Exemptions",
    keys: {
      list: "tax_exemptions",
      item: "tax_exemption",
      id: "tax_exemption_id",
      name: "tax_exemption_code",
    },
    scope: "settings",
  },
  "settings/currencies": {
    label: "Currencies",
    keys: { list: "currencies", item: "currency", id: "currency_id", name: "currency_code" },
    scope: "settings",
  },
  "settings/currencies/exchangerates": {
    label: "Exchange Rates",
    keys: { list: "exchange_rates", item: "exchange_rate", id: "exchange_rate_id", name: "effective_date" },
    scope: "settings",
    parent: "settings/currencies",
    search: "from_date is_current_date",
    sort: "effective_date",
  },
  locations: {
    label: "Locations",
    keys: { list: "locations", item: "locations", id: "location_id", name: "location_name" },
    scope: "settings",
    can: "list create update remove",
    actions: { ...activity, markPrimary: "markasprimary" },
  },
  users: {
    label: "Users",
    keys: { list: "users", item: "user", id: "user_id", name: "name" },
    scope: "settings",
    sort: "name email user_role status",
    actions: { ...activity, invite: "invite" },
  },
  organizations: {
    label: "Organizations",
    keys: { list: "organizations", item: "organization", id: "organization_id", name: "name" },
    scope: "settings",
    can: "list get create update",
  },
};

/**
 * Projects, their tasks, people and hours.
 * @see https://www.zoho.com/books/api/v3/projects/
 */
export const projectTypes: RecordTypeRows = {
  projects: {
    label: "Projects",
    keys: { list: "projects", item: "project", id: "project_id", name: "project_name" },
    scope: "projects",
    search: "customer_id",
    sort: "project_name customer_name rate created_time",
    actions: { ...activity, clone: "clone" },
    upserts: true,
  },
  "projects/comments": {
    label: "Comments on Projects",
    keys: { list: "comments", item: "comments", id: "comment_id", name: "description" },
    scope: "projects",
    parent: "projects",
    can: "list create remove",
  },
  tasks: {
    label: "Tasks",
    keys: { list: "tasks", item: "task", id: "task_id", name: "task_name" },
    scope: "projects",
    parent: "projects",
  },
  "projects/timeentries": {
    label: "Time Entries",
    keys: { list: "time_entries", item: "time_entry", id: "time_entry_id", name: "log_date" },
    scope: "projects",
    parent: "projects",
    parentParam: "project_id",
    parentField: "project_id",
    search: "from_date to_date project_id user_id",
    sort: "project_name task_name user_name log_date timer_started_at customer_name",
    actions: { startTimer: "timer/start", stopTimer: "/projects/timeentries/timer/stop" },
  },
  "projects/users": {
    label: "Users of a Project",
    keys: { list: "users", item: "user", id: "user_id", name: "user_name" },
    scope: "projects",
    parent: "projects",
    actions: { invite: "/projects/{parentId}/users/invite" },
  },
  "projects/invoices": {
    label: "Invoices of a Project",
    keys: { list: "invoices", item: "invoice", id: "invoice_id", name: "invoice_number" },
    scope: "projects",
    parent: "projects",
    can: "list",
    sort: "invoice_number date total balance created_time",
  },
};
