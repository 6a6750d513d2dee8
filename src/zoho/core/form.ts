import { nearestOf, tellApart } from "./choice";

/** The JSON Schema of a form: what forms of records and mappings need of it. */
export interface FormSchema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly oneOf?: FormSchema[];
  readonly allOf?: FormSchema[];
  readonly contains?: FormSchema;
  readonly items?: FormSchema;
  readonly properties?: Record<string, FormSchema>;
  readonly required?: string[];
}

/** One element of a form as JSON Forms lays it out. */
export interface FormElement {
  readonly type: string;
  readonly label?: string;
  readonly scope?: string;
  readonly options?: Record<string, unknown>;
  readonly elements?: FormElement[];
}

/** A form: what it asks for, how it is laid out, and what it begins with. */
export interface Form {
  readonly schema: FormSchema;
  readonly uiSchema: FormElement;
  readonly data: Record<string, unknown>;
}

/** One entry to choose: the value that is kept, and what people read. */
interface Option {
  readonly key: string;
  readonly label: string;
}

/** A schema of one of these; JSON Forms shows it as a list to choose from. */
export const oneOf = (options: readonly Option[]): FormSchema => ({
  type: "string",
  oneOf: options.map(({ key, label }) => ({ const: key, title: label })),
});

/** The control of a property of the form. */
export const control = (name: string, options?: Record<string, unknown>): FormElement => ({
  type: "Control",
  scope: `#/properties/${name}`,
  ...(options ? { options } : {}),
});

/** Elements one below the other. */
export const vertical = (...elements: FormElement[]): FormElement => ({ type: "VerticalLayout", elements });

/** A field that another system's can be mapped to. */
interface MappingTarget {
  readonly key: string;
  /** What people call it, and how it is shown. */
  readonly label: string;
  readonly title?: string;
  /** Whether the mapping must lead to it. */
  readonly isRequired: boolean;
}

interface Source {
  readonly key: string;
  readonly label: string;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

const isNamesake = ({ key, label }: Source, target: MappingTarget): boolean =>
  [key, label].some((name) => [target.key, target.label].some((own) => plain(own) === plain(name)));

/**
 * Rows to begin with: each source that is named as a field, and each field that is required and has none,
 * with the source nearest to it.
 */
function suggestions(
  sources: readonly Source[],
  targets: readonly MappingTarget[],
): Record<string, string>[] {
  const rows: { source?: string; field: string }[] = [];
  const isTaken = (key: string): boolean => rows.some(({ field }) => field === key);
  for (const source of sources) {
    const target = targets.find((each) => isNamesake(source, each) && !isTaken(each.key));
    if (target) rows.push({ source: source.key, field: target.key });
  }
  for (const { key, label } of targets.filter(({ isRequired, key }) => isRequired && !isTaken(key))) {
    const source = nearestOf(
      label,
      sources.map((each) => each.key),
    );
    rows.push({ field: key, ...(source === undefined ? {} : { source }) });
  }
  return rows;
}

/**
 * A form that maps fields of another system to these: rows of source and field, with what goes by the same
 * name filled in, and a row wanted for each that is required. Any source can be typed where none is known.
 * @param sourceFields the keys of the source, and what people call them.
 */
export function mappingFormOf(
  sourceFields: Readonly<Record<string, unknown>>,
  targets: readonly MappingTarget[],
): Form {
  const sources = Object.entries(sourceFields).map(([key, label]) => ({ key, label: String(label || key) }));
  const required = targets.filter(({ isRequired }) => isRequired);
  const wanted = required.map(
    ({ key }): FormSchema => ({
      contains: { type: "object", properties: { field: { const: key } }, required: ["field"] },
    }),
  );
  const source: FormSchema = sources.length > 0 ? oneOf(sources) : { type: "string", minLength: 1 };
  const titled = targets.map(({ key, label, title = label }) => ({ key, label: title }));
  const field = oneOf(tellApart(titled));
  const row: FormSchema = {
    type: "object",
    properties: { source: { title: "Source Field", ...source }, field: { title: "Zoho Field", ...field } },
    required: ["source", "field"],
  };
  const mappings: FormSchema = {
    type: "array",
    title: "Field Mapping",
    items: row,
    ...(wanted.length > 0 ? { allOf: wanted } : {}),
  };
  return {
    schema: { type: "object", properties: { mappings }, required: ["mappings"] },
    uiSchema: vertical(control("mappings")),
    data: { mappings: suggestions(sources, targets) },
  };
}
