import type { Arrival } from "./arrival";
import { carry, type Target } from "./pipeline";
import { refusals } from "./refusals";
import type { Outcome } from "./strike";
import { encode, onceOver, send } from "./wire";

/** Carries one call through the sandbox, sends what came of it, and writes it down. */
export async function exchange(arrival: Arrival, target: Target): Promise<void> {
  const { request, response } = arrival;
  const { ledger, journal, clock, behaviours } = request.world;
  ledger.arrive(request.method, request.path);
  onceOver(response, () => ledger.depart());
  const { answer, credits, cut } = await carryOrCrash(arrival, target);
  const payload = encode(answer.body);
  ledger.charge(credits);
  journal.record(arrival, cut?.kind === "reset" ? 0 : answer.status, payload);
  const date = behaviours.dateHeader === "apart" ? clock.nextOfServers() : clock.date();
  const headers = { Date: new Date(date).toUTCString(), ...answer.headers };
  send(response, { ...answer, headers }, payload, cut);
}

/**
 * An operation that throws is a mistake of the sandbox: the client sees Zoho's 500, and the console what it
 * was.
 */
async function carryOrCrash(arrival: Arrival, target: Target): Promise<Outcome> {
  try {
    return await carry(arrival, target);
  } catch (error) {
    console.error(`The sandbox failed at ${arrival.request.method} ${arrival.request.path}:`, error);
    return { answer: refusals[arrival.product].crash, credits: 0 };
  }
}
