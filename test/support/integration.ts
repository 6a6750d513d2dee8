import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import type { Action, Component, Params } from "../../harness/component";
import { actionContext } from "../../harness/context";
import { Instance } from "../../harness/platform";
import type { FlowExecution } from "../../harness/rounds";
import { createRunner, type Runner } from "../../harness/runner";
import { begin, emptyState } from "../../harness/state";

/*
 * An integration as the platform imports it: its YAML, written by hand or made of code, with the values that
 * a customer chose, run flow by flow on the harness.
 */

/** A value of the YAML: itself, or where it comes from. */
export interface Input {
  readonly type: "value" | "configVar" | "reference" | "template" | "complex";
  readonly value: unknown;
  readonly name?: string | Input;
}

interface Reference {
  readonly key: string;
  readonly component: { readonly key: string; readonly isPublic?: boolean };
}

export interface Step {
  readonly name: string;
  readonly isTrigger?: boolean;
  readonly action: Reference;
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly schedule?: Input;
  readonly steps?: readonly Step[];
}

export interface ConfigVariable {
  readonly key: string;
  readonly dataType: string;
  readonly defaultValue?: string;
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly connection?: Reference;
  readonly dataSource?: Reference;
}

interface Resolver {
  readonly enabled?: boolean;
  readonly batchSize?: number;
  readonly runInitialSyncOnDeploy?: boolean;
}

export interface Definition {
  readonly name: string;
  readonly definitionVersion: number;
  readonly requiredConfigVars: readonly ConfigVariable[];
  readonly configPages: readonly { readonly elements: readonly { type: string; value: string }[] }[];
  readonly flows: readonly {
    readonly name: string;
    readonly steps: readonly Step[];
    readonly triggerResolver?: Resolver;
    readonly runInitialSyncOnDeploy?: boolean;
  }[];
}

export const definitionOf = (yaml: string): Definition => parse(yaml);

/** The name under which later steps find the results of a step. */
export const nameInReferences = (name: string): string =>
  name.toLowerCase().replaceAll(/[^a-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());

type Results = Readonly<Record<string, unknown>>;

const at = (path: string, from: Results): unknown =>
  path.split(".").reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), from);

/** What a step gets for an input, from the configuration and the steps before it. */
function resolve({ type, value }: Input, configVars: Results, results: Results): unknown {
  if (type === "configVar") return configVars[String(value)];
  if (type === "reference") return at(String(value), results);
  if (type === "template")
    return String(value).replaceAll(/\{\{([#$])(.+?)\}\}/g, (_, kind: string, path: string) =>
      String(kind === "#" ? configVars[path] : at(path, results)),
    );
  if (type !== "complex" || !Array.isArray(value)) return value;
  return value.map((entry: Input) => {
    const inner = resolve(entry, configVars, results);
    if (entry.name === undefined) return inner;
    const key = typeof entry.name === "string" ? entry.name : resolve(entry.name, configVars, results);
    return { key, value: inner };
  });
}

const resolved = (inputs: Step["inputs"], configVars: Results, results: Results = {}): Params =>
  Object.fromEntries(
    Object.entries(inputs ?? {}).map(([key, input]) => [key, resolve(input, configVars, results)]),
  );

/** The parts of the platform's own components that the examples use. */
const platformActions: Readonly<
  Record<string, (params: Params, configVars: Results, results: Results) => unknown>
> = {
  "http.httpPost": async ({ url, data, headers }) => {
    const response = await fetch(String(url), {
      method: "POST",
      headers: Object.fromEntries(
        Object(headers).map(({ key, value }: { key: string; value: string }) => [key, value]),
      ),
      body: typeof data === "string" ? data : JSON.stringify(data),
    });
    if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
    return { data: await response.text() };
  },
  "code.runCode": ({ code }, configVars, results) => {
    const module = { exports: async (..._: unknown[]): Promise<unknown> => undefined };
    runInNewContext(String(code), { module });
    return module.exports({ logger: console, configVars }, results);
  },
};

const triggersOfPlatform = ["webhook-triggers"];

export interface DeployOptions {
  readonly definition: Definition;
  /** The component that an integration in code is, with its flows as actions. */
  readonly own?: Component;
  readonly component: Component;
  readonly configVars: Results;
}

/** What runs the steps of one execution. */
class Steps {
  constructor(
    private readonly runner: Runner,
    private readonly options: DeployOptions,
  ) {}

  async run(steps: readonly Step[], before: Results): Promise<Results> {
    const results: Record<string, unknown> = { ...before };
    for (const step of steps) {
      const params = resolved(step.inputs, this.options.configVars, results);
      const name = nameInReferences(step.name);
      if (step.action.component.key === "loop") {
        for (const currentItem of Object(params.items))
          await this.run(step.steps ?? [], { ...results, [name]: { currentItem } });
        continue;
      }
      const result = await this.call(step.action, params, results);
      results[name] = { results: Reflect.get(Object(result), "data") };
    }
    return results;
  }

  private call({ key, component }: Reference, params: Params, results: Results): unknown {
    const { configVars, own } = this.options;
    if (component.key === this.options.component.key) return this.runner.action(key, params);
    const flow = own?.key === component.key ? own.actions[key] : undefined;
    if (flow) return this.flow(flow, results);
    const action = platformActions[`${component.key}.${key}`];
    if (!action) throw new Error(`There is no ${component.key}.${key} on this platform.`);
    return action(params, configVars, results);
  }

  /** A flow in code reaches the components that it uses through its context. */
  private flow(flow: Action, results: Results): Promise<unknown> {
    const context = {
      ...actionContext({ logs: this.runner.logs, state: begin(emptyState()) }),
      configVars: this.options.configVars,
      _components: {
        invoke: ({ key, component }: Reference, _: unknown, params: Params) =>
          this.call({ key, component }, params, {}),
      },
    };
    return flow.perform(Object(context), { onTrigger: results.onTrigger });
  }
}

/** An instance of an integration for one customer, deployed: initial syncs have run. */
export async function deployIntegration(options: DeployOptions) {
  const { definition, configVars, component } = options;
  const runner = createRunner({ component });
  const steps = new Steps(runner, options);
  const failures: unknown[] = [];
  const parts = definition.flows.map((flow) => {
    const [trigger, ...rest] = flow.steps;
    if (!trigger?.isTrigger) throw new Error(`${flow.name} does not begin with a trigger.`);
    const run = (payload: unknown) =>
      steps.run(rest, { [nameInReferences(trigger.name)]: { results: payload } });
    return { flow, trigger, run };
  });
  const ofComponent = parts.filter(
    ({ trigger }) => !triggersOfPlatform.includes(trigger.action.component.key),
  );
  const instance = new Instance({
    runner,
    flows: Object.fromEntries(
      ofComponent.map(({ flow, trigger, run }) => {
        const { enabled, batchSize = 100, runInitialSyncOnDeploy } = flow.triggerResolver ?? {};
        const syncs = runInitialSyncOnDeploy ?? flow.runInitialSyncOnDeploy;
        const onExecution = async ({ payload }: FlowExecution) => {
          await run(payload).catch((error: unknown) => failures.push(error));
        };
        const { key } = trigger.action;
        const forSync = runner.find(key).inputs.filter(({ scope }) => scope === "ON_DEPLOY");
        const inputs = Object.entries(resolved(trigger.inputs, configVars));
        const ofSync = ([name]: [string, unknown]) => forSync.some((input) => input.key === name);
        const definition = {
          trigger: key,
          inputs: Object.fromEntries(inputs.filter((input) => !ofSync(input))),
          onExecution,
          ...(enabled ? { batchSize } : {}),
          ...(syncs ? { initialSync: Object.fromEntries(inputs.filter(ofSync)) } : {}),
        };
        return [flow.name, definition];
      }),
    ),
  });
  await instance.deploy();
  return {
    /** What flows threw, in order. */
    failures,
    schedule: (name: string) => instance.flow(name).schedule(),
    /** Calls a flow by its webhook with a body. */
    webhook: (name: string, data: unknown): Promise<Results> => {
      const part = parts.find(({ flow }) => flow.name === name);
      if (!part) throw new Error(`There is no flow ${name}.`);
      return part.run({ headers: {}, body: { data, contentType: "application/json" } });
    },
  };
}
