import { Ids } from "../store/ids";
import { laterModules, moduleSpecs } from "./data";
import { systemFields } from "./data/common";
import { fieldTypes } from "./fieldTypes";
import type {
  Field,
  FieldRow,
  Layout,
  LayoutSpec,
  Module,
  ModuleFlags,
  ModuleKind,
  ModuleSpec,
  Section,
} from "./types";

export type Schema = ReadonlyMap<string, Module>;

const ordinary: ModuleFlags = {
  creatable: true,
  editable: true,
  deletable: true,
  viewable: true,
  convertable: false,
  api_supported: true,
  show_as_tab: true,
  quick_create: true,
  lookupable: true,
  global_search_supported: true,
  inventory_template_supported: false,
  isBlueprintSupported: true,
  triggers_supported: true,
};

/** Flags of a module whose rows others keep. */
const rowModule: Partial<ModuleFlags> = {
  creatable: false,
  editable: false,
  deletable: false,
  show_as_tab: false,
  quick_create: false,
  lookupable: false,
  isBlueprintSupported: false,
  triggers_supported: false,
  global_search_supported: false,
};

/**
 * Every module with its fields and layouts, with ids given out in order, so that they are the same for every
 * organisation.
 */
export function buildSchema(ids: Ids): Map<string, Module> {
  const later = new Ids(400);
  return new Map([
    ...moduleSpecs.map((spec, index) => [spec.apiName, buildModule(spec, index + 1, ids)] as const),
    ...laterModules.map(
      (spec, index) => [spec.apiName, buildModule(spec, moduleSpecs.length + index + 1, later)] as const,
    ),
  ]);
}

/** Whether a module holds rows of other records, and has no tab, views or related lists of its own. */
export const isOfRows = (kind: ModuleKind): boolean => kind !== "default" && kind !== "custom";

/** A module of its specification, at its place among the tabs. */
export function buildModule(spec: ModuleSpec, sequence: number, ids: Ids): Module {
  const kind = spec.kind ?? "default";
  const id = ids.next();
  const sections = spec.sections.map((section): Section => {
    const custom = section.custom ?? false;
    return {
      id: ids.next(),
      name: section.name,
      custom,
      fields: section.fields.map((row) =>
        buildField(row, custom && row[0] !== "Name" && row[0] !== "Owner", ids),
      ),
    };
  });
  const system = systemFields(spec).map((row) => buildField(row, false, ids));
  const shown = sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => !field.hidden),
  }));
  const first = shown[0];
  const laidOut = first
    ? [{ ...first, fields: [...first.fields, ...system.filter((field) => !field.hidden)] }, ...shown.slice(1)]
    : shown;
  const standardRequired = laidOut.flatMap(({ fields }) => fields.filter((f) => f.required || f.mandatory));
  const standard = buildLayout(
    { name: "Standard", required: standardRequired.map((field) => field.apiName), without: [] },
    laidOut,
    ids,
  );
  const all = [...sections.flatMap(({ fields }) => fields), ...system];
  const others = (spec.layouts ?? []).map((layout) => buildLayout(layout, laidOut, ids));
  return {
    id,
    apiName: spec.apiName,
    singular: spec.singular,
    plural: spec.plural,
    display: spec.display,
    duplicateCheck: spec.duplicateCheck,
    kind,
    flags: { ...ordinary, ...(isOfRows(kind) ? rowModule : {}), ...spec.flags },
    hiddenFrom: new Set(),
    parent: spec.parent,
    sequence,
    fields: new Map(all.map((field) => [field.apiName, field])),
    autoNumbers: all.filter(({ autoNumber }) => autoNumber !== undefined),
    formulas: all.filter(({ formula }) => formula !== undefined),
    layouts: [standard, ...others],
    layoutRules: (spec.layoutRules ?? []).map((rule) => ({ ...rule, id: ids.next() })),
    relatedLists: (spec.relatedLists ?? []).map(([apiName, module, label]) => ({
      id: ids.next(),
      apiName,
      module,
      label: label ?? apiName,
    })),
  };
}

/**
 * A field of its row. What all fields have stands first, since objects that begin alike are quick to make.
 */
export function buildField([apiName, dataType, options = {}]: FieldRow, custom: boolean, ids: Ids): Field {
  const facts = fieldTypes[dataType];
  return {
    id: ids.next(),
    apiName,
    dataType,
    custom,
    label: apiName.replaceAll("_", " "),
    json: facts.json,
    length: facts.length,
    readOnly: dataType === "autonumber" || dataType === "formula" || dataType === "rollup_summary",
    ...options,
    values: (options.values ?? []).map((value) => ({
      id: ids.next(),
      ...(typeof value === "string" ? { display: value, actual: value, reference: value } : value),
    })),
  };
}

function buildLayout(spec: LayoutSpec, sections: readonly Section[], ids: Ids): Layout {
  const without = new Set(spec.without);
  const own = sections.map((section) => ({
    ...section,
    id: ids.next(),
    fields: section.fields.filter((field) => !without.has(field.apiName)),
  }));
  const mandatory = own.flatMap(({ fields }) => fields.filter((field) => field.mandatory));
  return {
    id: ids.next(),
    name: spec.name,
    sections: own,
    required: new Set([...mandatory.map((field) => field.apiName), ...spec.required]),
    fields: new Set(own.flatMap(({ fields }) => fields.map((field) => field.apiName))),
  };
}

/** The layout of that id, or the standard one when none is asked for. */
export function layoutOf(module: Module, id?: string): Layout | undefined {
  return id === undefined ? module.layouts[0] : module.layouts.find((layout) => layout.id === id);
}

/** The fields of a module that pass a test. */
export function fieldsWhere(module: Module, test: (field: Field) => boolean): Field[] {
  return [...module.fields.values()].filter(test);
}

/** The same modules, whose custom ones lack the field Modified_By. */
export function withoutModifiedBy(schema: Schema): Map<string, Module> {
  const entries = [...schema].map(([name, module]): [string, Module] => {
    if (module.kind !== "custom") return [name, module];
    const fields = new Map([...module.fields].filter(([field]) => field !== "Modified_By"));
    return [name, { ...module, fields }];
  });
  return new Map(entries);
}
