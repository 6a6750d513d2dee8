import type { Answer } from "../../../core/answer";
import type { Route } from "../../../http/route";
import { ok } from "../../answers";
import { type CrmCall, crmRoute, scope } from "../../call";
import { restoreRecord } from "./engine";
import { plainWriting } from "./writing";

/** `POST /settings/recycle_bin/{id}/actions/restore`: puts one record back where it was. */
function restore({ organization, request }: CrmCall): Answer {
  const { id = "" } = request.params;
  const module = [...organization.schema.values()].find((each) => organization.store(each).deleted.has(id));
  const result = module && restoreRecord(plainWriting(organization, module, organization.currentUser), id);
  if (result?.status === "success") return ok({ recycle_bin: [result] });
  const details = { resource_path_index: 2 };
  return {
    status: 400,
    body: { code: "INVALID_DATA", details, message: "the id given seems to be invalid", status: "error" },
  };
}

export const restoreRoutes: readonly Route[] = [
  crmRoute("crm.recycleBin.restore", ["POST", "/settings/recycle_bin/:id/actions/restore"], restore, {
    scopes: scope("ZohoCRM.settings.recycle_bin.UPDATE"),
  }),
];
