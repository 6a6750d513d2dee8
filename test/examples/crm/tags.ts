import { type Example, type ExampleWorld, idOf } from "../world";

const recordType = "Leads";
const unknownId = "5725767000000999999";

const tagged = async (world: ExampleWorld) => {
  const inputs = { recordType, recordIds: [await idOf(world, recordType), unknownId], tags: ["Trade Show"] };
  await world.act("crmAddTags", inputs);
  return inputs;
};

const tag = { recordType, tagName: "Trade Show", colorCode: "#F17574" };

export const examples: Record<string, Example> = {
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
  crmRemoveTag: async (world) => {
    await world.act("crmCreateTag", tag);
    return { recordType, tag: tag.tagName };
  },
};
