import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { type Values, valuesOf } from "../records/write/create";
import { typedRecord } from "../values/prepare";
import { type MassInput, type MassResult, onlyAsks, runMass } from "./mass";

/** What is done to many records at once, and the jobs that do it for a custom view. */
export const massOperations = {
  massUpdate: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_update",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.mass_update.UPDATE",
    credits: 1,
    success: [200, 207],
    items: "data",
  },
  startMassUpdate: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_update",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.mass_update.UPDATE",
    credits: 1,
    success: [200, 202],
    items: "data",
  },
  getMassUpdateJob: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/mass_update",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.mass_update.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  massDelete: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_delete",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.mass_delete.DELETE",
    credits: 1,
    success: [200, 207],
    items: "data",
  },
  startMassDelete: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_delete",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.mass_delete.DELETE",
    credits: 1,
    success: [200, 202],
    items: "data",
  },
  getMassDeleteJob: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/mass_delete",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.mass_delete.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  changeOwner: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/change_owner",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.change_owner.CREATE",
    credits: 1,
    success: [200, 207],
    items: "data",
  },
  startChangeOwner: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_change_owner",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.change_owner.CREATE",
    credits: 1,
    success: [200, 202],
    items: "data",
  },
  getChangeOwnerJob: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/mass_change_owner",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.change_owner.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
} as const;

/**
 * Gives many records the same values: by id, or all of a custom view.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/mass-update-records.html
 */
export async function massUpdateRecords(crm: Crm, input: MassInput & Values): Promise<MassResult> {
  const given = valuesOf(input);
  const asks = onlyAsks(input);
  if (!asks && Object.keys(given).length === 0) {
    throw inputError("crm", "Values, Dynamic Fields or Record: expected at least one field to set");
  }
  const values = asks ? {} : await typedRecord(crm, input.recordType, given, "update");
  return runMass(crm, input, {
    many: massOperations.massUpdate,
    start: massOperations.startMassUpdate,
    status: massOperations.getMassUpdateJob,
    action: "update",
    body: { data: [values] },
  });
}

/**
 * Moves many records to the recycle bin: by id, or all of a custom view.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/mass-delete-records.html
 */
export async function massDeleteRecords(crm: Crm, input: MassInput): Promise<MassResult> {
  onlyAsks(input);
  return runMass(crm, input, {
    many: massOperations.massDelete,
    start: massOperations.startMassDelete,
    status: massOperations.getMassDeleteJob,
    action: "delete",
    body: {},
  });
}

export interface ChangeOwnerInput extends MassInput {
  readonly ownerId?: string;
  /** Tell the new owner by e-mail; not for custom views. */
  readonly notify?: boolean;
  /** Give related records of these modules to the new owner too; not for custom views. */
  readonly relatedModules?: readonly string[];
}

/**
 * Gives many records to another user: by id, or all of a custom view.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/change-owner.html
 */
export async function changeOwner(crm: Crm, input: ChangeOwnerInput): Promise<MassResult> {
  const { ownerId, notify = false, relatedModules = [], customViewId } = input;
  if (!onlyAsks(input) && ownerId === undefined)
    throw inputError("crm", "Owner ID: expected the ID of a user");
  if (customViewId && (notify || relatedModules.length > 0)) {
    throw inputError(
      "crm",
      "Notify and Related Modules go with Record IDs only; Zoho has neither for a custom view",
    );
  }
  const owner = { id: ownerId };
  return runMass(crm, input, {
    many: massOperations.changeOwner,
    start: massOperations.startChangeOwner,
    status: massOperations.getChangeOwnerJob,
    action: "update",
    body: {
      owner,
      notify,
      ...(relatedModules.length > 0
        ? { related_modules: relatedModules.map((api_name) => ({ api_name })) }
        : {}),
    },
    viewBody: { owner },
  });
}
