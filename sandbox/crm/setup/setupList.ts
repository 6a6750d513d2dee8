import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, listOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { perOrganization } from "../perOrganization";
import { numberedPage } from "../records/params";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { Ids } from "../store/ids";
import { type FieldRule, wrongField } from "./fieldRules";

/** One thing that an administrator has set up, such as a variable or a currency. */
export type Setting = Readonly<Record<string, unknown>> & { readonly id: string };

type Values = Readonly<Record<string, unknown>>;

/** Where a field stands in a body. */
type Place = (name: string) => { api_name: string; json_path: string };

/** What is kept in one of the lists of Zoho's Setup, as data. */
export interface SetupList {
  /** The first part of its operations after `crm`, such as `variables`. */
  readonly name: string;
  /** Under which requests and answers have it. */
  readonly key: string;
  readonly path: string;
  /** Without the verb: `ZohoCRM.settings.variables`. */
  readonly scope: string;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** The field of which no two have the same value. */
  readonly unique?: string;
  /** How many there may be, and what one more is refused with. */
  readonly most: number;
  readonly full?: { readonly code: string; readonly message: string };
  readonly words: {
    readonly created: string;
    readonly updated: string;
    readonly deleted: string;
    /** Of a second one with the same value in `unique`. */
    readonly taken?: string;
    /** Of a change of one that is not there. */
    readonly unknown?: string;
  };
  readonly createdStatus: 200 | 201;
  /** Whether lists come with a paging block. */
  readonly paged?: boolean;
  /** Which of them a list shows, by its query; all when left out. */
  readonly shows?: (call: CrmCall, setting: Setting) => boolean;
  /** What a read is refused with, of a list or of one that is there or not; that one is 204 when left out. */
  readonly mayList?: (call: CrmCall) => Failure | undefined;
  readonly mayRead?: (call: CrmCall, setting: Setting | undefined) => Failure | undefined;
  /** The id after which those of the first ones come. */
  readonly idsFrom: number;
  readonly stock: (organization: CrmOrganization, nextId: () => string) => readonly Setting[];
  /** What a new one has beside what is given, or instead of it. */
  readonly fill?: (call: CrmCall, given: Values) => Values;
  /** What is kept instead of what a change gives. */
  readonly settle?: (call: CrmCall, changes: Values) => Values;
  /** With which it is changed; PUT when left out. */
  readonly changedBy?: "PUT" | "PATCH";
  /** What a new one, or a change, is refused with; `at` says where a field of it stands. */
  readonly mayCreate?: (call: CrmCall, given: Values, at: Place) => Failure | undefined;
  readonly mayChange?: (call: CrmCall, setting: Setting, changes: Values, at: Place) => Failure | undefined;
  readonly mayDelete?: (call: CrmCall, setting: Setting) => Failure | undefined;
  /** Whether an id of nothing in a path is refused as an item, by that id, rather than as a whole. */
  readonly unknownAsItem?: boolean;
}

const tooMany = { code: "LICENSE_LIMIT_EXCEEDED", message: "the limit is exceeded" };

const notThere = (list: SetupList, { request: { params } }: CrmCall): Answer => {
  if (list.unknownAsItem) {
    const refused = failed(failure("INVALID_DATA", "Invalid data provided", { id: params.id }));
    return itemsAnswer(list.key, [refused], 200);
  }
  const details = { resource_path_index: list.path.split("/").length - 1 };
  return refusal(failure("INVALID_DATA", list.words.unknown ?? "the id given seems to be invalid", details));
};

/** Where a module is named, what belongs to it alone. */
export const ofModule = ({ request }: CrmCall, { module }: Setting): boolean => {
  const name = request.query.get("module");
  return name === null || (isObject(module) && module.api_name === name);
};

/** What a list says to a module that the organization does not have, and to an order that is none. */
export const asksFor =
  (unknownModule: Failure, wrongOrder?: Failure) =>
  ({ organization, request: { query } }: CrmCall): Failure | undefined => {
    const [module, order] = [query.get("module"), query.get("sort_order")];
    if (module !== null && !organization.schema.get(module)) return unknownModule;
    return order === null || ["asc", "desc"].includes(order) ? undefined : wrongOrder;
  };

/** A list of Setup: what it holds, and the routes that serve it, for its room to choose from. */
export function setupList(list: SetupList) {
  const of = perOrganization((organization) => {
    const ids = new Ids(list.idsFrom);
    return new Map(list.stock(organization, () => ids.next()).map((setting) => [setting.id, setting]));
  });
  const one = (call: CrmCall) => of(call.organization).get(call.request.params.id ?? "");
  const sent = ({ request: { body } }: CrmCall): unknown[] => {
    const items = isObject(body) ? body[list.key] : undefined;
    return Array.isArray(items) ? items : [];
  };
  const missing = refusal(
    failure("MANDATORY_NOT_FOUND", "required field not found", {
      api_name: list.key,
      json_path: `$.${list.key}`,
    }),
  );
  const duplicate = ({ organization }: CrmCall, values: Values, but?: Setting): boolean => {
    const { unique } = list;
    const value = unique === undefined ? undefined : values[unique];
    if (unique === undefined || value === undefined) return false;
    return [...of(organization).values()].some((known) => known !== but && known[unique] === value);
  };
  const done = (id: string, message: string): ItemResult => ({
    code: "SUCCESS",
    details: { id },
    message,
    status: "success",
  });
  const at = (name: string, index: number) => ({
    api_name: name,
    json_path: `$.${list.key}[${index}].${name}`,
  });
  const taken = (index: number) =>
    failed(failure("DUPLICATE_DATA", list.words.taken ?? "duplicate data", at(list.unique ?? "id", index)));

  function create(call: CrmCall, given: unknown, index: number): ItemResult {
    const { organization } = call;
    const values = isObject(given) ? given : {};
    const problem = wrongField(list.fields, values, (name) => at(name, index), true);
    if (problem) return failed(problem);
    if (duplicate(call, values)) return taken(index);
    const refused = list.mayCreate?.(call, values, (name) => at(name, index));
    if (refused) return failed(refused);
    if (of(organization).size >= list.most)
      return failed({ ...(list.full ?? tooMany), details: { limit: list.most } });
    const id = organization.ids.next();
    of(organization).set(id, { ...values, ...list.fill?.(call, values), id });
    return done(id, list.words.created);
  }

  function update(call: CrmCall, setting: Setting, given: unknown, index = 0): ItemResult {
    const values = isObject(given) ? given : {};
    const problem = wrongField(list.fields, values, (name) => at(name, index), false);
    if (problem) return failed(problem);
    if (duplicate(call, values, setting)) return taken(index);
    const refused = list.mayChange?.(call, setting, values, (name) => at(name, index));
    if (refused) return failed(refused);
    const settled = { ...setting, ...values, ...list.settle?.(call, values), id: setting.id };
    of(call.organization).set(setting.id, settled);
    return done(setting.id, list.words.updated);
  }

  /** One of many changes, which names in its body what it is of. */
  function updateNamed(call: CrmCall, given: unknown, index: number): ItemResult {
    const id = isObject(given) ? textOf(given.id) : undefined;
    if (id === undefined)
      return failed(failure("MANDATORY_NOT_FOUND", "required field not found", at("id", index)));
    const setting = of(call.organization).get(id);
    return setting
      ? update(call, setting, given, index)
      : failed(failure("INVALID_DATA", "the id given seems to be invalid", at("id", index)));
  }

  function remove(call: CrmCall, setting: Setting | undefined, id: string): ItemResult {
    if (!setting) return failed(failure("INVALID_DATA", "the id given seems to be invalid", { id }));
    const refused = list.mayDelete?.(call, setting);
    if (refused) return failed(refused);
    of(call.organization).delete(setting.id);
    return done(setting.id, list.words.deleted);
  }

  const route = (
    verb: string,
    methodAndPath: readonly [Route["method"], string],
    operation: string,
    handle: (call: CrmCall) => Answer,
  ): Route =>
    crmRoute(`crm.${list.name}.${verb}`, methodAndPath, handle, {
      scopes: scope(`${list.scope}.${operation}`),
    });

  return {
    of,
    list: route("list", ["GET", list.path], "READ", (call) => {
      const refused = list.mayList?.(call);
      if (refused) return refusal(refused);
      const all = [...of(call.organization).values()].filter(
        (setting) => list.shows?.(call, setting) ?? true,
      );
      if (!list.paged) return listAnswer(list.key, all);
      const page = numberedPage(call.request.query, all);
      return "problem" in page ? refusal(page.problem) : listAnswer(list.key, page.items, page.info);
    }),
    get: route("get", ["GET", `${list.path}/:id`], "READ", (call) => {
      const setting = one(call);
      const refused = list.mayRead?.(call, setting);
      if (refused) return refusal(refused);
      return setting ? ok({ [list.key]: [setting] }) : noContent;
    }),
    create: route("create", ["POST", list.path], "CREATE", (call) => {
      const items = sent(call);
      if (items.length === 0) return missing;
      return itemsAnswer(
        list.key,
        items.map((item, index) => create(call, item, index)),
        list.createdStatus,
      );
    }),
    update: route("update", [list.changedBy ?? "PUT", `${list.path}/:id`], "UPDATE", (call) => {
      const setting = one(call);
      const [item] = sent(call);
      if (!setting) return notThere(list, call);
      return item === undefined ? missing : itemsAnswer(list.key, [update(call, setting, item)], 200);
    }),
    remove: route("delete", ["DELETE", `${list.path}/:id`], "DELETE", (call) => {
      const setting = one(call);
      return setting ? itemsAnswer(list.key, [remove(call, setting, setting.id)], 200) : notThere(list, call);
    }),
    updateMany: route("updateMany", [list.changedBy ?? "PUT", list.path], "UPDATE", (call) => {
      const items = sent(call);
      if (items.length === 0) return missing;
      return itemsAnswer(
        list.key,
        items.map((item, index) => updateNamed(call, item, index)),
        200,
      );
    }),
    removeMany: route("deleteMany", ["DELETE", list.path], "DELETE", (call) => {
      const ids = listOf(call.request.query.get("ids"));
      if (ids.length === 0) return refusal(missingParam("ids"));
      return itemsAnswer(
        list.key,
        ids.map((id) => remove(call, of(call.organization).get(id), id)),
        200,
      );
    }),
  };
}
