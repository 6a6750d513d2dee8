import type { CrmOrganization } from "./organization";

/**
 * What a feature keeps of an organisation, made when it is first asked for, and gone with the organisation.
 */
export function perOrganization<T>(
  make: (organization: CrmOrganization) => T,
): (organization: CrmOrganization) => T {
  const known = new WeakMap<CrmOrganization, { kept: T }>();
  return (organization) => {
    const entry = known.get(organization) ?? { kept: make(organization) };
    known.set(organization, entry);
    return entry.kept;
  };
}
