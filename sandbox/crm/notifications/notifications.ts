import { Deliveries, type Delivery } from "../../core/deliveries";
import type { CrmOrganization } from "../organization";
import type { RecordChange } from "../store/recordChange";
import { type Channel, Channels, hears } from "./channel";

/** What one call tells: changes of one kind in one module that came together. */
interface Call {
  channel: Channel;
  change: Pick<RecordChange, "module" | "operation">;
  ids: string[];
  affected: { id: string; fields: string[]; values: Record<string, unknown> }[];
  at: number;
}

const MAX_IDS = 100;

/** A call of a channel's URL. */
export interface Told extends Delivery {
  channelId: string;
}

/** The channels of an organisation, and what they are told of its changes. */
export class Notifications {
  readonly channels: Channels;
  readonly deliveries: Deliveries<Told>;
  private open: Call[] = [];

  constructor(private readonly organization: CrmOrganization) {
    this.channels = new Channels(organization);
    this.deliveries = new Deliveries((send) => {
      if (organization.behaviours.unheardCalls === "again") organization.clock.after(1000, send);
    });
    organization.onChange((change) => this.hear(change));
  }

  /** Puts what has happened so far into calls; else that is done once the writer is through. */
  flush(): void {
    const calls = this.open;
    this.open = [];
    for (const call of calls) {
      const { id: channelId, notifyUrl: url } = call.channel;
      this.deliveries.add({ number: this.deliveries.next(), channelId, url, body: this.bodyOf(call) });
    }
  }

  /** The calls, with what has happened so far. */
  soFar(): Deliveries<Told> {
    this.flush();
    return this.deliveries;
  }

  private hear(change: RecordChange): void {
    for (const channel of this.channels.alive()) {
      for (const id of change.ids) if (hears(channel, change, id)) this.note(channel, change, id);
    }
  }

  private note(channel: Channel, change: RecordChange, id: string): void {
    if (this.open.length === 0) setImmediate(() => this.flush());
    const last = this.open.findLast((call) => call.channel.id === channel.id);
    const isSameKind = last?.change.module === change.module && last.change.operation === change.operation;
    const fits = last && isSameKind && !last.ids.includes(id) && last.ids.length < MAX_IDS;
    const { module, operation } = change;
    const call = fits
      ? last
      : { channel, change: { module, operation }, ids: [], affected: [], at: this.organization.clock.now() };
    if (!fits) this.open.push(call);
    call.ids.push(id);
    const fields = change.affectedFields[id] ?? [];
    call.affected.push({ id, fields, values: this.valuesOf(module, id, fields) });
  }

  private valuesOf(apiName: string, id: string, fields: string[]): Record<string, unknown> {
    const module = this.organization.schema.get(apiName);
    const record = module && this.organization.store(module).get(id);
    return Object.fromEntries(fields.map((field) => [field, record?.[field] ?? null]));
  }

  private bodyOf({ channel, change, ids, affected, at }: Call): object {
    const shown = channel.returnsAffectedValues && change.operation === "update" ? affected : [];
    return {
      server_time: at,
      ...(shown.length > 0 && {
        affected_values: shown.map(({ id, values }) => ({ record_id: id, values })),
      }),
      query_params: Object.fromEntries(new URL(channel.notifyUrl).searchParams),
      module: change.module,
      resource_uri: `${channel.baseUrl}/crm/v2/${change.module}`,
      ids,
      affected_fields: shown.map(({ id, fields }) => ({ [id]: fields })),
      operation: change.operation,
      channel_id: channel.id,
      token: channel.token,
    };
  }
}

const byOrganization = new WeakMap<CrmOrganization, Notifications>();

/** The notifications of an organisation, from the first channel on. */
export function notificationsOf(organization: CrmOrganization): Notifications {
  const known = byOrganization.get(organization) ?? new Notifications(organization);
  byOrganization.set(organization, known);
  return known;
}
