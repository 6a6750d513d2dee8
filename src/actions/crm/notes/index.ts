import { crmCreateNote } from "./crmCreateNote";
import { crmGetNotes } from "./crmGetNotes";
import { crmRemoveNote } from "./crmRemoveNote";
import { crmUpdateNote } from "./crmUpdateNote";

export const notesActions = { crmCreateNote, crmGetNotes, crmRemoveNote, crmUpdateNote };
