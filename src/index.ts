import { oauth2 } from "./connections/oauth2";
import { regionalConnections } from "./connections/regional";
import { zohoSelfClient } from "./connections/zohoSelfClient";
import { zohoVerticalSolution } from "./connections/zohoVerticalSolution";
import { type Keyed, lazyComponent } from "./lazyComponent";
import { actions, dataSources, triggers } from "./parts";

export const connections = [...regionalConnections, zohoSelfClient, oauth2, zohoVerticalSolution];

/** For the error hook: an `Error` passes as it is, anything else becomes one that can be read. */
const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(typeof error === "string" ? error : JSON.stringify(error));

/** The component with its parts by their keys. */
export type Zoho = Keyed<{
  readonly actions: typeof actions;
  readonly dataSources: typeof dataSources;
  readonly triggers: typeof triggers;
}>;

const zoho: Zoho = lazyComponent(
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

export default zoho;
