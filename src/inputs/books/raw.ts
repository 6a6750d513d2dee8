import { input } from "@prismatic-io/spectral";
import { url } from "../raw";

export const booksUrl = input({
  ...url,
  comments:
    "The path of the request, with the API version and without a host: the host comes from the connection. The organisation is added.",
  example: "/books/v3/invoices",
});
