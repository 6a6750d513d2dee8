import type { Params } from "./component";
import { type FlowIdentity, scheduledRequest, type WebhookRequest } from "./context";
import type { FlowExecution, Step, TriggerRun } from "./rounds";
import { createRunner, type LifecycleEvent, type Runner } from "./runner";
import type { PersistedState } from "./state";

/** A flow as a builder sets it up: a trigger, its inputs, and how its items are dispatched. */
export interface FlowDefinition {
  trigger: string;
  inputs: Params;
  /** Items an execution gets; `false` for a trigger that leaves batching to the flow. The trigger's own size when left out. */
  batchSize?: number | false;
  /** Runs the trigger's initial sync after the first deploy, with these inputs more. */
  initialSync?: Params;
  /** What the flow does with each execution; a throw fails that execution only. */
  onExecution?: (execution: FlowExecution) => void | Promise<void>;
}

export interface InstanceOptions {
  runner?: Runner;
  flows: Record<string, FlowDefinition>;
  /** The state of several rounds is saved after each of them, or once after the last. */
  saves?: "eachRound" | "lastRound";
  debug?: boolean;
  /** Called between the steps of a trigger's run; a throw ends the run there, as a crash would. */
  onStep?: (step: Step, flow: string) => void | Promise<void>;
}

/** An execution that a flow received, and how its steps ended. */
export type ReceivedExecution = FlowExecution & { outcome: "succeeded" | "failed" };

/** An instance of an integration for one customer: its flows, their state, and the life cycle of a deployment. */
export class Instance {
  readonly runner: Runner;
  readonly flows: Flow[];
  private readonly shared = { crossFlowState: {}, integrationState: {} };
  private synced = false;

  constructor(readonly options: InstanceOptions) {
    this.runner = options.runner ?? createRunner();
    this.flows = Object.entries(options.flows).map(
      ([name, definition]) => new Flow(this, name, definition, this.shared),
    );
  }

  flow(name: string): Flow {
    const flow = this.flows.find((each) => each.name === name);
    if (!flow) throw new Error(`There is no flow ${name}.`);
    return flow;
  }

  /** Deploys the instance, or deploys it again: deploy handlers run every time, the initial sync after the first. */
  async deploy(): Promise<void> {
    for (const flow of this.flows) await flow.lifecycle("onInstanceDeploy");
    for (const flow of this.flows) await flow.lifecycle("webhookCreate");
    if (this.synced) return;
    for (const flow of this.flows) await flow.initialSync();
    this.synced = true;
  }

  /** Pauses the instance: its webhooks go, its state stays. `deploy` brings it back. */
  async disable(): Promise<void> {
    for (const flow of this.flows) await flow.lifecycle("webhookDelete");
  }

  async delete(): Promise<void> {
    await this.disable();
    for (const flow of this.flows) await flow.lifecycle("onInstanceDelete");
  }

  /** The webhook URLs that every flow of the instance is told of. */
  get webhookUrls(): Record<string, string> {
    return Object.fromEntries(this.flows.map(({ name, webhookUrl }) => [name, webhookUrl]));
  }
}

/** One deployed flow: what invokes it, what it received, and what it keeps. */
export class Flow {
  /** Everything the flow was run with, in order. */
  readonly executions: ReceivedExecution[] = [];
  readonly state: PersistedState;
  readonly stableId: string;
  /** Where outsiders call the flow; a test may put a server of its own here before it deploys. */
  webhookUrl: string;

  constructor(
    private readonly instance: Instance,
    readonly name: string,
    private readonly definition: FlowDefinition,
    shared: Pick<PersistedState, "crossFlowState" | "integrationState">,
  ) {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    this.stableId = `stable-${slug}`;
    this.webhookUrl = `https://hooks.example.com/trigger/${slug}`;
    this.state = { instanceState: {}, ...shared };
  }

  /** The items received so far, batches taken apart. */
  get items(): unknown[] {
    return this.executions.flatMap(({ payload }) => payload.body.data);
  }

  /** Runs the flow on its schedule: a poll, or the scheduled run of a webhook trigger. */
  schedule(): Promise<TriggerRun> {
    return this.run(scheduledRequest);
  }

  /** Calls the flow's webhook. */
  webhook(request: WebhookRequest): Promise<TriggerRun> {
    return this.run(request);
  }

  /** Enters listening mode of the designer, which makes the webhook. */
  listen(): Promise<void> {
    return this.lifecycle("webhookCreate");
  }

  /** Leaves listening mode, which removes the webhook. */
  stopListening(): Promise<void> {
    return this.lifecycle("webhookDelete");
  }

  async lifecycle(event: LifecycleEvent): Promise<void> {
    const { runner, options } = this.instance;
    const { state, debug } = { state: this.state, debug: options.debug };
    await runner.lifecycle(this.definition.trigger, event, this.definition.inputs, {
      state,
      flow: this.identity,
      debug,
    });
  }

  async initialSync(): Promise<void> {
    const { initialSync } = this.definition;
    if (initialSync) await this.run({}, initialSync);
  }

  private get identity(): FlowIdentity {
    const trigger = this.instance.runner.find(this.definition.trigger);
    const { batchSize = trigger.triggerResolverDefaultBatchSize ?? false } = this.definition;
    const mayBatch =
      trigger.triggerResolverSupport !== "invalid" || trigger.resolveOnDeployItems !== undefined;
    return {
      name: this.name,
      stableId: this.stableId,
      webhookUrls: this.instance.webhookUrls,
      batch: batchSize && mayBatch ? { enabled: true, batchSize } : { enabled: false },
    };
  }

  private run(request: WebhookRequest, initialSync?: Params): Promise<TriggerRun> {
    const { runner, options } = this.instance;
    const { trigger, inputs } = this.definition;
    return runner.trigger(
      trigger,
      { ...inputs, ...initialSync },
      {
        request,
        phase: initialSync ? "deploy" : "run",
        flow: this.identity,
        state: this.state,
        saves: options.saves,
        debug: options.debug,
        dispatch: (execution) => this.receive(execution),
        onStep: options.onStep && ((step) => options.onStep?.(step, this.name)),
      },
    );
  }

  /** A failing execution is the flow's own matter: its trigger has done its part. */
  private async receive(execution: FlowExecution): Promise<void> {
    try {
      await this.definition.onExecution?.(execution);
      this.executions.push({ ...execution, outcome: "succeeded" });
    } catch {
      this.executions.push({ ...execution, outcome: "failed" });
    }
  }
}
