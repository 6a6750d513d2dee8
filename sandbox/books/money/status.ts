import type { BooksOrganization } from "../core/organization";
import { textOf } from "../core/values";
import { keep } from "./keep";
import { isSource, isTarget, settledSource, settledTarget } from "./settle";

/**
 * Moves a record to another state, from which its status follows where payments or credits are about; a no-op
 * for an unknown id.
 */
export function setStatus(organization: BooksOrganization, path: string, id: string, state: string): void {
  const row = organization.records(path).get(id);
  if (!row || textOf(row._state) === state) return;
  const moved = { ...row, _state: state, status: state, last_modified_time: organization.now() };
  const settled = isTarget(path)
    ? settledTarget(organization, path, moved)
    : isSource(path)
      ? settledSource(organization, path, moved)
      : moved;
  keep(organization, path, settled, id);
}
