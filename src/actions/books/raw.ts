import { booksAction } from "../../define";
import { ownRawInputs } from "../../inputs/raw";
import { booksRawCall } from "../../zoho/books/raw";

const rawExample = {
  code: 0,
  message: "success",
  currencies: [
    {
      currency_id: "982000000567085",
      currency_code: "USD",
      currency_name: "US Dollar",
      currency_name_formatted: "USD- US Dollar",
      currency_symbol: "$",
      price_precision: 2,
      currency_format: "1,234,567.89",
      is_base_currency: true,
      exchange_rate: 0,
      effective_date: "",
      auto_exchange_rate_enabled: false,
    },
  ],
  page_context: { page: 1, per_page: 200, has_more_page: false, report_name: "Currencies" },
};

export const booksRawRequest = booksAction({
  label: "Books - Raw Request",
  description:
    "Sends a request to any path of the Zoho Books API, written by hand or picked from all of Zoho's operations, and refuses wrong paths and methods before they are sent.",
  inputs: ownRawInputs({
    picker: "selectBooksOperation",
    operation: "POST /invoices/{invoice_id}/status/sent",
    pathValues: "invoice_id: 982000000567114",
    url: "/books/v3/invoices",
    more: "The product and the API version may be left out, as in `/invoices` for `/books/v3/invoices`. The organization is added.",
  }),
  call: booksRawCall,
  writes: true,
  example: rawExample,
});
