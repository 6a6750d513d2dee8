import type { Route } from "../../../http/route";
import { type BooksCall, booksRoute, done } from "../../call";
import { epochOf } from "../../core/dates";
import type { BooksOrganization } from "../../core/organization";
import { doesNotExist, invalidValue, notAllowed } from "../../core/refusal";
import { type Draft, isEmpty, itemsOf, objectsOf, type Row, textOf } from "../../core/values";
import { takeFields } from "../../engine/fields";
import { bodyOf, recordAt, recordOf } from "../../engine/find";
import { listRecords } from "../../engine/listing/list";
import { full } from "../../engine/show";
import { createRecord, removeRecord, setFields } from "../../engine/write";
import { join } from "../../rules/projects";
import { typeAt } from "../../table";
import { recordAction } from "../action";

const MINUTE_MS = 60_000;

const memberOf = ({ organization, params }: BooksCall, project: Row): Row => {
  const members = organization.records("projects/users").find("project_id", textOf(project.project_id));
  const member = members.find((row) => row.user_id === params.user_id);
  if (!member) throw doesNotExist("User");
  return member;
};

const shown = ({ _membership_id, ...member }: Row): Draft => member;

const termsFrom = (call: BooksCall): Draft => {
  const { users: _, user_id: __, ...terms } = takeFields(typeAt("projects/users"), call.body);
  return terms;
};

const memberRoutes: Route[] = [
  recordAction("GET", "projects", "users", ({ organization }, project) => {
    const members = organization.records("projects/users").find("project_id", textOf(project.project_id));
    return done("success", { users: members.map(shown) });
  }),
  recordAction(
    "POST",
    "projects",
    "users",
    (call, project) => {
      const { users, user_id } = bodyOf(call);
      const wanted = isEmpty(users) && !isEmpty(user_id) ? [{ user_id }] : objectsOf(users);
      if (wanted.length === 0) throw invalidValue("users");
      const terms = termsFrom(call);
      const added = wanted.map((user) => join(call.organization, project, textOf(user.user_id), terms));
      return done("Users added", { users: added.map(shown) }, 201);
    },
    { name: "users/create" },
  ),
  recordAction("POST", "projects", "users/invite", (call, project) => {
    const { user_name, email } = bodyOf(call);
    const user = createRecord(call.organization, typeAt("users"), { name: user_name, email });
    const member = join(call.organization, project, textOf(user.user_id), termsFrom(call));
    return done("The staff has been added.", { users: [shown(member)] }, 201);
  }),
  recordAction(
    "GET",
    "projects",
    "users/:user_id",
    (call, project) => done("success", { user: shown(memberOf(call, project)) }),
    { name: "users/get" },
  ),
  recordAction(
    "PUT",
    "projects",
    "users/:user_id",
    (call, project) => {
      const { user_id } = memberOf(call, project);
      const member = join(call.organization, project, textOf(user_id), termsFrom(call));
      return done("The staff information has been updated.", { users: [shown(member)] });
    },
    { name: "users/update" },
  ),
  recordAction(
    "DELETE",
    "projects",
    "users/:user_id",
    (call, project) => {
      call.organization.records("projects/users").remove(textOf(memberOf(call, project)._membership_id));
      return done("The staff has been removed");
    },
    { name: "users/delete" },
  ),
];

const entryType = () => typeAt("projects/timeentries");

const running = (organization: BooksOrganization): Row | undefined =>
  organization
    .records("projects/timeentries")
    .all()
    .find((row) => !isEmpty(row.timer_started_at));

/** Minutes as `hh:mm`. */
const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Ends a timer: the whole minutes it ran are logged. */
function stop(organization: BooksOrganization, entry: Row): Row {
  const ran = organization.clock.now() - epochOf(textOf(entry.timer_started_at));
  const log_time = clockText(minutesOf(textOf(entry.log_time)) + Math.floor(ran / MINUTE_MS));
  return setFields(organization, entryType(), entry, { timer_started_at: "", log_time });
}

const timerRoutes: Route[] = [
  booksRoute(
    "projects.timeentries.timer.start",
    "POST projects/timeentries/:time_entry_id/timer/start",
    "projects",
    (call) => {
      const { organization } = call;
      const entry = recordOf(call, entryType());
      const other = running(organization);
      if (other) stop(organization, other);
      const time_entry = setFields(organization, entryType(), recordOf(call, entryType()), {
        timer_started_at: organization.now(),
      });
      return done("The timer has been started.", {
        time_entry: full(organization, entryType(), { ...entry, ...time_entry }),
      });
    },
  ),
  booksRoute(
    "projects.timeentries.timer.stop",
    "POST projects/timeentries/timer/stop",
    "projects",
    ({ organization }) => {
      const entry = running(organization);
      if (!entry) throw notAllowed("No timer is running.");
      const time_entry = full(organization, entryType(), stop(organization, entry));
      return done("Timer has been stopped successfully.", { time_entry });
    },
  ),
  booksRoute(
    "projects.timeentries.runningtimer",
    "GET projects/timeentries/runningtimer/me",
    "projects",
    ({ organization }) => {
      const entry = running(organization);
      return done("success", { time_entry: entry ? full(organization, entryType(), entry) : {} });
    },
  ),
  booksRoute("projects.timeentries.bulkDelete", "DELETE projects/timeentries", "projects", (call) => {
    const { organization, query } = call;
    const given = bodyOf(call).time_entry_ids;
    const ids = Array.isArray(given)
      ? given.map(textOf)
      : itemsOf(query.get("time_entry_ids") ?? textOf(given));
    if (ids.length === 0) throw invalidValue("time_entry_ids");
    const rows = ids.map((id) => recordAt(organization, "projects/timeentries", id));
    for (const row of rows) removeRecord(organization, entryType(), row);
    return done("The selected timesheet entries have been deleted");
  }),
];

/** Whether an invoice, or one of its lines, is for a project. */
const isFor =
  (id: string) =>
  (invoice: Row): boolean =>
    invoice.project_id === id || objectsOf(invoice.line_items).some((line) => line.project_id === id);

export const projectRoutes: Route[] = [
  ...memberRoutes,
  ...timerRoutes,
  recordAction("POST", "projects", "clone", (call, project, type) => {
    const { organization } = call;
    const { project_name, description } = bodyOf(call);
    if (isEmpty(project_name)) throw invalidValue("project_name");
    const tasks = organization.records("projects/tasks").find("project_id", textOf(project.project_id));
    const body = {
      ...project,
      project_name,
      description: description ?? project.description,
      tasks: [...tasks],
    };
    const copy = createRecord(organization, type, body);
    return done("Project has been cloned successfully.", { project: full(organization, type, copy) });
  }),
  recordAction("GET", "projects", "invoices", ({ organization, query }, project) => {
    const among = [isFor(textOf(project.project_id))];
    const { rows, context } = listRecords(organization, typeAt("invoices"), query, among);
    return done("success", { invoices: rows, page_context: context });
  }),
];
