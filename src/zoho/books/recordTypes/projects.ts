import { activity, type RecordTypeRows } from "./row";

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
