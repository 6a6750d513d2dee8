import defer * as actionParts from "./actions";
import { asError } from "./asError";
import { connections } from "./connections";
import defer * as dataSourceParts from "./dataSources";
import { lazyComponent } from "./lazyComponent";
import defer * as triggerParts from "./triggers";

export default lazyComponent(
  {
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
  },
  {
    actions: () => actionParts.actions,
    dataSources: () => dataSourceParts.dataSources,
    triggers: () => triggerParts.triggers,
  },
);
