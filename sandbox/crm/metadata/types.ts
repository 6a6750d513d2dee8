/** Zoho's `data_type` values. */
export type DataType =
  | "text"
  | "textarea"
  | "email"
  | "phone"
  | "website"
  | "picklist"
  | "multiselectpicklist"
  | "date"
  | "datetime"
  | "integer"
  | "currency"
  | "double"
  | "percent"
  | "bigint"
  | "boolean"
  | "lookup"
  | "ownerlookup"
  | "userlookup"
  | "multi_module_lookup"
  | "multiselectlookup"
  | "multiuserlookup"
  | "imageupload"
  | "fileupload"
  | "subform"
  | "autonumber"
  | "formula"
  | "rollup_summary"
  | "profileimage"
  | "layout"
  | "RRULE"
  | "ALARM"
  | "event_reminder"
  | "line_tax";

export type JsonType = "string" | "integer" | "double" | "boolean" | "jsonobject" | "jsonarray";

/** What a field's row says beyond its name and type; everything left out follows from the type. */
export interface FieldOptions {
  /** The label; the API name with blanks for underscores when left out. */
  label?: string;
  length?: number;
  decimals?: number;
  json?: JsonType;
  /** Required by the API whatever the layout (`system_mandatory`). */
  mandatory?: boolean;
  /** Required on the standard layout. */
  required?: boolean;
  /** Kept by Zoho: a value that is sent is ignored. */
  readOnly?: boolean;
  /** On no layout. */
  hidden?: boolean;
  values?: readonly (string | PicklistOption)[];
  /** A value that is not in `values` is refused; otherwise it is taken as it is. */
  restricted?: boolean;
  /**
   * Its values belong to those of another field or to a layout, which is what is said of one that does not.
   */
  mapped?: boolean;
  textarea?: "small" | "large" | "rich_text";
  /** The module of a lookup or multi-select lookup. */
  module?: string;
  /** The modules of a multi-module lookup. */
  modules?: readonly string[];
  /** The module that holds a subform's rows, or the linking module of a multi-select or multi-user lookup. */
  rows?: string;
  /** The linking module's lookup field, such as `Interested_Products`; the field's own name when left out. */
  link?: string;
  unique?: boolean;
  /** An external id field, addressed by the header X-EXTERNAL. */
  external?: "org" | "user";
  autoNumber?: { prefix: string; start: number };
  formula?: { returnType: DataType; expression: string; compute: (record: RecordData) => unknown };
  rollup?: { module: string; lookup: string; function: "COUNT" };
  /** Where a lead's field goes on conversion: module to field. */
  convertsTo?: Partial<Record<"Contacts" | "Accounts" | "Deals", string>>;
}

/** One field as data. */
export type FieldRow = readonly [apiName: string, dataType: DataType, options?: FieldOptions];

export interface SectionSpec {
  name: string;
  /** Names a custom section or custom fields. */
  custom?: boolean;
  fields: readonly FieldRow[];
}

/** Zoho's `generated_type`; a field tracker has a row for each value that a field of its records had. */
export type ModuleKind = "default" | "custom" | "subform" | "linking" | "field_tracker";

/** A module as data. */
export interface ModuleSpec {
  apiName: string;
  singular: string;
  plural: string;
  /** The name field: what a lookup to a record of this module shows. */
  display: string;
  /** The field an upsert checks when it is given none. */
  duplicateCheck?: string;
  kind?: ModuleKind;
  /** Flags that differ from those of an ordinary module. */
  flags?: Partial<ModuleFlags>;
  parent?: string;
  sections: readonly SectionSpec[];
  layouts?: readonly LayoutSpec[];
  layoutRules?: readonly LayoutRuleSpec[];
  /** Related lists of other modules, shown on this module's records: API name to module. */
  relatedLists?: readonly (readonly [apiName: string, module: string, label?: string])[];
}

export interface ModuleFlags {
  creatable: boolean;
  editable: boolean;
  deletable: boolean;
  viewable: boolean;
  convertable: boolean;
  api_supported: boolean;
  show_as_tab: boolean;
  quick_create: boolean;
  lookupable: boolean;
  global_search_supported: boolean;
  inventory_template_supported: boolean;
  isBlueprintSupported: boolean;
  triggers_supported: boolean;
}

/** A layout besides the standard one. */
export interface LayoutSpec {
  name: string;
  required: readonly string[];
  without: readonly string[];
}

/**
 * "When `field` has `value`, `mandatory` must be there": the only effect of layout rules that the API can ask
 * for.
 */
export interface LayoutRuleSpec {
  name: string;
  field: string;
  value: string;
  mandatory: readonly string[];
}

/**
 * A value of a picklist by its three names: what records hold and people see, what it was first called, and
 * what it is referred to by.
 */
export interface PicklistOption {
  display: string;
  actual: string;
  reference: string;
}

export interface PicklistValue extends PicklistOption {
  id: string;
}

export interface Field extends Omit<FieldOptions, "values" | "label" | "length" | "json"> {
  id: string;
  apiName: string;
  label: string;
  dataType: DataType;
  json: JsonType;
  length: number;
  custom: boolean;
  values: readonly PicklistValue[];
}

export interface Section {
  id: string;
  name: string;
  custom: boolean;
  fields: Field[];
}

export interface Layout {
  id: string;
  name: string;
  sections: readonly Section[];
  /** Fields that a record of this layout must have. */
  required: ReadonlySet<string>;
  fields: Set<string>;
}

export interface LayoutRule extends LayoutRuleSpec {
  id: string;
}

export interface RelatedList {
  id: string;
  apiName: string;
  label: string;
  module: string;
}

export interface Module {
  id: string;
  apiName: string;
  singular: string;
  plural: string;
  display: string;
  duplicateCheck: string | undefined;
  kind: ModuleKind;
  flags: ModuleFlags;
  /** The ids of the profiles whose users do not see it. */
  hiddenFrom: Set<string>;
  parent: string | undefined;
  sequence: number;
  fields: Map<string, Field>;
  /** The fields Zoho works out: numbers it counts up, and formulas. */
  autoNumbers: readonly Field[];
  formulas: readonly Field[];
  layouts: readonly [Layout, ...Layout[]];
  layoutRules: readonly LayoutRule[];
  relatedLists: readonly RelatedList[];
}

/**
 * A record: field API names and `$` keys to values, in the shape the records API gives them. Never changed in
 * place.
 */
export type RecordData = Readonly<Record<string, unknown>> & { readonly id: string };

/** `{ name, id }`, as lookups are given. The name is kept up to date when the record it names is renamed. */
export interface Reference {
  name: string | null;
  readonly id: string;
}
