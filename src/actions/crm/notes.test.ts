import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";

const recordType = "Leads";

const text = { noteTitle: "First call", noteContent: "Prefers to be called in the morning." };

const notedLead = async (world: ExampleWorld) => {
  const recordId = await idOf(world, recordType);
  await world.act("crmCreateNote", { recordType, recordId, ...text });
  return { recordType, recordId };
};

exerciseActions("crm/notes", {
  crmCreateNote: async (world) => ({ recordType, recordId: await idOf(world, recordType), ...text }),
  crmGetNotes: notedLead,
  crmUpdateNote: async (world) => ({ noteId: await idOf(world, "Notes"), ...text }),
  crmRemoveNote: async (world) => ({ noteId: await idOf(world, "Notes") }),
});
