import { exerciseActions } from "../../test/support/actions";
import { zohoRawRequest } from "./raw";

exerciseActions("raw", {
  zohoRawRequest: () => ({ product: "inventory", organizationId: "10234695", url: "/items", method: "GET" }),
});

test("no product is a request to none", () => {
  const product = zohoRawRequest.inputs.product;
  expect(product.clean("desk")).toBe("desk");
  expect(() => product.clean("")).toThrow("Product: expected one of billing, bigin");
});
