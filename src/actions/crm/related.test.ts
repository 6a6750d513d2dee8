import { exerciseActions, idOf } from "../../../test/support/actions";

const recordType = "Leads";

const relatedList = "Products";

const unknownId = "5725767000000999999";

exerciseActions("crm/related", {
  crmGetRelatedRecords: async (world) => {
    const recordId = await idOf(world, recordType);
    const recordIds = [await idOf(world, "Products")];
    await world.act("crmLinkRelatedRecords", { recordType, recordId, relatedList, recordIds });
    return { recordType, recordId, relatedList, fields: ["Product_Name", "Product_Code", "Unit_Price"] };
  },
  crmLinkRelatedRecords: async (world) => ({
    recordType: "Deals",
    recordId: await idOf(world, "Deals"),
    relatedList: "Contact_Roles",
    records: [
      { id: await idOf(world, "Contacts"), Contact_Role: { name: "Decision Maker" } },
      { id: await idOf(world, "Contacts", 1) },
    ],
  }),
  crmUnlinkRelatedRecords: async (world) => {
    const recordId = await idOf(world, recordType);
    const productId = await idOf(world, "Products");
    await world.act("crmLinkRelatedRecords", { recordType, recordId, relatedList, recordIds: [productId] });
    return { recordType, recordId, relatedList, recordIds: [productId, unknownId] };
  },
  crmCountRelatedRecords: async (world) => ({
    recordType: "Accounts",
    recordId: await idOf(world, "Accounts"),
    relatedLists: ["Contacts", "Deals"],
  }),
});
