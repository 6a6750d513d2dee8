import { Source, tallyComponent } from "../test/fixtures/tally";
import { type FlowDefinition, Instance, type InstanceOptions } from "./platform";
import { createRunner } from "./runner";
import { serveWebhooks } from "./webhookServer";

const deployed = async (
  definition: FlowDefinition,
  source: Source,
  options: Partial<InstanceOptions> = {},
) => {
  const runner = createRunner({ component: tallyComponent(source) });
  const instance = new Instance({ runner, flows: { "My Flow": definition }, ...options });
  await instance.deploy();
  return { instance, flow: instance.flow("My Flow") };
};

const crashAt = (at: string, round = 1) => {
  const crash = { armed: true };
  return {
    crash,
    onStep: (step: { at: string; round: number }) => {
      if (crash.armed && step.at === at && step.round === round) throw new Error("crash");
    },
  };
};

describe("a polling trigger", () => {
  const poll = { trigger: "poll", inputs: { text: "t" } };

  it("emits what is new, and nothing the next time", async () => {
    const source = new Source();
    const { flow } = await deployed(poll, source);
    source.items = [1, 2];
    expect(await flow.schedule()).toMatchObject({ status: "completed", executions: 1 });
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });
    source.items.push(3);
    await flow.schedule();
    expect(flow.items).toEqual([1, 2, 3]);
  });

  it("tells the trigger that its run is a scheduled one", async () => {
    const source = new Source();
    source.items = [1];
    const { flow } = await deployed(poll, source);
    await flow.schedule();
    expect(flow.executions[0]?.payload.headers).toEqual({ "prismatic-invoke-type": "Scheduled" });
  });

  it.each(["performed", "dispatching", "saving"])("does not move on when it crashes at %s", async (at) => {
    const source = new Source();
    source.items = [1, 2];
    const { crash, onStep } = crashAt(at);
    const { flow } = await deployed(poll, source, { onStep });
    await expect(flow.schedule()).rejects.toThrow("crash");
    expect(flow.state.instanceState).toEqual({});
    crash.armed = false;
    await flow.schedule();
    expect(flow.items).toEqual(at === "saving" ? [1, 2, 1, 2] : [1, 2]);
  });
});

describe("a batching trigger", () => {
  const pages = { trigger: "pages", inputs: {} };

  it("runs a round a page and hands the items of each on in batches", async () => {
    const source = new Source();
    source.items = [1, 2, 3, 4, 5];
    source.pageSize = 4;
    const { flow } = await deployed(pages, source);
    expect(await flow.schedule()).toMatchObject({ rounds: 2, executions: 3 });
    expect(flow.executions.map(({ payload }) => payload.body.data)).toEqual([[1, 2, 3], [4], [5]]);
  });

  it("hands single items on when the flow's batches have one", async () => {
    const source = new Source();
    source.items = [1, 2];
    const { flow } = await deployed({ ...pages, batchSize: 1 }, source);
    await flow.schedule();
    expect(flow.executions.map(({ payload }) => payload.body.data)).toEqual([1, 2]);
  });

  it("saves state after the last round, and after each where asked", async () => {
    for (const saves of ["lastRound", "eachRound"] as const) {
      const source = new Source();
      source.items = [1, 2, 3, 4, 5];
      const saved: number[] = [];
      const onStep = ({ at, round }: { at: string; round: number }) =>
        void (at === "saved" && saved.push(round));
      const { flow } = await deployed(pages, source, { saves, onStep });
      await flow.schedule();
      expect(saved).toEqual(saves === "lastRound" ? [3] : [1, 2, 3]);
    }
  });

  it("starts over after a crash in a later round, with what was handed on before handed on again", async () => {
    const source = new Source();
    source.items = [1, 2, 3];
    const { crash, onStep } = crashAt("performed", 2);
    const { flow } = await deployed(pages, source, { onStep });
    await expect(flow.schedule()).rejects.toThrow("crash");
    crash.armed = false;
    await flow.schedule();
    expect(flow.items).toEqual([1, 2, 1, 2, 3]);
  });

  it("runs its initial sync with every deployment", async () => {
    const source = new Source();
    source.items = [1, 2, 3];
    const { instance, flow } = await deployed({ ...pages, initialSync: { last: "2" } }, source);
    await instance.deploy();
    expect(flow.items).toEqual([2, 3, 2, 3]);
  });

  it("may not report no changes in a later round", async () => {
    const { flow } = await deployed({ trigger: "restless", inputs: {}, batchSize: 1 }, new Source());
    await expect(flow.schedule()).rejects.toThrow("Trigger restless reports no changes in round 2 of a run.");
    expect(flow.items).toEqual([1]);
  });

  it("is not looped over where the flow does not batch", async () => {
    const { flow } = await deployed({ trigger: "restless", inputs: {} }, new Source());
    expect(await flow.schedule()).toMatchObject({ rounds: 1, executions: 1 });
  });

  it("counts a failing execution as received", async () => {
    const source = new Source();
    source.items = [1];
    const onExecution = () => {
      throw new Error("a later step failed");
    };
    const { flow } = await deployed({ ...pages, onExecution }, source);
    await flow.schedule();
    await flow.schedule();
    expect(flow.executions.map(({ outcome }) => outcome)).toEqual(["failed"]);
  });
});

describe("what the platform does not let pass", () => {
  it("is a page of more than 5 MB, of items and pagination state together", async () => {
    const source = new Source();
    source.items = [1, 2, 3];
    const { flow, instance } = await deployed({ trigger: "pages", inputs: {} }, source);
    const pages = instance.runner.find("pages");
    const { getNextPaginationState } = pages;
    const padded = (bytes: number) => {
      pages.getNextPaginationState = (context, result) => {
        const next = getNextPaginationState?.(context, result);
        return next ? { ...next, padding: "x".repeat(bytes) } : null;
      };
    };
    padded(5_000_000);
    await flow.schedule();
    expect(flow.items).toEqual([1, 2, 3]);
    source.items.push(4, 5, 6);
    padded(5_300_000);
    await expect(flow.schedule()).rejects.toThrow("over the platform's 5 MB");
    expect(flow.items).toEqual([1, 2, 3]);
  });

  it.each([
    ["a life-cycle handler of more than 30 s", 30, "webhookCreate of trigger hook took longer than 30 s"],
    ["an execution of more than 15 minutes", 900, "Trigger hook took longer than 900 s"],
  ])("is %s", async (_, seconds, message) => {
    const { flow, instance } = await deployed({ trigger: "hook", inputs: { text: "w" } }, new Source());
    const hook = instance.runner.find("hook");
    hook.webhookCreate = hook.perform = () => new Promise(() => undefined);
    jest.useFakeTimers();
    try {
      const run = seconds === 30 ? flow.listen() : flow.webhook({});
      const ended = expect(run).rejects.toThrow(message);
      await jest.advanceTimersByTimeAsync(seconds * 1000);
      await ended;
    } finally {
      jest.useRealTimers();
    }
  });

  it("is batching of a trigger that knows nothing of it", async () => {
    const flow = { trigger: "poll", inputs: { text: "t" }, batchSize: 1 };
    await expect(deployed(flow, new Source())).rejects.toThrow("Trigger poll does not support batching.");
  });
});

it("saves a round's state before its batches have run, where that is how it saves", async () => {
  const source = new Source();
  source.items = [1, 2, 3];
  const { crash, onStep } = crashAt("dispatching", 2);
  const { flow } = await deployed({ trigger: "pages", inputs: {} }, source, {
    saves: "beforeBatches",
    onStep,
  });
  await expect(flow.schedule()).rejects.toThrow("crash");
  crash.armed = false;
  await flow.schedule();
  // A trigger that moves on with its last page has lost it.
  expect(flow.items).toEqual([1, 2]);
});

it("runs two polls of a flow at the same time, and keeps what the last one saves", async () => {
  const source = new Source();
  source.items = [1, 2];
  const { flow } = await deployed({ trigger: "poll", inputs: { text: "t" } }, source);
  await Promise.all([flow.schedule(), flow.schedule()]);
  expect(flow.items).toEqual([1, 2, 1, 2]);
  expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
});

describe("a webhook trigger", () => {
  const hook = { trigger: "hook", inputs: { text: "watch" } };
  const url = "watch https://hooks.example.com/trigger/my-flow";

  it("makes its webhook on deploy, keeps it through a redeploy, and removes it on delete", async () => {
    const source = new Source();
    const { instance, flow } = await deployed(hook, source);
    expect(source.webhooks).toEqual([url]);
    await instance.deploy();
    expect(source.webhooks).toEqual([url]);
    expect(flow.state.instanceState).toEqual({ deploys: 2 });
    await instance.delete();
    expect(source.webhooks).toEqual([]);
    expect(flow.state.crossFlowState).toEqual({});
  });

  it("makes and removes its webhook with listening mode", async () => {
    const source = new Source();
    const { instance, flow } = await deployed(hook, source);
    await instance.disable();
    await flow.listen();
    expect(source.webhooks).toEqual([url]);
    await flow.stopListening();
    expect(source.webhooks).toEqual([]);
  });

  it("shares crossFlowState between the flows of an instance, and instanceState not", async () => {
    const source = new Source();
    const runner = createRunner({ component: tallyComponent(source) });
    const instance = new Instance({ runner, flows: { One: hook, Two: hook } });
    await instance.deploy();
    expect(Object.keys(instance.flow("One").state.crossFlowState)).toEqual(["stable-one", "stable-two"]);
    await instance.flow("One").schedule();
    expect(instance.flow("Two").state.instanceState).toEqual({ deploys: 1 });
  });

  it("answers over HTTP with what the trigger answered, and 500 when it throws", async () => {
    const source = new Source();
    const runner = createRunner({ component: tallyComponent(source) });
    const instance = new Instance({ runner, flows: { "My Flow": hook } });
    const server = await serveWebhooks(instance);
    await instance.deploy();
    const { webhookUrl } = instance.flow("My Flow");
    expect(source.webhooks).toEqual([`watch ${webhookUrl}`]);

    const answer = await fetch(`${webhookUrl}?a=1`, { method: "POST", body: '{"id":7}' });
    expect([answer.status, await answer.text()]).toEqual([202, "thanks"]);
    const [execution] = instance.flow("My Flow").executions;
    expect(execution?.payload).toMatchObject({ body: { data: { id: 7 } }, queryParameters: { a: "1" } });
    expect(execution?.payload.rawBody.data).toEqual(Buffer.from('{"id":7}'));

    expect((await fetch(webhookUrl, { method: "POST", headers: { "x-fail": "1" } })).status).toBe(500);
    expect((await fetch(`${webhookUrl}x`, { method: "POST" })).status).toBe(404);
    await server.close();
  });
});
