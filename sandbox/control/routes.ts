import { defaultBehaviours, listBehaviours, switchBehaviours } from "../behaviours";
import { booksControl } from "../books/control";
import type { Answer } from "../core/answer";
import type { Fault } from "../core/faults";
import { notificationsOf } from "../crm/notifications/notifications";
import { writeAsOther } from "../crm/records/write/other";
import type { ControlRoute } from "../http/server";
import type { World } from "../world";
import { connection } from "./connection";
import { deliveryRoutes } from "./deliveries";
import { problem } from "./problem";
import {
  areChoices,
  areFaults,
  type GivenFault,
  isClock,
  isLimits,
  isReset,
  isWrite,
  withBody,
} from "./validate";

const ok = (body: unknown): Answer => ({ status: 200, body });

const clockPage = ({ clock }: World) =>
  ok({ now: new Date(clock.now()).toISOString(), dateSkewSeconds: clock.dateSkewSeconds });
const behavioursPage = ({ behaviours }: World) => ok({ behaviours: listBehaviours(behaviours) });
const faultsPage = ({ faults }: World) => ok({ faults: faults.list() });

export const controlRoutes: readonly ControlRoute[] = [
  { method: "GET", path: "/__sandbox/connection", handle: connection },
  {
    method: "POST",
    path: "/__sandbox/reset",
    handle: withBody(isReset, (options, { world }) => {
      try {
        world.reset(options);
      } catch (error) {
        return problem(messageOf(error));
      }
      return ok({ seed: options.seed ?? 1 });
    }),
  },
  { method: "GET", path: "/__sandbox/ledger", handle: ({ world }) => ok(world.ledger.page()) },
  {
    method: "DELETE",
    path: "/__sandbox/ledger",
    handle: ({ world }) => {
      world.ledger.clear();
      return ok(world.ledger.page());
    },
  },
  {
    method: "GET",
    path: "/__sandbox/requests",
    handle: async ({ world }) => ok({ requests: await world.journal.entries() }),
  },
  {
    method: "DELETE",
    path: "/__sandbox/requests",
    handle: ({ world }) => {
      world.journal.clear();
      return ok({ requests: [] });
    },
  },
  { method: "GET", path: "/__sandbox/faults", handle: ({ world }) => faultsPage(world) },
  {
    method: "POST",
    path: "/__sandbox/faults",
    handle: withBody(areFaults, (given, { world }) => {
      try {
        world.faults.add(given.map(completed));
      } catch (error) {
        return problem(messageOf(error));
      }
      return faultsPage(world);
    }),
  },
  {
    method: "DELETE",
    path: "/__sandbox/faults",
    handle: ({ world }) => {
      world.faults.clear();
      return faultsPage(world);
    },
  },
  { method: "GET", path: "/__sandbox/behaviours", handle: ({ world }) => behavioursPage(world) },
  {
    method: "POST",
    path: "/__sandbox/behaviours",
    handle: withBody(areChoices, (given, { world }) => {
      const wrong = switchBehaviours(world.behaviours, given);
      return wrong === undefined ? behavioursPage(world) : problem(wrong);
    }),
  },
  {
    method: "DELETE",
    path: "/__sandbox/behaviours",
    handle: ({ world }) => {
      Object.assign(world.behaviours, defaultBehaviours());
      return behavioursPage(world);
    },
  },
  { method: "GET", path: "/__sandbox/clock", handle: ({ world }) => clockPage(world) },
  {
    method: "POST",
    path: "/__sandbox/clock",
    handle: withBody(isClock, ({ advanceSeconds = 0, dateSkewSeconds }, { world }) => {
      world.clock.advance(advanceSeconds);
      if (dateSkewSeconds !== undefined) world.clock.skewDate(dateSkewSeconds);
      return clockPage(world);
    }),
  },
  {
    method: "GET",
    path: "/__sandbox/records/:module",
    handle: ({ params: { module = "" }, world }) =>
      world.crm.schema.get(module) ? ok({ data: world.crm.records(module) }) : noModule(module),
  },
  {
    method: "POST",
    path: "/__sandbox/records/:module",
    handle: withBody(isWrite, ({ data }, { params: { module = "" }, world }) =>
      world.crm.schema.get(module) ? ok({ data: writeAsOther(world.crm, module, data) }) : noModule(module),
    ),
  },
  ...deliveryRoutes("/__sandbox/deliveries", ({ crm }) => notificationsOf(crm).soFar()),
  ...deliveryRoutes("/__sandbox/books/deliveries", ({ books }) => books.first.deliveries),
  ...booksControl,
  { method: "GET", path: "/__sandbox/limits", handle: ({ world }) => ok(world.limits) },
  {
    method: "POST",
    path: "/__sandbox/limits",
    handle: withBody(isLimits, ({ books, ...limits }, { world }) => {
      Object.assign(world.limits.books, books);
      return ok(Object.assign(world.limits, limits));
    }),
  },
];

function completed({ skip = 0, times = 1, applied, effect, ...rest }: GivenFault): Fault {
  return { ...rest, skip, times, effect: applied === undefined ? effect : { ...effect, applied } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function noModule(module: string): Answer {
  return problem(`Unknown module "${module}".`);
}
