import { booksAction } from "../../define";
import { ownRawInputs } from "../../inputs/raw";
import { booksRawCall } from "../../zoho/books/raw";
import { listedContact, pageContext } from "./exampleValues";

const rawExample = {
  code: 0,
  message: "success",
  contacts: [listedContact],
  page_context: { ...pageContext, report_name: "Contacts", sort_column: "contact_name", sort_order: "A" },
};

export const booksRawRequest = booksAction({
  label: "Books - Raw Request",
  description:
    "Sends a request to any path of the Zoho Books API, written by hand or picked from all of Zoho's operations, and refuses wrong paths and methods before they are sent.",
  inputs: ownRawInputs({
    picker: "selectBooksOperation",
    bodies: "selectBooksBody",
    operation: "POST /invoices/{invoice_id}/status/sent",
    pathValues: "invoice_id: 982000000567114",
    url: "/books/v3/invoices",
    body: '{ "contact_name": "Bowman & Co" }',
    parameter: "filter_by: Status.Overdue",
    more: "The product and the API version may be left out, as in `/invoices` for `/books/v3/invoices`. The organization is added.",
  }),
  call: booksRawCall,
  writes: true,
  example: rawExample,
});
