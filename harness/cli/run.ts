import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Params } from "../component";
import { Instance } from "../platform";
import type { Runner } from "../runner";
import type { Request, Settings } from "./program";
import type { Cost, Outcome } from "./report";
import { readValue } from "./values";
import { openZoho, type Zoho } from "./zoho";

const FLOW = "Command line";

/**
 * Deploys a trigger alone in a flow, runs it once and removes it again. With a state file it goes on from
 * there instead, and stays deployed.
 */
async function runTrigger(runner: Runner, key: string, inputs: Params, settings: Settings): Promise<unknown> {
  const { state: file, payload, debug } = settings;
  const instance = new Instance({ runner, debug, flows: { [FLOW]: { trigger: key, inputs } } });
  const flow = instance.flow(FLOW);
  if (file && existsSync(file)) {
    const { instanceState, crossFlowState, integrationState } = JSON.parse(readFileSync(file, "utf8"));
    Object.assign(flow.state.instanceState, instanceState);
    Object.assign(flow.state.crossFlowState, crossFlowState);
    Object.assign(flow.state.integrationState, integrationState);
  } else {
    await instance.deploy();
  }
  const { status, rounds, response } = await (payload
    ? flow.webhook({ body: readValue("jsonForm", payload) })
    : flow.schedule());
  if (file) writeFileSync(file, JSON.stringify(flow.state));
  else await instance.delete();
  return { status, rounds, response, executions: flow.executions.map(({ payload: { body } }) => body.data) };
}

function runPart(runner: Runner, { kind, key, settings }: Request, inputs: Params): Promise<unknown> {
  switch (kind) {
    case "action":
      return runner.action(key, inputs, { debug: settings.debug });
    case "dataSource":
      return runner.dataSource(key, inputs, { debug: settings.debug });
    case "trigger":
      return runTrigger(runner, key, inputs, settings);
  }
}

async function spent(zoho: Zoho, before: Cost | undefined): Promise<Cost | undefined> {
  const after = await zoho.spent();
  return (
    before && after && { requests: after.requests - before.requests, credits: after.credits - before.credits }
  );
}

const noZoho: Zoho = { connection: undefined, spent: async () => undefined, close: async () => undefined };

/**
 * Runs what was asked for against its Zoho, and closes what it opened. What the component throws is part of
 * the outcome.
 */
export async function runRequest(runner: Runner, request: Request): Promise<Outcome> {
  const zoho = request.connectionInputs.length > 0 ? await openZoho(request.settings) : noZoho;
  try {
    const before = await zoho.spent();
    const connections = request.connectionInputs.map((key) => [key, zoho.connection]);
    const ended = await runPart(runner, request, {
      ...request.inputs,
      ...Object.fromEntries(connections),
    }).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    return { ...ended, logs: runner.logs, cost: await spent(zoho, before) };
  } finally {
    await zoho.close();
  }
}
