import type { Behaviours } from "../behaviours";
import { type Clock, zohoTime } from "../core/clock";
import { Random } from "../core/random";
import { buildCatalog } from "./catalog";
import type { CoqlCatalog } from "./coql/catalog";
import type { SentEmail } from "./email/sentEmail";
import { FileStore } from "./files/fileStore";
import { buildModule, buildSchema, fieldsWhere, type Schema, withoutModifiedBy } from "./metadata/schema";
import type { Field, Module, ModuleSpec, RecordData } from "./metadata/types";
import { buildStaff, type Staff, type User } from "./people/staff";
import { Timelines } from "./recordActions/timelines";
import { nameOf } from "./records/names";
import { PageTokens } from "./records/read/pageTokens";
import { rowView } from "./records/rowView";
import { StageHistory } from "./records/stageHistory";
import { Links } from "./related/links";
import { type AssignmentRule, buildSettings, type CustomView, newTag, type Tag } from "./settings/settings";
import { Ids } from "./store/ids";
import { ModuleStore, type View } from "./store/moduleStore";
import type { RecordChange } from "./store/recordChange";

/**
 * How far lists go, and how far readers lag behind writes, in seconds of the sandbox's clock; read at each
 * use.
 */
export interface CrmLimits {
  pagedRecords: number;
  searchLagSeconds: number;
  visibilityLagSeconds: number;
  /** The most rows of one bulk read; 200,000 when left out. */
  bulkReadRows?: number;
}

export interface CrmOrganizationOptions {
  clock: Clock;
  random: Random;
  limits: CrmLimits;
  behaviours: Behaviours;
}

/** What a write asked to be run: the automation, what it applies and skips. */
export interface AutomationRun {
  module: string;
  operation: RecordChange["operation"];
  id: string;
  /** `workflow`, `approval` and so on; all of them when the request names none. */
  triggers: readonly string[];
  applied: readonly string[];
  skipped: readonly string[];
}

/** Minutes that the organisation's time zone is ahead of UTC: Asia/Kolkata, which has no summer time. */
const offsetMinutes = 330;

const maxRuns = 1_000;

/** What names the organisation, whatever it holds. */
export const zgid = "60012345678";

/** One Zoho CRM organisation: its people, modules and records. The same seed gives the same organisation. */
export class CrmOrganization {
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: CrmLimits;
  readonly behaviours: Behaviours;
  readonly zgid = zgid;
  readonly ids = new Ids(2_000);
  private readonly fullSchema: Map<string, Module>;
  private readonly schemaWithoutModifiedBy: Map<string, Module>;
  /** The roll-up summary fields, with the modules they are in. */
  readonly rollups: readonly { module: Module; field: Field }[];
  readonly staff: Staff;
  readonly catalog: CoqlCatalog;
  readonly files = new FileStore();
  readonly links = new Links();
  /** The emails that were sent, oldest first. */
  readonly emails: SentEmail[] = [];
  readonly pageTokens: PageTokens;
  readonly timelines: Timelines;
  readonly stageHistory: StageHistory;
  readonly customViews: ReadonlyMap<string, readonly CustomView[]>;
  readonly assignmentRules: readonly AssignmentRule[];
  /** The tags of each module, by module and by name. */
  readonly tags = new Map<string, Map<string, Tag>>();
  /** What writes asked to be run, oldest first. */
  readonly automationRuns: AutomationRun[] = [];
  private readonly stores = new Map<string, ModuleStore>();
  private readonly autoNumbers = new Map<string, number>();
  private readonly listeners = new Set<(change: RecordChange) => void>();

  constructor(options: CrmOrganizationOptions) {
    this.clock = options.clock;
    this.random = options.random;
    this.limits = options.limits;
    this.behaviours = options.behaviours;
    this.fullSchema = buildSchema(this.ids);
    this.schemaWithoutModifiedBy = withoutModifiedBy(this.fullSchema);
    this.rollups = [...this.schema.values()].flatMap((module) =>
      fieldsWhere(module, ({ rollup }) => rollup !== undefined).map((field) => ({ module, field })),
    );
    this.staff = buildStaff(this.ids, this.timeText(Date.UTC(2024, 0, 8, 4)));
    const settings = buildSettings(this.schema, this.staff, this.ids);
    this.customViews = settings.customViews;
    this.assignmentRules = settings.assignmentRules;
    this.pageTokens = new PageTokens(this.clock, new Random(this.random.below(2 ** 31)));
    this.catalog = buildCatalog(this);
    this.timelines = new Timelines(this);
    this.stageHistory = new StageHistory(this);
  }

  /** The modules by API name, as the organization has them at present. */
  get schema(): Schema {
    const isWhole = this.behaviours.modifiedByOfCustomModules === "present";
    return isWhole ? this.fullSchema : this.schemaWithoutModifiedBy;
  }

  /** Adds a field to the last section of each layout of a module, or takes the one of its name away. */
  setField(apiName: string, field: Field, isThere: boolean): void {
    for (const schema of [this.fullSchema, this.schemaWithoutModifiedBy]) {
      const fields = schema.get(apiName)?.fields;
      if (isThere) fields?.set(field.apiName, field);
      else fields?.delete(field.apiName);
    }
    for (const { sections, fields } of this.fullSchema.get(apiName)?.layouts ?? []) {
      for (const section of sections)
        section.fields = section.fields.filter((known) => known.apiName !== field.apiName);
      if (isThere) sections.at(-1)?.fields.push(field);
      if (isThere) fields.add(field.apiName);
      else fields.delete(field.apiName);
    }
  }

  /** Adds a module behind the others. */
  addModule(spec: ModuleSpec): Module {
    const module = buildModule(spec, this.fullSchema.size + 1, this.ids);
    this.fullSchema.set(spec.apiName, module);
    const [other] = withoutModifiedBy(new Map([[spec.apiName, module]])).values();
    this.schemaWithoutModifiedBy.set(spec.apiName, other ?? module);
    return module;
  }

  /** The user whose tokens call the API. */
  get currentUser(): User {
    return this.staff.users[0];
  }

  /** Now, as Zoho writes times. */
  now(): string {
    return this.timeText(this.clock.now());
  }

  /** A moment in milliseconds since the epoch as text, with the organisation's offset. */
  timeText(epochMs: number): string {
    return zohoTime(epochMs, offsetMinutes);
  }

  /** What the organisation's time is ahead of UTC, such as `+05:30`. */
  get offset(): string {
    return this.now().slice(19);
  }

  user(id: string): User | undefined {
    return this.staff.users.find((user) => user.id === id);
  }

  /** The records of a module, as they are now. */
  store(module: Module): ModuleStore {
    const known = this.stores.get(module.apiName);
    if (known) return known;
    const store = new ModuleStore((record) => nameOf(module, record));
    this.stores.set(module.apiName, store);
    return store;
  }

  /** The records of a module as a reader of the API sees them. */
  view(module: Module): View {
    return this.laggingView(module, this.limits.visibilityLagSeconds);
  }

  /** The records of a module as queries see them, which may be behind other readers. */
  queryView(module: Module): View {
    return this.laggingView(module, this.queryLag);
  }

  /** The records of a module as search sees them, whose index may be behind. */
  searchRows(apiName: string): readonly RecordData[] {
    const module = this.schema.get(apiName);
    return module ? this.laggingView(module, this.searchLag).byId() : [];
  }

  /** Until when in milliseconds since the epoch records must have been deleted to be listed as such. */
  get deletesToldUntil(): number {
    const lag = this.behaviours.deletesTold === "late" ? 4 : 0;
    return this.clock.now() - Math.max(lag, this.limits.visibilityLagSeconds) * 1000;
  }

  /** Every record of a module as stored, unknown modules having none. */
  records(apiName: string): readonly RecordData[] {
    const module = this.schema.get(apiName);
    if (module?.parent !== undefined) return this.view(module).byId();
    return module ? this.store(module).byId() : [];
  }

  /** Calls `listener` after every change of records until the returned function is called. */
  onChange(listener: (change: RecordChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keeps the last thousand. */
  noteRun(run: AutomationRun): void {
    this.automationRuns.push(run);
    if (this.automationRuns.length > maxRuns) this.automationRuns.shift();
  }

  announce(change: RecordChange): void {
    for (const listener of this.listeners) listener(change);
  }

  /** When a write happens, for readers that lag; undefined while none does. */
  writeMoment(store: ModuleStore): number | undefined {
    const lag = Math.max(this.searchLag, this.queryLag);
    if (lag === 0) return undefined;
    const now = this.clock.now();
    store.forgetBefore(now - lag * 1000);
    return now;
  }

  /** The next number of an auto-number field. */
  nextAutoNumber(fieldId: string, start: number): number {
    const number = this.autoNumbers.get(fieldId) ?? start;
    this.autoNumbers.set(fieldId, number + 1);
    return number;
  }

  /** A new tag of a module. */
  addTag(module: Module, name: string, by: User): Tag {
    const tag = newTag(this.ids.next(), name, by, this.now());
    const tags = this.tags.get(module.apiName) ?? new Map<string, Tag>();
    this.tags.set(module.apiName, tags.set(tag.id, tag));
    return tag;
  }

  /** Seconds until a search sees what every other reader sees at once, or with that reader. */
  private get searchLag(): number {
    const { searchLagSeconds, visibilityLagSeconds } = this.limits;
    const index = this.behaviours.searchIndex === "late" ? 20 : 0;
    return Math.max(searchLagSeconds, visibilityLagSeconds, index);
  }

  private get queryLag(): number {
    return Math.max(this.limits.visibilityLagSeconds, this.behaviours.queriesSee === "late" ? 4 : 0);
  }

  private laggingView(module: Module, lagSeconds: number): View {
    if (module.parent !== undefined) return rowView(this, module);
    const store = this.store(module);
    return lagSeconds > 0 ? store.seenUntil(this.clock.now() - lagSeconds * 1000) : store;
  }
}
