import { component } from "@prismatic-io/spectral";
import { booksActions } from "./actions/books";
import { crmActions } from "./actions/crm";
import { asError } from "./client";
import { connections } from "./connections";
import { booksDataSources } from "./dataSources/books";
import { crmDataSources } from "./dataSources/crm";
import { crmTriggers } from "./triggers/crm";

export default component({
  key: "zoho",
  public: false,
  display: {
    label: "Zoho",
    description: "Manages records, files, queries and changes in Zoho CRM and Zoho Books.",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  hooks: { error: asError },
  connections,
  actions: { ...crmActions, ...booksActions },
  dataSources: { ...crmDataSources, ...booksDataSources },
  triggers: { ...crmTriggers },
});
