import { exerciseActions } from "../../../test/support/actions";

exerciseActions("books/organizations", {
  booksGetOrganizations: () => ({}),
});
