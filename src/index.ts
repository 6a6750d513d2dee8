import { connections } from "./connections";
import { lazyComponent } from "./lazyComponent";
import { actions, dataSources, triggers } from "./parts";

/** For the error hook: an `Error` passes as it is, anything else becomes one that can be read. */
const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(typeof error === "string" ? error : JSON.stringify(error));

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
  { actions, dataSources, triggers },
);
