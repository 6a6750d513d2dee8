import { switchBehaviours } from "./behaviours";
import { controlRoutes } from "./control/routes";
import { notEmulatedRoutes } from "./crm/notEmulated";
import { type Listening, serve } from "./http/server";
import { routes } from "./routes";
import { World } from "./world";

export interface SandboxOptions {
  /** Port on 127.0.0.1; 0, the default, takes any that is free. */
  port?: number;
  /** Seed of the first organisation; 1 when left out. */
  seed?: number;
  /** Behaviours to begin with, other than their defaults. */
  behaviours?: Readonly<Record<string, unknown>>;
}

/**
 * A running sandbox. Tests in the same process may look into `world`; everybody else has the control
 * interface.
 */
export interface Sandbox extends Listening {
  world: World;
}

/**
 * Starts an emulated Zoho: accounts, CRM and Books under one URL, and its control interface under
 * `/__sandbox`.
 */
export async function createSandbox({
  port = 0,
  seed = 1,
  behaviours = {},
}: SandboxOptions = {}): Promise<Sandbox> {
  const world = new World({ seed });
  const wrong = switchBehaviours(world.behaviours, behaviours);
  if (wrong !== undefined) throw new Error(wrong);
  return { ...(await serve(world, [...routes, ...notEmulatedRoutes(routes)], controlRoutes, port)), world };
}
