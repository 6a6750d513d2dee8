import type { JsonObject } from "../../src/zoho/core/json";

/** What an example may look at to find ids that are there; everything in it is the seeded organisation. */
export interface ExampleWorld {
  readonly url: string;
  /** Every record of a CRM module as stored. */
  records(module: string): Promise<JsonObject[]>;
  /** Runs an action of the component and gives the `data` that it returned, for examples that stand on others. */
  act(key: string, inputs: Record<string, unknown>): Promise<JsonObject>;
}

/** The inputs, without the connection, with which an action does something typical. */
export type Example = (world: ExampleWorld) => Promise<Record<string, unknown>> | Record<string, unknown>;

export const idOf = async (world: ExampleWorld, module: string, index = 0): Promise<string> =>
  String((await world.records(module))[index]?.id);
