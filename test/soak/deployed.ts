import { component } from "@prismatic-io/spectral";
import { type FlowDefinition, Instance, type InstanceOptions } from "../../harness/platform";
import { createRunner } from "../../harness/runner";
import { connections } from "../../src/connections";
import { crmTriggers } from "../../src/triggers/crm";
import type { Change } from "../../src/zoho/crm/changes/types";
import type { TestSandbox } from "../support/sandbox";

/** The component's triggers, from their source. */
export const triggers = component({
  key: "zoho",
  display: { label: "Zoho", description: "The triggers.", iconPath: "icon.png" },
  connections,
  triggers: { ...crmTriggers },
});

/** An instance with one flow, connected to the sandbox, and what the flow was handed. `reconnect` gives it a fresh token, as the platform does in time. */
export async function deployable(
  sandbox: TestSandbox,
  definition: FlowDefinition,
  options: Partial<InstanceOptions> = {},
) {
  const connection = await sandbox.connection();
  const reconnect = async () => void Object.assign(connection, await sandbox.connection());
  const inputs = { connection, ...definition.inputs };
  const runner = createRunner();
  const instance = new Instance({ runner, flows: { Changes: { ...definition, inputs } }, ...options });
  const flow = instance.flow("Changes");
  return { runner, instance, flow, connection, reconnect, items: () => flow.items as Change[] };
}
