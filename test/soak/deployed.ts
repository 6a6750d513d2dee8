import { type FlowDefinition, Instance, type InstanceOptions } from "../../harness/platform";
import type { Change } from "../../src/zoho/changes/change";
import type { TestSandbox } from "../support/sandbox";
import { triggerRunner } from "../support/triggers";

/** A change as a flow receives it. */
export type Emitted = Change & { readonly itemKey: string };

/** The end of a machine in the middle of its work. */
export class Death extends Error {}

let logins = 0;

/**
 * An instance with one flow, connected to the sandbox by a login of its own, so that none waits for the
 * limits of another, and what the flow was handed. `reconnect` gives it a fresh token, as the platform does
 * in time.
 */
export async function deployable(
  sandbox: TestSandbox,
  definition: FlowDefinition,
  options: Partial<InstanceOptions> = {},
) {
  logins += 1;
  const refresh_token = `login ${logins}`;
  const connected = async () => {
    const value = await sandbox.connection();
    return { ...value, token: { ...value.token, refresh_token } };
  };
  const connection = await connected();
  const reconnect = async () => void Object.assign(connection, await connected());
  const inputs = { connection, ...definition.inputs };
  const runner = triggerRunner();
  const instance = new Instance({ runner, flows: { Changes: { ...definition, inputs } }, ...options });
  const flow = instance.flow("Changes");
  return { runner, instance, flow, connection, reconnect, items: () => flow.items as Emitted[] };
}
