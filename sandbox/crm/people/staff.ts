import type { Ids } from "../store/ids";

export interface Role {
  id: string;
  name: string;
  reportsTo: Role | undefined;
}

export interface Profile {
  id: string;
  name: string;
  description: string;
  custom: boolean;
}

export interface User {
  id: string;
  zuid: string;
  firstName: string;
  lastName: string;
  /** First and last name. */
  name: string;
  email: string;
  phone: string;
  role: Role;
  profile: Profile;
  status: "active" | "disabled" | "deleted";
  confirmed: boolean;
  createdTime: string;
  /** `{ name, id, email }`, as a record's owner is given. */
  asOwner: { name: string; id: string; email: string };
}

/** `{ name, id }`, as the results of writes name people. */
export const personOf = ({ name, id }: { name: string; id: string }) => ({ name, id });

/**
 * The people of the organisation: the first is the one whose tokens call the API, the second the one who
 * writes through the control interface.
 */
export interface Staff {
  roles: Role[];
  profiles: readonly Profile[];
  users: [User, User, ...User[]];
}

const roleRows = [
  ["CEO", undefined],
  ["Manager", "CEO"],
  ["Sales Representative", "Manager"],
  ["Support Agent", "Manager"],
] as const;

const profileRows = [
  ["Administrator", "This profile will have all the permissions.", false],
  ["Standard", "This profile will have all the permissions except administrative privileges.", false],
  ["Read Only", "Sees every record and changes none.", true],
] as const;

type UserRow = readonly [
  first: string,
  last: string,
  role: string,
  profile: string,
  status: User["status"],
  confirmed: boolean,
];
const caller: UserRow = ["Patricia", "Boyle", "CEO", "Administrator", "active", true];
const colleague: UserRow = ["Jane", "Doe", "Manager", "Administrator", "active", true];
const others: readonly UserRow[] = [
  ["Ravi", "Sundar", "Sales Representative", "Standard", "active", true],
  ["Mei", "Tanaka", "Sales Representative", "Standard", "active", true],
  ["Lukas", "Meyer", "Support Agent", "Standard", "active", true],
  ["Amina", "Okafor", "Sales Representative", "Read Only", "active", false],
  ["Tom", "Hart", "Sales Representative", "Standard", "disabled", true],
  ["Olga", "Petrova", "Support Agent", "Standard", "deleted", true],
];

/** The same people for every organisation. */
export function buildStaff(ids: Ids, createdTime: string): Staff {
  const roles: Role[] = [];
  for (const [name, reportsTo] of roleRows) {
    roles.push({ id: ids.next(), name, reportsTo: roles.find((role) => role.name === reportsTo) });
  }
  const profiles = profileRows.map(([name, description, custom]) => ({
    id: ids.next(),
    name,
    description,
    custom,
  }));
  const user = ([firstName, lastName, role, profile, status, confirmed]: UserRow): User => {
    const id = ids.next();
    const name = `${firstName} ${lastName}`;
    const email = `${firstName}.${lastName}@zylker.example`.toLowerCase();
    return {
      id,
      zuid: `7${id.slice(-8)}`,
      firstName,
      lastName,
      name,
      email,
      phone: `+1 555 01${id.slice(-2)}`,
      role: named(roles, role),
      profile: named(profiles, profile),
      status,
      confirmed,
      createdTime,
      asOwner: { name, id, email },
    };
  };
  return { roles, profiles, users: [user(caller), user(colleague), ...others.map(user)] };
}

function named<T extends { name: string }>(items: readonly T[], name: string): T {
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
