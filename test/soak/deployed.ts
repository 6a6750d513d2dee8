import { type FlowDefinition, Instance, type InstanceOptions } from "../../harness/platform";
import { Runner } from "../../harness/runner";
import component from "../../src/index";
import type { Change } from "../../src/zoho/crm/changes/types";
import type { TestSandbox } from "../support/sandbox";

/** An instance with one flow, connected to the sandbox, and what the flow was handed. */
export async function deployable(
  sandbox: TestSandbox,
  definition: FlowDefinition,
  options: Partial<InstanceOptions> = {},
) {
  const inputs = { connection: await sandbox.connection(), ...definition.inputs };
  const runner = new Runner(component);
  const instance = new Instance({ runner, flows: { Changes: { ...definition, inputs } }, ...options });
  const flow = instance.flow("Changes");
  return { runner, instance, flow, items: () => flow.items as Change[] };
}
