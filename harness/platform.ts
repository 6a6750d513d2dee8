import type { Params, Trigger } from "./component";
import { type FlowIdentity, type InvokeType, scheduledRequest, type WebhookRequest } from "./context";
import type { FlowExecution, Saves, Step, TriggerRun } from "./rounds";
import { createRunner, type LifecycleEvent, type Runner } from "./runner";
import type { PersistedState } from "./state";

/** A flow as a builder sets it up: a trigger, its inputs, and how its items are dispatched. */
export interface FlowDefinition {
  trigger: string;
  inputs: Params;
  /**
   * Switches batching on in the flow's control, with so many items an execution. A trigger that requires
   * batching has a size of its own.
   */
  batchSize?: number;
  /** Runs the trigger's initial sync with every deployment, in batches, with these inputs more. */
  initialSync?: Params;
  /** What the flow does with each execution; a throw fails that execution only. */
  onExecution?: (execution: FlowExecution) => void | Promise<void>;
}

export interface InstanceOptions {
  runner?: Runner;
  flows: Record<string, FlowDefinition>;
  /** When the state of several rounds is saved; after the last when left out. */
  saves?: Saves;
  debug?: boolean;
  /** Called between the steps of a trigger's run; a throw ends the run there, as a crash would. */
  onStep?: (step: Step, flow: string) => void | Promise<void>;
}

/** An execution that a flow received, and how its steps ended. */
export type ReceivedExecution = FlowExecution & { outcome: "succeeded" | "failed" };

/**
 * An instance of an integration for one customer: its flows, their state, and the life cycle of a deployment.
 */
export class Instance {
  readonly runner: Runner;
  readonly flows: Flow[];
  private readonly shared = { crossFlowState: {}, integrationState: {} };

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

  /**
   * Deploys the instance, or deploys it again as for a new version: deploy handlers and the initial sync run
   * every time.
   */
  async deploy(): Promise<void> {
    for (const flow of this.flows) await flow.lifecycle("onInstanceDeploy");
    for (const flow of this.flows) await flow.lifecycle("webhookCreate");
    for (const flow of this.flows) await flow.initialSync();
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

  /** Runs the flow in any way that the platform can. */
  invoke(type: InvokeType, request: WebhookRequest = {}): Promise<TriggerRun> {
    return this.run({ ...request, headers: { ...request.headers, "prismatic-invoke-type": type } });
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
    const headers = { "prismatic-invoke-type": "Instance Sync Flow" };
    if (initialSync) await this.run({ headers }, initialSync);
  }

  private get identity(): FlowIdentity {
    return {
      name: this.name,
      stableId: this.stableId,
      webhookUrls: this.instance.webhookUrls,
      batch: this.batching,
    };
  }

  /** A trigger requires batching, allows it to flows that switch it on, or knows nothing of it. */
  private get batching(): FlowIdentity["batch"] {
    const { batchSize } = this.definition;
    const { key, triggerResolverSupport, triggerResolverDefaultBatchSize: size = 1 } = this.trigger;
    if (triggerResolverSupport === "required") return { enabled: true, batchSize: batchSize ?? size };
    if (batchSize === undefined) return { enabled: false };
    if (triggerResolverSupport === "valid") return { enabled: true, batchSize };
    throw new Error(`Trigger ${key} does not support batching.`);
  }

  /** An initial sync always comes in batches. */
  private get syncBatching(): FlowIdentity["batch"] {
    const { batchSize = this.trigger.triggerResolverDefaultBatchSize ?? 1 } = this.definition;
    return { enabled: true, batchSize };
  }

  private get trigger(): Trigger {
    return this.instance.runner.find(this.definition.trigger);
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
        flow: initialSync ? { ...this.identity, batch: this.syncBatching } : this.identity,
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
