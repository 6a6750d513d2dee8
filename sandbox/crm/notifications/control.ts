import { problem } from "../../control/problem";
import type { Answer } from "../../core/answer";
import type { ControlRoute } from "../../http/server";
import type { World } from "../../world";
import { isObject } from "../objects";
import type { Choice } from "./deliveries";
import { notificationsOf } from "./notifications";

/** What `POST /__sandbox/deliveries` takes, done in this order. */
interface Order {
  /** Whether calls are held from now on. */
  hold?: boolean;
  drop?: Choice;
  release?: Choice;
  /** Whether those released are sent at the same time. */
  together?: boolean;
}

const isChoice = (value: unknown): value is Choice =>
  value === "all" || (Array.isArray(value) && value.every((item) => Number.isInteger(item)));

function orderOf(body: unknown = {}): Order | string {
  if (!isObject(body)) return "The body is no object.";
  const { hold, drop, release, together, ...rest } = body;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) return `Unknown key "${stranger}".`;
  if (hold !== undefined && typeof hold !== "boolean") return "hold is true or false.";
  if (together !== undefined && typeof together !== "boolean") return "together is true or false.";
  if (drop !== undefined && !isChoice(drop)) return 'drop is "all" or a list of numbers.';
  if (release !== undefined && !isChoice(release)) return 'release is "all" or a list of numbers.';
  return { hold, drop, release, together };
}

async function page({ crm }: World): Promise<Answer> {
  const notifications = notificationsOf(crm);
  notifications.flush();
  const { deliveries } = notifications;
  await deliveries.settled();
  const { isHolding, held, sent } = deliveries;
  return { status: 200, body: { hold: isHolding, held, sent } };
}

/** Calls to channels: `GET` waits for those under way and shows what was sent and what is held. */
export const deliveryControl: readonly ControlRoute[] = [
  { method: "GET", path: "/__sandbox/deliveries", handle: ({ world }) => page(world) },
  {
    method: "POST",
    path: "/__sandbox/deliveries",
    handle: async ({ body, world }) => {
      const order = orderOf(body);
      if (typeof order === "string") return problem(order);
      const notifications = notificationsOf(world.crm);
      notifications.flush();
      const { deliveries } = notifications;
      if (order.hold !== undefined) deliveries.isHolding = order.hold;
      if (order.drop) deliveries.drop(order.drop);
      if (order.release) await deliveries.release(order.release, order.together);
      return page(world);
    },
  },
];
