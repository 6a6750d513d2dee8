import { booksActions } from "./books";
import { crmActions } from "./crm";

export const actions = { ...crmActions, ...booksActions };
