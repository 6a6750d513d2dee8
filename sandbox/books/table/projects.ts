import { projects, tasks, timeEntries } from "../rules/projects";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

const stretches = "All Today ThisWeek ThisMonth ThisQuarter ThisYear PreviousDay PreviousWeek PreviousMonth";

/** @see https://www.zoho.com/books/api/v3/projects/ */
export const projectTypes: RecordType[] = [
  {
    path: "projects",
    area: "projects",
    keys: ["projects", "project", "project_id"],
    noun: "Project",
    messages: [
      "The project has been created.",
      "The project information has been updated.",
      "The project has been deleted.",
    ],
    required: "project_name customer_id billing_type user_id",
    fields: fields.projects,
    filters: "customer_id",
    filterBy: "Status.All Status.Active Status.Inactive",
    sort: "project_name customer_name rate created_time",
    order: "project_name A",
    upsert: true,
    customFields: true,
    rules: projects,
  },
  {
    path: "projects/tasks",
    area: "projects",
    keys: ["tasks", "task", "task_id"],
    noun: "Task",
    messages: [
      "The project information has been updated.",
      "The task information has been updated.",
      "The task has been deleted successfully.",
    ],
    required: "task_name",
    fields: fields.tasks,
    parent: { path: "projects", id: "project_id" },
    order: "created_time A",
    rules: tasks,
  },
  {
    path: "projects/users",
    area: "projects",
    keys: ["users", "user", "_membership_id"],
    noun: "User",
    messages: [null, null, null],
    fields: fields.projectUsers,
    parent: { path: "projects", id: "project_id" },
    at: { list: null, get: null },
    whole: true,
    order: "created_time A",
  },
  {
    path: "projects/timeentries",
    area: "projects",
    keys: ["time_entries", "time_entry", "time_entry_id"],
    noun: "Time entry",
    messages: [
      "Your timesheet entry has been added.",
      "The timesheet's information has been updated.",
      "The time entry has been deleted.",
    ],
    required: "project_id task_id user_id log_date",
    fields: fields.timeEntries,
    filters: "project_id user_id from_date to_date",
    filterBy: `${stretches
      .split(" ")
      .map((stretch) => `Date.${stretch}`)
      .join(" ")} Date.PreviousQuarter
      Date.PreviousYear Date.CustomDate Status.Unbilled Status.Invoiced`,
    sort: "project_name task_name user_name log_date timer_started_at customer_name",
    order: "log_date D",
    rules: timeEntries,
  },
];
