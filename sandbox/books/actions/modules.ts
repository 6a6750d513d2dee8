import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Address, accountRoute, type BooksCall, callOf, done } from "../call";
import type { BooksOrganization } from "../core/organization";
import { doesNotExist, invalidValue, unknownPath } from "../core/refusal";
import { type Draft, isEmpty, itemsOf, type Row, textOf } from "../core/values";
import { bodyOf } from "../engine/find";
import { listRecords } from "../engine/listing/list";
import { full } from "../engine/show";
import { keep } from "../money/keep";
import { customModules } from "../table/modules";
import type { RecordType } from "../table/recordType";

type Handler = (call: BooksCall, module: RecordType) => Answer;

const named = (name: string | undefined): RecordType | undefined =>
  customModules.find(({ path }) => path === name);

/** A route on a module of the organisation's; a name that is none of them is no path of Books. */
const moduleRoute = (operation: string, address: Address, handle: Handler): Route =>
  accountRoute(
    `modules.${operation}`,
    address,
    ({ params }) => named(params.module) && "custommodules.ALL",
    (request) => {
      const module = named(request.params.module);
      if (!module) throw unknownPath;
      return handle(callOf(request), module);
    },
  );

const recordIn = (organization: BooksOrganization, module: RecordType, id: string | undefined): Row => {
  const row = organization.records(module.path).get(id ?? "");
  if (!row) throw doesNotExist("Record");
  return row;
};

/** Stores the name and the custom fields of a body; anything else in it is ignored. */
function store(
  organization: BooksOrganization,
  module: RecordType,
  before: Row | undefined,
  given: Draft,
): Row {
  const fields = Object.entries(given).filter(([name]) => name === "record_name" || name.startsWith("cf_"));
  const id = before ? textOf(before.module_record_id) : organization.nextId();
  const row: Draft = {
    created_time: organization.now(),
    ...before,
    ...Object.fromEntries(fields),
    module_record_id: id,
    module_api_name: module.path,
    last_modified_time: organization.now(),
  };
  if (isEmpty(row.record_name)) throw invalidValue("record_name");
  keep(organization, module.path, row, id);
  return row;
}

const singular = ({ path }: RecordType): string => path.replace(/^cm_/, "");

/** Records of an organisation's own modules, whose API names begin with `cm_`. */
export const moduleRoutes: Route[] = [
  moduleRoute("list", "GET :module", (call, module) => {
    const { rows, context } = listRecords(call.organization, module, call.query);
    return done("success", { module_record: rows, page_context: context });
  }),
  moduleRoute("create", "POST :module", (call, module) => {
    const row = store(call.organization, module, undefined, bodyOf(call));
    return done(`${singular(module)} is created successfully`, {
      module_record: full(call.organization, module, row),
    });
  }),
  moduleRoute("updateMany", "PUT :module", (call, module) => {
    const { module_record_id, ...given } = bodyOf(call);
    const ids = itemsOf(textOf(module_record_id));
    if (ids.length === 0) throw invalidValue("module_record_id");
    const known = ids.map((id) => recordIn(call.organization, module, id));
    const rows = known.map((before) => store(call.organization, module, before, given));
    const module_record = rows.map((row) => ({
      ...full(call.organization, module, row),
      code: 0,
      message: "success",
    }));
    return done("Bulk update successfull", { module_record });
  }),
  moduleRoute("deleteMany", "DELETE :module", (call, module) => {
    const ids = itemsOf(call.query.get("module_record_id") ?? textOf(bodyOf(call).module_record_id));
    if (ids.length === 0) throw invalidValue("module_record_id");
    for (const id of ids) recordIn(call.organization, module, id);
    for (const id of ids) call.organization.records(module.path).remove(id);
    return done("Module record deleted");
  }),
  moduleRoute("get", "GET :module/:module_record_id", (call, module) => {
    const row = recordIn(call.organization, module, call.params.module_record_id);
    const shown = { ...full(call.organization, module, row), module_name: singular(module) };
    return done("success", { module_record: shown, module_record_hash: shown });
  }),
  moduleRoute("update", "PUT :module/:module_record_id", (call, module) => {
    const before = recordIn(call.organization, module, call.params.module_record_id);
    const row = store(call.organization, module, before, bodyOf(call));
    return done(`${singular(module)} is updated successfully.`, {
      module_record: full(call.organization, module, row),
    });
  }),
  moduleRoute("delete", "DELETE :module/:module_record_id", (call, module) => {
    recordIn(call.organization, module, call.params.module_record_id);
    call.organization.records(module.path).remove(call.params.module_record_id ?? "");
    return done("success");
  }),
];
