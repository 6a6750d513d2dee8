import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import { doesNotExist } from "../../core/refusal";
import { setFields } from "../../engine/write";
import { typeAt } from "../../table";
import { recordAction } from "../action";

/** The organisation's users and locations. */
export const userRoutes: Route[] = [
  booksRoute("users.me", "GET users/me", "settings", ({ organization }) => {
    const user = organization
      .records("users")
      .all()
      .find((row) => row.is_current_user === true);
    if (!user) throw doesNotExist("User");
    const { _state, ...told } = user;
    return done("success", { user: { ...told, email_ids: [{ email: user.email, is_selected: true }] } });
  }),
  recordAction("POST", "users", "invite", ({ organization }, user, type) => {
    setFields(organization, type, user, { _state: "invited", status: "invited" });
    return done("Your invitation has been sent.");
  }),
  booksRoute("locations.enable", "POST settings/locations/enable", "settings", ({ organization }) => {
    organization.details = { ...organization.details, is_locations_enabled: true };
    return done("We're enabling locations for your organization.");
  }),
  recordAction("POST", "locations", "markasprimary", ({ organization }, location) => {
    for (const row of organization.records("locations").all()) {
      setFields(organization, typeAt("locations"), row, {
        is_primary: row.location_id === location.location_id,
      });
    }
    return done("The location has been marked as primary.");
  }),
];
