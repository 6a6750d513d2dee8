import type { BooksOrganization } from "../core/organization";
import { invalidValue } from "../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../core/values";
import type { Rules } from "../table/recordType";

/** Minutes of a time such as `02:30`; undefined where it is none. */
function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,3}):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Hours logged, in the groups that projects and tasks show. */
function hoursOf(entries: readonly Row[]): Draft {
  const total = (test: (row: Row) => boolean) =>
    clockText(entries.filter(test).reduce((sum, row) => sum + (minutesOf(textOf(row.log_time)) ?? 0), 0));
  const isBilled = (row: Row) => row.billed_status === "invoiced";
  const isBillable = (row: Row) => row.is_billable !== false;
  return {
    total_hours: total(() => true),
    billed_hours: total(isBilled),
    un_billed_hours: total((row) => isBillable(row) && !isBilled(row)),
    billable_hours: total(isBillable),
    non_billable_hours: total((row) => !isBillable(row)),
  };
}

const under = (organization: BooksOrganization, path: string, project: Row): Row[] =>
  organization.records(path).find("project_id", textOf(project.project_id));

/** Makes someone of the organisation a member of a project, or changes what the project says of them. */
export function join(organization: BooksOrganization, project: Row, userId: string, terms: Draft): Row {
  const user = organization.records("users").get(userId);
  if (!user) throw invalidValue("user_id");
  const { name: user_name, email, user_role, status, is_current_user } = user;
  const known = under(organization, "projects/users", project).find((row) => row.user_id === userId);
  const member = {
    rate: 0,
    budget_hours: "0",
    cost_rate: 0,
    ...{ user_id: userId, user_name, email, user_role, status, is_current_user },
    ...known,
    ...terms,
    project_id: project.project_id,
    _membership_id: known?._membership_id ?? organization.nextId(),
    created_time: known?.created_time ?? organization.now(),
  };
  organization.records("projects/users").put(member);
  return member;
}

export const projects: Rules = {
  complete(draft, { organization }) {
    draft._state ??= "active";
    draft.status = draft._state;
    draft.rate ??= 0;
    draft.description ??= "";
    draft.currency_code ??= organization.details.currency_code;
    draft.tasks = undefined;
    draft.users = undefined;
  },
  stored(project, { organization, given, before }) {
    const project_id = project.project_id;
    for (const task of before ? [] : objectsOf(given.tasks)) {
      const times = { created_time: organization.now(), last_modified_time: organization.now() };
      const names = { project_name: project.project_name, customer_id: project.customer_id };
      const row = { ...task, ...names, ...times, task_id: organization.nextId(), project_id };
      organization
        .records("projects/tasks")
        .put({ ...row, customer_name: project.customer_name, status: "active" });
    }
    const members = [{ user_id: project.user_id }, ...objectsOf(given.users)];
    for (const { user_id, ...terms } of members) join(organization, project, textOf(user_id), terms);
  },
  removed(project, organization) {
    for (const entry of under(organization, "projects/timeentries", project)) {
      organization.records("projects/timeentries").remove(textOf(entry.time_entry_id));
    }
  },
  show: (project, organization) => ({
    ...project,
    ...hoursOf(under(organization, "projects/timeentries", project)),
    tasks: under(organization, "projects/tasks", project),
    users: under(organization, "projects/users", project).map(({ _membership_id, ...user }) => user),
  }),
};

export const tasks: Rules = {
  complete(draft, { organization }) {
    const project = organization.records("projects").get(textOf(draft.project_id));
    const { project_name, customer_id, customer_name } = project ?? {};
    Object.assign(draft, { project_name, customer_id, customer_name });
    draft.status ??= "active";
    draft.description ??= "";
  },
  show: (task, organization) => ({
    ...task,
    ...hoursOf(organization.records("projects/timeentries").find("task_id", textOf(task.task_id))),
  }),
};

export const timeEntries: Rules = {
  complete(draft, { organization }) {
    const project = organization.records("projects").get(textOf(draft.project_id));
    Object.assign(draft, {
      customer_id: project?.customer_id ?? "",
      customer_name: project?.customer_name ?? "",
    });
    const times = ["begin_time", "end_time", "log_time"].filter((field) => !isEmpty(draft[field]));
    for (const field of times) if (minutesOf(textOf(draft[field])) === undefined) throw invalidValue(field);
    const begin = minutesOf(textOf(draft.begin_time));
    const end = minutesOf(textOf(draft.end_time));
    if (begin !== undefined && end !== undefined) {
      if (end < begin) throw invalidValue("end_time");
      draft.log_time = clockText(end - begin);
    }
    draft.log_time = isEmpty(draft.log_time) ? "00:00" : clockText(minutesOf(textOf(draft.log_time)) ?? 0);
    draft.is_billable ??= true;
    draft.billed_status ??= "unbilled";
    draft.status = draft.billed_status;
    draft.timer_started_at ??= "";
    draft.notes ??= "";
  },
};
