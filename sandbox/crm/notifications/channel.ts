import { isObject, objectsOf } from "../objects";
import type { CrmOrganization } from "../organization";
import type { RecordChange } from "../store/recordChange";

export const operations = ["create", "edit", "delete"] as const;

export type WatchedOperation = (typeof operations)[number];

/** A notification channel as it was asked for. */
export interface Channel {
  id: string;
  /** Such as `Leads.all`, in the order in which they were given. */
  events: string[];
  notifyUrl: string;
  /** Where Zoho was reached when the channel was made, which its calls name. */
  baseUrl: string;
  token: string | null;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  returnsAffectedValues: boolean;
  notifiesOnRelatedAction: boolean;
  /** Zoho's nested condition on the fields of an update, by module. */
  conditions: Record<string, unknown>[];
}

export const moduleOf = (event: string): string => event.slice(0, event.lastIndexOf("."));

/** The modules of a channel, each once. */
export const modulesOf = ({ events }: Channel): string[] => [...new Set(events.map(moduleOf))];

/** The events one by one, as Zoho lists them: `Leads.all` stands for three. */
export const eachOf = (events: readonly string[]): string[] => [
  ...new Set(
    events.flatMap((event) =>
      event === `${moduleOf(event)}.all`
        ? operations.map((operation) => `${moduleOf(event)}.${operation}`)
        : [event],
    ),
  ),
];

const watched: Record<RecordChange["operation"], WatchedOperation> = {
  insert: "create",
  update: "edit",
  delete: "delete",
};

/** Whether a channel wants to hear of a change of one record. */
export function hears(
  channel: Channel,
  { module, operation, affectedFields }: RecordChange,
  id: string,
): boolean {
  const wanted = [`${module}.${watched[operation]}`, `${module}.all`];
  if (!channel.events.some((event) => wanted.includes(event))) return false;
  const condition = channel.conditions.find(({ module: of }) => isObject(of) && of.api_name === module);
  if (operation !== "update" || !condition) return true;
  return meets(condition.field_selection, new Set(affectedFields[id] ?? []));
}

/**
 * Whether the changed fields are those that a selection names: one of them, or groups of them joined by and /
 * or.
 */
function meets(selection: unknown, changed: ReadonlySet<string>): boolean {
  if (!isObject(selection)) return true;
  if (isObject(selection.field)) return changed.has(String(selection.field.api_name));
  const group = objectsOf(selection.group);
  const holds = (part: unknown) => meets(part, changed);
  return selection.group_operator === "and" ? group.every(holds) : group.some(holds);
}

/** The fields that a selection names, however deep. */
export function fieldsOf(selection: unknown): string[] {
  if (!isObject(selection)) return [];
  const own = isObject(selection.field) ? [String(selection.field.api_name)] : [];
  return [...own, ...objectsOf(selection.group).flatMap(fieldsOf)];
}

/** The channels of an organisation. One that has expired is gone without a word. */
export class Channels {
  private readonly byId = new Map<string, Channel>();

  constructor(private readonly organization: CrmOrganization) {}

  get(id: string): Channel | undefined {
    const channel = this.byId.get(id);
    return channel && channel.expiresAt > this.organization.clock.now() ? channel : undefined;
  }

  put(channel: Channel): void {
    this.byId.set(channel.id, channel);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  alive(): Channel[] {
    return [...this.byId.keys()].flatMap((id) => this.get(id) ?? []);
  }
}
