import type { Module } from "../metadata/types";
import type { CrmOrganization } from "../organization";
import { perOrganization } from "../perOrganization";

export interface Share {
  type: string;
  permission: string;
  share_related_records: boolean;
  shared_with: { name: string; id: string; type: string };
  shared_time: string;
}

/** With whom records are shared, by the record's id. */
export const sharesOf = perOrganization(() => new Map<string, Share[]>());

/** Takes back what is shared with a user, a role or a group. */
export function endSharesWith(organization: CrmOrganization, id: string): void {
  for (const [record, shares] of sharesOf(organization))
    sharesOf(organization).set(
      record,
      shares.filter(({ shared_with: to }) => to.id !== id),
    );
}

/** The records that are shared with a user, a role or a group. */
export function recordsSharedWith(
  organization: CrmOrganization,
  id: string,
): { id: string; module: Module }[] {
  const shared = [...sharesOf(organization)].filter(([, shares]) =>
    shares.some(({ shared_with: to }) => to.id === id),
  );
  return shared.flatMap(([record]) => {
    const module = [...organization.schema.values()].find((each) => organization.store(each).get(record));
    return module ? [{ id: record, module }] : [];
  });
}
