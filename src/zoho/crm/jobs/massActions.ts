import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type Values, valuesOf } from "../records/write/oneRecord";
import { typedRecord } from "../values/typedRecord";
import { type MassInput, type MassResult, onlyAsks, runMass } from "./mass";

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
    many: crmOperations.massUpdate,
    start: crmOperations.startMassUpdate,
    status: crmOperations.getMassUpdateJob,
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
    many: crmOperations.massDelete,
    start: crmOperations.startMassDelete,
    status: crmOperations.getMassDeleteJob,
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
    many: crmOperations.changeOwner,
    start: crmOperations.startChangeOwner,
    status: crmOperations.getChangeOwnerJob,
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
