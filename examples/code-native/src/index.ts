import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { sendRecords, upsertRecords } from "./flows";

type Registry = typeof componentRegistry;
type Pages = typeof configPages;

/** Tells the SDK what this integration has, so that flows know the types of its values. */
declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
  interface IntegrationDefinitionComponentRegistry extends Registry {}
}

export default integration({
  name: "Zoho and Acme",
  description: "Keeps records of a Zoho CRM module in step with Acme",
  iconPath: "icon.png",
  componentRegistry,
  configPages,
  flows: [sendRecords, upsertRecords],
});
