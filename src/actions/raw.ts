import { input } from "@prismatic-io/spectral";
import { zohoAction } from "../define";
import { optionalChoice, optionalId } from "../inputs/cleaners";
import { otherRawInputs, url } from "../inputs/raw";
import { type OtherProductName, otherProducts, otherRawCall } from "../zoho/otherProducts";

const names = Object.keys(otherProducts).filter((name): name is OtherProductName => name in otherProducts);
const productOf = optionalChoice("Product", names);

const product = input({
  label: "Product",
  type: "string",
  required: true,
  model: names.map((name) => ({ label: `Zoho ${otherProducts[name].label}`, value: name })),
  comments: `The product to send the request to. Its scope has to be added to the Scopes of the connection: ${names
    .map((name) => `\`${otherProducts[name].scope}\` for ${otherProducts[name].label}`)
    .join(", ")}, or a narrower one of the same product.`,
  example: "inventory",
  clean: (value: unknown) => {
    const name = productOf(value);
    if (name !== undefined) return name;
    throw new Error(`Product: expected one of ${names.join(", ")}, got nothing.`);
  },
});

const organizationId = input({
  label: "Organization ID",
  type: "string",
  placeholder: "Enter an organization ID",
  comments:
    "The unique identifier of the organization in that product, for Billing, Desk, Expense, Inventory and Invoice: it is sent where the product wants it. Leave empty for the others, and where the login has one organization only.",
  example: "10234695",
  clean: optionalId("Organization ID"),
});

const otherUrl = input({
  ...url,
  comments:
    "The path of the request, without a host: the host comes from the product and the connection. The product and the API version may be left out, as in `/items` for `/inventory/v1/items`.",
  example: "/inventory/v1/items",
});

const likeItems = { body: '{ "name": "Bags-small", "rate": 12 }', parameter: "per_page: 200" };

const rawExample = {
  code: 0,
  message: "success",
  items: [{ item_id: "4815000000044208", name: "Bags-small" }],
};

export const zohoRawRequest = zohoAction({
  label: "Zoho - Raw Request to Other Products",
  description:
    "Sends a request to any path of Zoho's other products on the same login: Inventory, Billing, Invoice, Expense, Desk, Bigin, Mail, Projects, Campaigns, Recruit or Sign.",
  inputs: { product, organizationId, ...otherRawInputs(otherUrl, likeItems) },
  call: ({ others }, input) => otherRawCall(others, input),
  writes: true,
  example: rawExample,
});
