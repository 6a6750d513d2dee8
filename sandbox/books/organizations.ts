import type { Route } from "../http/route";
import { accountRoute, done } from "./call";
import type { BooksOrganization } from "./core/organization";
import { invalidValue, Refusal } from "./core/refusal";
import { isEmpty } from "./core/values";
import { takeFields } from "./engine/fields";
import { recordedPeople } from "./recorded/people";
import { filled, keysOf } from "./recorded/shape";
import { fields } from "./table/fields";
import type { RecordType } from "./table/recordType";

/** Organisations are no records of an organisation: they have no place in the table, only fields. */
const type: RecordType = {
  path: "organizations",
  area: "settings",
  keys: ["organizations", "organization", "organization_id"],
  noun: "Organization",
  messages: ["success", "success", null],
  fields: fields.organizations,
};

const brief = ({ details }: BooksOrganization) =>
  filled(details, keysOf(recordedPeople.organizations?.list ?? ""), "recorded");

/** @see https://www.zoho.com/books/api/v3/organizations/ */
export const organizationRoutes: readonly Route[] = [
  accountRoute("organizations.list", "GET organizations", "settings", ({ world }) =>
    done("success", { organizations: world.books.all().map(brief) }),
  ),
  accountRoute("organizations.get", "GET organizations/:organization_id", "settings", ({ world, params }) =>
    done("success", { organization: found(world.books.find(params.organization_id ?? "")).details }),
  ),
  accountRoute("organizations.create", "POST organizations", "settings", ({ world, body }) => {
    const given = takeFields(type, body);
    for (const name of ["name", "currency_code", "time_zone", "portal_name"]) {
      if (isEmpty(given[name])) throw invalidValue(name);
    }
    const organization = world.books.add(given);
    return done("success", { organization: organization.details }, 201);
  }),
  accountRoute(
    "organizations.update",
    "PUT organizations/:organization_id",
    "settings",
    ({ world, params, body }) => {
      const organization = found(world.books.find(params.organization_id ?? ""));
      organization.details = { ...organization.details, ...takeFields(type, body) };
      return done("success", { organization: organization.details });
    },
  ),
];

/** An organisation of the user's; any other is refused as in every call. */
function found(organization: BooksOrganization | undefined): BooksOrganization {
  if (organization) return organization;
  throw new Refusal(400, 6041, "This user is not associated with the CompanyID/CompanyName.");
}
