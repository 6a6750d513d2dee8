import type { Change } from "../../changes/change";
import { beginAt, nextChanges } from "../changes/changes";
import type { Crm } from "../crm";
import {
  type Affected,
  gapQuery,
  KEPT,
  type NotificationMemory,
  type NotifiedChanges,
  recordModules,
  type Watched,
} from "./feed";
import { takePending, textOf } from "./take";

/**
 * The next page of what was not told by any call, `now` being Zoho's time. A module that cannot be read does
 * not keep the others from being read: it is logged, and is the failure of a run that has nothing else to
 * say.
 * @throws ZohoError the first failure, where no module had anything to tell.
 */
export async function closeGaps(
  crm: Crm,
  watched: Watched,
  before: NotificationMemory,
  { now, most }: { readonly now: number; readonly most?: number },
): Promise<NotifiedChanges> {
  const modules = recordModules(watched);
  const isFirst = before.next === undefined;
  const start = isFirst ? 0 : Math.max(0, modules.indexOf(before.next ?? ""));
  const again = await takePending(crm, watched, before, now);
  const { next: _, ...rest } = again.memory;
  const feeds = { ...rest.feeds };
  const changes: (Change & Affected)[] = [...again.changes];
  const failures: unknown[] = [];
  for (const [index, module] of [...modules.entries()].slice(start)) {
    try {
      const page = await nextChanges(
        crm,
        { ...gapQuery(watched, module), most },
        feeds[module],
        beginning(rest, module, now),
      );
      feeds[module] = page.state;
      changes.push(...page.changes);
      // A page of limited size is one module's.
      const isFull = most !== undefined && changes.length > 0;
      const next = page.more ? module : isFull ? modules[index + 1] : undefined;
      if (next !== undefined) return { changes, state: { ...rest, feeds, next }, more: true };
    } catch (error) {
      failures.push(error);
      crm.log.warn(`The changes of ${module} could not be read. ${textOf(error)}`);
    }
  }
  if (isFirst && failures.length > 0 && changes.length === 0) throw failures[0];
  return { changes, state: { ...rest, feeds }, more: false };
}

/** Where the feed of a module begins that was not read yet: where the channel did. */
const beginning = ({ began = {} }: NotificationMemory, module: string, now: number) =>
  beginAt(Math.max(began[module] ?? now, now - KEPT));
