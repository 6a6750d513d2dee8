import type { Answer } from "../../../core/answer";
import { invalidId, noContent, ok, refusal } from "../../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import { isRecordId } from "../../store/ids";
import { modifiedTime } from "../../store/sorted";
import { externalIds } from "../externalId";
import { olderKeys } from "../olderKeys";
import { whole } from "../present";
import { readSince } from "./listFilter";

/** `GET /{module}/{id}`: one record with everything it has; 204 when there is none. */
export const getRoute = moduleRoute("crm.records.get", ["GET", "/:module/:id"], getRecord, {
  scopes: moduleScopes("READ"),
});

function getRecord(call: ModuleCall): Answer {
  const { organization, module, version, request } = call;
  const external = externalIds(call);
  if (external && "problem" in external) return refusal(external.problem);
  const given = request.params.id ?? "";
  const id = external ? external.find(given) : given;
  if (!external && !isRecordId(given)) return refusal(invalidId({ resource_path_index: 1 }));
  const record = id === undefined ? undefined : organization.view(module).get(id);
  if (!record && organization.behaviours.unknownId === "400")
    return refusal(invalidId({ resource_path_index: 1 }));
  if (!record) return noContent;
  const since = readSince(call, request.headers["if-modified-since"]);
  if ("problem" in since) return refusal(since.problem);
  if (since.time !== undefined && modifiedTime(record) < since.time) return { status: 304 };
  const shown = whole(organization, module, record);
  return ok({ data: [{ ...shown, ...olderKeys(version, module, record) }] });
}
