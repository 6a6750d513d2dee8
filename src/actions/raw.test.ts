import { exerciseActions } from "../../test/support/actions";

exerciseActions("raw", {
  zohoRawRequest: () => ({ product: "inventory", organizationId: "10234695", url: "/items", method: "GET" }),
});
