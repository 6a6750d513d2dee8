import { type CoqlCatalog, type CoqlField, type CoqlModule, compareIds } from "./coql/catalog";
import { rowTypes } from "./metadata/fieldTypes";
import type { Field, Module } from "./metadata/types";
import { type Described, fieldJson } from "./settings/json/fieldJson";
import type { View } from "./store/moduleStore";
import { firstWhere, modifiedTime } from "./store/sorted";

/** What has modules and their records. */
interface Queried extends Described {
  queryView(module: Module): View;
  timeText(epochMs: number): string;
}

/** The organisation's records as queries see them. */
export function buildCatalog(organization: Queried): CoqlCatalog {
  const modules = new WeakMap<Module, CoqlModule>();
  return {
    module: (apiName) => {
      const module = organization.schema.get(apiName);
      if (!module) return undefined;
      const known = modules.get(module);
      // A module has other fields once an administrator has added or removed one.
      const isCurrent = known?.fields.size === module.fields.size;
      const built = isCurrent ? known : coqlModule(organization, module);
      modules.set(module, built);
      return built;
    },
  };
}

function coqlModule(organization: Queried, module: Module): CoqlModule {
  const view = () => organization.queryView(module);
  const fields = [...module.fields.values()].map((field) => coqlField(organization, module, field));
  return {
    apiName: module.apiName,
    // Users are no records of the records API, but queries may read them.
    queryable: module.flags.api_supported || module.apiName === "Users",
    fields: new Map(fields.map((field) => [field.apiName, field])),
    ...(module.fields.has("Converted__s") && { leftOutBy: "Converted__s" }),
    byId: (id) => view().get(id),
    rows: () => view().byId(),
    rowsAfterId: (id) => {
      const rows = view().byId();
      return rows.slice(firstWhere(rows, (row) => compareIds(row.id, id) > 0));
    },
    rowsByModifiedTime: (fromMs) => {
      const rows = view().byModifiedTime();
      if (fromMs === undefined) return rows;
      const from = organization.timeText(Math.ceil(fromMs / 1000) * 1000);
      return rows.slice(firstWhere(rows, (row) => modifiedTime(row) >= from));
    },
  };
}

/** Fields that queries refuse though their types would do, by module. */
const unselectable: Readonly<Record<string, readonly string[]>> = {
  Calls: ["CTI_Entry"],
  Cases: ["Comments"],
  Deals: ["Stage_Modified_Time"],
  Events: ["Participants"],
  Price_Books: ["Pricing_Details"],
  Solutions: ["Comments"],
};

function coqlField(organization: Described, module: Module, field: Field): CoqlField {
  const isUser = field.dataType === "ownerlookup" || field.dataType === "userlookup";
  const lookupModule = isUser ? "Users" : field.dataType === "lookup" ? field.module : undefined;
  return {
    apiName: field.apiName,
    dataType: field.dataType,
    ...(unselectable[module.apiName]?.includes(field.apiName) && { unselectable: true }),
    ...(lookupModule && { lookupModule }),
    ...(field.modules && !rowTypes.has(field.dataType) && { lookupModules: field.modules }),
    ...(field.formula && { returnType: field.formula.returnType }),
    get metadata() {
      return fieldJson(organization, module, field, "v8");
    },
  };
}
