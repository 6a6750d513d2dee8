import { exerciseActions, idOf } from "../../../test/support/actions";
import { isObject } from "../../zoho/core/json";

exerciseActions("crm/inventory", {
  crmConvertInventoryRecord: async (world) => ({
    recordType: "Quotes",
    recordId: await idOf(world, "Quotes"),
    convertTo: "Sales_Orders",
  }),
  crmMassConvertInventoryRecords: async (world) => {
    const [quote, other] = await world.records("Quotes");
    return {
      recordType: "Quotes",
      recordIds: [quote?.id, other?.id],
      convertTo: "Invoices",
      carryOverTags: true,
      assignTo: isObject(quote?.Owner) ? quote.Owner.id : undefined,
    };
  },
});
