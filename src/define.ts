import {
  type ActionDefinition,
  type ActionInputParameters,
  type ConfigVarResultCollection,
  type DataSourceDefinition,
  type DataSourceResult,
  type DataSourceType,
  type Inputs,
  isConnectionError,
  PerformSafety,
} from "@prismatic-io/spectral";
import { type Clients, run } from "./client";
import { type All, type GroupsOf, ungrouped } from "./groups";
import { connection, organizationId } from "./inputs/connection";
import type { Books } from "./zoho/books/books";
import type { Crm } from "./zoho/crm/crm";
import type { ConnectionVerdict } from "./zoho/crm/users";
import type { FileContent } from "./zoho/http/files";

/*
 * Actions and pickers are data: what a builder reads, the inputs, one call of the floor below, and an example
 * of what it brings. From that come the connection, the run in a client, the schema of the output and the
 * sample for the designer.
 */

/** What every part takes first. */
export interface Connected {
  readonly connection: typeof connection;
}

/** The values of the inputs, cleaned, without the connection; those of groups stand beside the others. */
type InputOf<T extends Inputs> = Omit<ActionInputParameters<T & Connected>, "connection" | GroupsOf<T>> &
  All<ActionInputParameters<T>[GroupsOf<T>]>;

interface Described<T extends Inputs> {
  /** `CRM - …` or `Books - …` for an action, `Select …` for a picker. */
  readonly label: string;
  readonly description: string;
  readonly inputs: T;
}

interface ActionData<T extends Inputs, Client> extends Described<T> {
  /** The one call that it is. */
  readonly call: (client: Client, input: InputOf<T>) => Promise<unknown>;
  /** Whether it changes something. Then the example stands in for a run while a flow is being built. */
  readonly writes?: boolean;
  /**
   * What the call brings, as Zoho would answer: a body, or a file. The schema of the output is made of it.
   */
  readonly example: unknown;
  /** What it brings for these inputs, where that takes another shape for another type of record. */
  readonly exampleFor?: (input: InputOf<T>) => unknown;
}

type Action<T extends Inputs> = ActionDefinition<
  T & Connected,
  ConfigVarResultCollection,
  false,
  { data: unknown; contentType?: string }
>;

/**
 * The example of an action that downloads a file: its bytes, which no schema describes further, and their
 * kind.
 */
export const aFile: FileContent = { data: Buffer.from("%PDF-1.4"), contentType: "application/pdf" };

const isFile = (value: unknown): value is FileContent =>
  typeof value === "object" && value !== null && "data" in value && Buffer.isBuffer(value.data);

const isVerdict = (value: unknown): value is ConnectionVerdict =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).join() === "verdict,reasons" &&
  "verdict" in value &&
  typeof value.verdict === "boolean";

/**
 * A result as the platform wants it: a file as it is, a verdict with its reasons beside it, anything else as
 * `data`.
 */
function asResult(value: unknown): { data: unknown; contentType?: string; reasons?: readonly string[] } {
  if (isFile(value)) return { data: value.data, contentType: value.contentType };
  return isVerdict(value) ? { data: value.verdict, reasons: value.reasons } : { data: value };
}

/** The verdict on a connection that cannot even be tried: one without a token, or of no data center. */
function noOf(error: unknown): ConnectionVerdict {
  if (!isConnectionError(error)) throw error;
  return { verdict: false, reasons: [error.message] };
}

/** An action that may use both products. */
export function zohoAction<const T extends Inputs>(definition: ActionData<T, Clients>): Action<T>;
export function zohoAction(definition: ActionData<Inputs, Clients>): Action<Inputs> {
  const {
    label,
    description,
    inputs,
    call,
    writes = false,
    example,
    exampleFor = () => example,
  } = definition;
  const examplePayload = asResult(example);
  return {
    display: { label, description },
    inputs: { connection, ...inputs },
    perform: async (context, { connection: chosen, debugRequest, ...input }) => {
      const work = (clients: Clients) => call(clients, ungrouped(inputs, input));
      const answer = run(context, chosen, work, debugRequest === true);
      return asResult(await (isVerdict(example) ? answer.catch(noOf) : answer));
    },
    ...(writes
      ? {
          examplePerform: async (_, { connection: __, debugRequest, ...input }) =>
            asResult(await exampleFor(ungrouped(inputs, input))),
        }
      : {}),
    performSafety: writes ? PerformSafety.NOT_ALLOWED : PerformSafety.SAFE,
    examplePayload,
    outputSchema: {
      type: "actionOutput",
      /** Made when it is asked for: an execution does not ask. */
      get schema() {
        return schemaOf(examplePayload.data);
      },
    },
  };
}

/** An action on Zoho CRM. */
export const crmAction = <const T extends Inputs>({ call, ...data }: ActionData<T, Crm>): Action<T> =>
  zohoAction<T>({ ...data, call: ({ crm }, input) => call(crm, input) });

/** What every part on Zoho Books takes besides. */
export interface InOrganization {
  readonly organizationId: typeof organizationId;
}

const idIn = (named: unknown): string | undefined => (typeof named === "string" ? named : undefined);

/** An action on Zoho Books, in the organization that is named or the only one. */
export function booksAction<const T extends Inputs>(data: ActionData<T, Books>): Action<InOrganization & T>;
export function booksAction({
  call,
  inputs,
  ...data
}: ActionData<Inputs, Books>): Action<InOrganization & Inputs> {
  return zohoAction<InOrganization & Inputs>({
    ...data,
    inputs: { organizationId, ...inputs },
    call: ({ books }, { organizationId: named, ...input }) => call(books(idIn(named)), input),
  });
}

type Shown<Kind extends DataSourceType> = DataSourceResult<Kind>["result"];

interface PickerData<T extends Inputs, Client, Kind extends DataSourceType> extends Described<T> {
  /** How the platform shows it: a list to pick from, unless it says another. */
  readonly kind?: Kind;
  /** The picker that shows what stands behind a choice. */
  readonly detail?: string;
  readonly call: (client: Client, input: InputOf<T>) => Promise<Shown<Kind>>;
  /** What the platform keeps beside the choice; undefined for nothing. */
  readonly supplement?: (client: Client, input: InputOf<T>) => Promise<object | undefined>;
  readonly example: Shown<Kind>;
}

type Picker<T extends Inputs, Kind extends DataSourceType> = DataSourceDefinition<
  T & Connected,
  ConfigVarResultCollection,
  Kind
>;

/** A data source that may use both products. */
export function zohoPicker<const T extends Inputs, Kind extends DataSourceType>(
  data: PickerData<T, Clients, Kind>,
): Picker<T, Kind>;
export function zohoPicker({
  label,
  description,
  inputs,
  call,
  supplement,
  kind = "picklist",
  detail,
  example,
}: PickerData<Inputs, Clients, DataSourceType>): Picker<Inputs, DataSourceType> {
  return {
    display: { label, description },
    dataSourceType: kind,
    ...(detail ? { detailDataSource: detail } : {}),
    inputs: { connection, ...inputs },
    perform: (context, { connection: chosen, ...input }) =>
      run(context, chosen, async (clients) => {
        const result = await call(clients, input);
        const data = await supplement?.(clients, input);
        return data ? { result, supplementalData: { data, contentType: "application/json" } } : { result };
      }),
    examplePayload: { result: example },
  };
}

/** A data source on Zoho CRM. */
export const crmPicker = <const T extends Inputs, Kind extends DataSourceType = "picklist">({
  call,
  supplement,
  ...data
}: PickerData<T, Crm, Kind>): Picker<T, Kind> =>
  zohoPicker<T, Kind>({
    ...data,
    call: ({ crm }, input) => call(crm, input),
    ...(supplement ? { supplement: ({ crm }, input) => supplement(crm, input) } : {}),
  });

/** A data source on Zoho Books, in the organization that is named or the only one. */
export function booksPicker<const T extends Inputs, Kind extends DataSourceType = "picklist">(
  data: PickerData<T, Books, Kind>,
): Picker<InOrganization & T, Kind>;
export function booksPicker({
  call,
  supplement: _,
  inputs,
  ...data
}: PickerData<Inputs, Books, DataSourceType>): Picker<InOrganization & Inputs, DataSourceType> {
  return zohoPicker<InOrganization & Inputs, DataSourceType>({
    ...data,
    inputs: { organizationId, ...inputs },
    call: ({ books }, { organizationId: named, ...input }) => call(books(idIn(named)), input),
  });
}

type TypeName = "string" | "number" | "boolean" | "null" | "array" | "object";

/** The part of JSON Schema that describes Zoho's answers. */
interface OutputSchema {
  type?: TypeName | TypeName[];
  properties?: Record<string, OutputSchema>;
  items?: OutputSchema;
}

/**
 * The schema of an example: its names and types. Nothing is required and more is always allowed, for the
 * fields of a record differ from organisation to organisation; what stands inside may be null, for any of
 * them may be empty.
 */
export function schemaOf(example: unknown): OutputSchema {
  if (example === null || example === undefined || Buffer.isBuffer(example)) return {};
  if (Array.isArray(example)) return { type: "array", items: merged(example.map(schemaOf)) };
  if (typeof example === "object") {
    const properties = Object.entries(example).map(([name, value]) => [name, nullable(schemaOf(value))]);
    return { type: "object", properties: Object.fromEntries(properties) };
  }
  if (typeof example === "string") return { type: "string" };
  return { type: typeof example === "boolean" ? "boolean" : "number" };
}

const nullable = (schema: OutputSchema): OutputSchema =>
  schema.type === undefined
    ? schema
    : { ...schema, type: [...new Set([schema.type, "null" as const].flat())] };

/** One schema for the items of a list: every type that one of them has, and every key. */
function merged(schemas: readonly OutputSchema[]): OutputSchema {
  const known = schemas.filter(({ type }) => type !== undefined);
  const types = new Set(known.flatMap(({ type = [] }) => type));
  if (types.size === 0) return {};
  if (known.length < schemas.length) types.add("null");
  const [first, ...others] = types;
  const names = new Set(known.flatMap(({ properties = {} }) => Object.keys(properties)));
  const properties = [...names].map((name) => [
    name,
    merged(known.flatMap((schema) => schema.properties?.[name] ?? [])),
  ]);
  const items = known.flatMap((schema) => schema.items ?? []);
  return {
    type: others.length === 0 ? first : [...types],
    ...(types.has("object") ? { properties: Object.fromEntries(properties) } : {}),
    ...(types.has("array") ? { items: merged(items) } : {}),
  };
}
