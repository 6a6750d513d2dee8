import { exerciseActions } from "../../../test/support/actions";

exerciseActions("books/raw", {
  booksRawRequest: () => ({
    url: "/books/v3/contacts?per_page=2",
    method: "GET",
    queryParams: [{ key: "filter_by", value: "Status.All" }],
  }),
});
