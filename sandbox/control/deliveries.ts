import type { Answer } from "../core/answer";
import type { Deliveries, Delivery, Order } from "../core/deliveries";
import type { ControlRoute } from "../http/server";
import type { World } from "../world";
import { isOrder, withBody } from "./validate";

async function page<Kind extends Delivery>(deliveries: Deliveries<Kind>): Promise<Answer> {
  await deliveries.settled();
  const { isHolding, held, sent } = deliveries;
  return { status: 200, body: { hold: isHolding, held, sent } };
}

async function carryOut<Kind extends Delivery>(
  { hold, drop, release, together }: Order,
  deliveries: Deliveries<Kind>,
): Promise<Answer> {
  if (hold !== undefined) deliveries.isHolding = hold;
  if (drop) deliveries.drop(drop);
  if (release) await deliveries.release(release, together);
  return page(deliveries);
}

/**
 * The calls of an organisation, with those in them that have happened so far: `GET` waits for those under way
 * and shows what was sent and what is held.
 */
export const deliveryRoutes = <Kind extends Delivery>(
  path: string,
  deliveriesOf: (world: World) => Deliveries<Kind>,
): readonly ControlRoute[] => [
  { method: "GET", path, handle: ({ world }) => page(deliveriesOf(world)) },
  {
    method: "POST",
    path,
    handle: withBody(isOrder, (order, { world }) => carryOut(order, deliveriesOf(world))),
  },
];
