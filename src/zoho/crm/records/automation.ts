import type { JsonObject } from "../../core/json";

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
