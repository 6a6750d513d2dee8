import type { CrmOrganization } from "../organization";

/** The addresses that the caller may send emails from: the own one, and one of the organisation. */
export function fromAddressesOf({ currentUser, staff }: CrmOrganization) {
  const { email, name, id } = currentUser;
  return [
    { email, type: "user", user_name: name, id, default: true },
    {
      email: "sales@zylker.example",
      type: "org_email",
      user_name: "Zylker Sales",
      id: staff.roles[0]?.id ?? null,
      default: false,
    },
  ];
}
