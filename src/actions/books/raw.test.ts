import { exerciseActions } from "../../../test/support/actions";

exerciseActions("books/raw", {
  booksRawRequest: () => ({
    url: "/books/v3/settings/currencies?per_page=2",
    method: "GET",
    queryParams: [{ key: "page", value: "1" }],
  }),
});
