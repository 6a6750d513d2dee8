import type { Module, RecordData } from "../../metadata/types";
import type { CrmOrganization } from "../../organization";

/** A record that is being made. */
export type RecordDraft = Record<string, unknown> & { id: string };

/** Works out the formulas of a new record, in place. */
export function withFormulas(module: Module, draft: RecordDraft): RecordData {
  for (const { apiName, formula } of module.formulas) draft[apiName] = formula?.compute(draft) ?? null;
  return draft;
}

/** Gives a new record the next number of each auto-number field, in place. */
export function withNumbers(organization: CrmOrganization, module: Module, draft: RecordDraft): RecordDraft {
  for (const { id, apiName, autoNumber } of module.autoNumbers) {
    const { prefix, start } = autoNumber ?? { prefix: "", start: 1 };
    draft[apiName] = `${prefix}${organization.nextAutoNumber(id, start)}`;
  }
  return draft;
}
