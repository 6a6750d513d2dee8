import { addDays } from "../core/dates";
import { isEmpty, textOf } from "../core/values";
import type { Side } from "../money/lines";
import type { Rules } from "../table/recordType";
import { document } from "./document";

/** How many days a stretch of a recurrence is counted as, for the day that comes next. */
const days: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30, years: 365 };

/** What every recurrence has: an active state, a start, and the day that comes next. */
export const recurrence = (next: string): Required<Pick<Rules, "complete">> => ({
  complete(draft, { organization }) {
    if (isEmpty(draft.start_date)) draft.start_date = organization.today();
    if (isEmpty(draft.repeat_every)) draft.repeat_every = 1;
    draft._state ??= "active";
    const isOver = !isEmpty(draft.end_date) && textOf(draft.end_date) < organization.today();
    draft.status = isOver ? "expired" : draft._state;
    const step = (days[textOf(draft.recurrence_frequency)] ?? 30) * Number(draft.repeat_every);
    const start = textOf(draft.start_date);
    draft[next] ??= start < organization.today() ? addDays(start, Math.round(step)) : start;
  },
});

/** A recurring document, whose day that comes next stands under `next`. */
export const recurring = (next: string, side: Side): Rules =>
  document({ side, state: "active", also: recurrence(next) });
