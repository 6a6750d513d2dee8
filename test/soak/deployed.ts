import { type FlowDefinition, Instance, type InstanceOptions } from "../../harness/platform";
import type { Change } from "../../src/zoho/changes/change";
import type { TestSandbox } from "../support/sandbox";
import { triggerRunner } from "../support/triggers";

/** A change as a flow receives it. */
export type Emitted = Change & { readonly itemKey: string };

/**
 * An instance with one flow, connected to the sandbox, and what the flow was handed. `reconnect` gives it a
 * fresh token, as the platform does in time.
 */
export async function deployable(
  sandbox: TestSandbox,
  definition: FlowDefinition,
  options: Partial<InstanceOptions> = {},
) {
  const connection = await sandbox.connection();
  const reconnect = async () => void Object.assign(connection, await sandbox.connection());
  const inputs = { connection, ...definition.inputs };
  const runner = triggerRunner();
  const instance = new Instance({ runner, flows: { Changes: { ...definition, inputs } }, ...options });
  const flow = instance.flow("Changes");
  return { runner, instance, flow, connection, reconnect, items: () => flow.items as Emitted[] };
}
