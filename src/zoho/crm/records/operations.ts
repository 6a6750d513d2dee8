import type { JsonObject } from "../../core/json";

/** Records. */
export const recordOperations = {
  getRecord: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  listRecords: {
    method: "GET",
    path: "/crm/{version}/{module}",
    safety: "safe",
    class: "subWhenSorted",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204, 304],
    answers: "data",
  },
  insertRecords: {
    method: "POST",
    path: "/crm/{version}/{module}",
    safety: "unsafe",
    class: "subAboveTen",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: "perTenRecords",
    success: [200, 201, 202, 207],
    items: "data",
  },
  updateRecords: {
    method: "PUT",
    path: "/crm/{version}/{module}",
    safety: "idempotent",
    class: "subAboveTen",
    scope: "ZohoCRM.modules.{module}.UPDATE",
    credits: "perTenRecords",
    success: [200, 202, 207],
    items: "data",
  },
  updateRecord: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.UPDATE",
    credits: 1,
    success: [200, 202, 207],
    items: "data",
  },
  upsertRecords: {
    method: "POST",
    path: "/crm/{version}/{module}/upsert",
    safety: "idempotent",
    class: "subAboveTen",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: "perTenRecords",
    success: [200, 201, 202, 207],
    items: "data",
  },
  deleteRecords: {
    method: "DELETE",
    path: "/crm/{version}/{module}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.DELETE",
    credits: 1,
    success: [200, 202, 207],
    items: "data",
  },
  deleteRecord: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.DELETE",
    credits: 1,
    success: [200, 202, 207],
    items: "data",
  },
} as const;

/** What Zoho runs beside a write, under the keys of the automation inputs. */
export interface Automation {
  /** Kinds of automation to run; empty for Zoho's default, which is all of them; `none` for nothing. */
  readonly triggers?: readonly string[];
  readonly skipCadences?: boolean;
  readonly applyLayoutRules?: boolean;
  readonly layoutId?: string;
  readonly assignmentRuleId?: string;
  /** False creates records that wait for approval. */
  readonly approved?: boolean;
}

/** The keys that stand beside the records in the body. */
export function automationOf({
  triggers = [],
  skipCadences,
  applyLayoutRules,
  assignmentRuleId,
}: Automation): JsonObject {
  return {
    ...(triggers.length > 0 ? { trigger: triggers.filter((trigger) => trigger !== "none") } : {}),
    ...(skipCadences ? { skip_feature_execution: [{ name: "cadences" }] } : {}),
    ...(applyLayoutRules ? { apply_feature_execution: [{ name: "layout_rules" }] } : {}),
    ...(assignmentRuleId ? { lar_id: assignmentRuleId } : {}),
  };
}

/** The keys that stand in each record, where it has no own. */
export function recordAutomationOf({ layoutId, approved }: Automation): JsonObject {
  return {
    ...(layoutId ? { Layout: { id: layoutId } } : {}),
    ...(approved === false ? { $approved: false } : {}),
  };
}
