import { input } from "@prismatic-io/spectral";
import { booksAction } from "../../define";
import { rawInputs, url } from "../../inputs/raw";
import { booksRawCall } from "../../zoho/books/raw";

const booksUrl = input({
  ...url,
  comments:
    "The path of the request, with the API version and without a host: the host comes from the connection. The organization is added.",
  example: "/books/v3/invoices",
});

const rawExample = {
  code: 0,
  message: "success",
  contacts: [{ contact_id: "460000000026049", contact_name: "Bowman & Co" }],
};

export const booksRawRequest = booksAction({
  label: "Books - Raw Request",
  description: "Sends a request to any path of the Zoho Books API.",
  inputs: { ...rawInputs, url: booksUrl },
  call: booksRawCall,
  writes: true,
  example: rawExample,
});
