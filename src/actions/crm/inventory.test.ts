import { exerciseActions, idOf } from "../../../test/support/actions";

exerciseActions("crm/inventory", {
  crmConvertInventoryRecord: async (world) => ({
    recordType: "Quotes",
    recordId: await idOf(world, "Quotes"),
    convertTo: "Sales_Orders",
  }),
});
