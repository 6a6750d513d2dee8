import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Source, tallyComponent } from "../../test/fixtures/tally";
import { createRunner } from "../runner";
import type { Request } from "./program";
import { machineReport, report } from "./report";
import { runRequest } from "./run";

const run = (request: Partial<Request>, source = new Source()) =>
  runRequest(createRunner({ component: tallyComponent(source) }), {
    kind: "action",
    key: "echo",
    inputs: {},
    connectionInputs: [],
    settings: { connection: "tallyConnection" },
    ...request,
  });

it("prints the result, files by their size, then the log", async () => {
  const outcome = await run({ inputs: { text: "a", file: { data: Buffer.from("abc") } } });
  const text = report({ ...outcome, cost: { requests: 2, credits: 1 } });
  expect(text).toContain('"data": "<3 bytes>"');
  expect(text.split("\n").slice(-2)).toEqual([
    "info   echoing { text: 'a' }",
    "cost   requests 2, credits 1",
  ]);
});

it("reports what the component threw", async () => {
  const outcome = await run({ key: "count", inputs: { fail: "true" } });
  expect(report(outcome)).toBe("Error: Tally: asked to fail");
  expect(JSON.parse(machineReport(outcome))).toEqual({
    error: { name: "Error", message: "Tally: asked to fail" },
    logs: [],
  });
});

it("runs a data source", async () => {
  expect(await run({ kind: "dataSource", key: "selectNumber", inputs: { text: "n" } })).toMatchObject({
    result: { result: [{ label: "n" }] },
  });
});

it("deploys a trigger, runs it, and leaves nothing behind", async () => {
  const source = new Source();
  const settings = { connection: "tallyConnection", payload: '{"id":7}' };
  const outcome = await run({ kind: "trigger", key: "hook", inputs: { text: "t" }, settings }, source);
  expect(outcome).toMatchObject({ result: { status: "completed", executions: [{ id: 7 }] } });
  expect(source.webhooks).toEqual([]);
});

it("goes on from a state file", async () => {
  const state = path.join(mkdtempSync(path.join(tmpdir(), "harness-")), "state.json");
  const source = new Source();
  source.items = [1, 2];
  const poll = () =>
    run({ kind: "trigger", key: "pages", settings: { connection: "tallyConnection", state } }, source);
  expect(await poll()).toMatchObject({ result: { executions: [[1, 2]] } });
  expect(existsSync(state)).toBe(true);
  source.items.push(3);
  expect(await poll()).toMatchObject({ result: { executions: [[3]] } });
});
