import { booksDataSources } from "./books";
import { crmDataSources } from "./crm";

export const dataSources = { ...crmDataSources, ...booksDataSources };
