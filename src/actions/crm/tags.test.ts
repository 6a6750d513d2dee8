import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";

const recordType = "Leads";

const unknownId = "5725767000000999999";

const tagged = async (world: ExampleWorld) => {
  const inputs = { recordType, recordIds: [await idOf(world, recordType), unknownId], tags: ["Trade Show"] };
  await world.act("crmAddTags", inputs);
  return inputs;
};

const tag = { recordType, tagName: "Trade Show", colorCode: "#F17574" };

exerciseActions("crm/tags", {
  crmAddTags: async (world) => ({
    recordType,
    recordIds: [await idOf(world, recordType), unknownId],
    tags: ["Trade Show"],
  }),
  crmRemoveTags: tagged,
  crmGetTags: async (world) => {
    await world.act("crmCreateTag", tag);
    return { recordType };
  },
  crmCreateTag: () => tag,
  crmUpdateTag: async (world) => {
    await tagged(world);
    return { recordType, tag: tag.tagName, tagName: "Trade Fair", colorCode: "#57B1FD" };
  },
  crmRemoveTag: async (world) => {
    await world.act("crmCreateTag", tag);
    return { recordType, tag: tag.tagName };
  },
  crmMergeTags: async (world) => {
    await world.act("crmCreateTag", tag);
    await world.act("crmCreateTag", { ...tag, tagName: "Trade Fair" });
    return { recordType, tag: tag.tagName, mergedTag: "Trade Fair" };
  },
  crmCountTaggedRecords: async (world) => {
    await tagged(world);
    return { recordType, tag: tag.tagName };
  },
});
