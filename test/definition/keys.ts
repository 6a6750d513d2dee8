import { type Kind, type Node, objectOf, objects, text } from "./nodes";
import type { Rule } from "./rules";

const part = ["key", "display", "inputs", "examplePayload"];
const flow = [
  "terminateExecution",
  "breakLoop",
  "allowsBranching",
  "staticBranchNames",
  "dynamicBranchInput",
];

/**
 * The keys that the publish mutation takes of each kind of node; it refuses the definition over any other.
 */
const accepted: Record<Kind, readonly string[]> = {
  component: [
    "key",
    "public",
    "display",
    "documentationUrl",
    "connections",
    "actions",
    "dataSources",
    "triggers",
  ],
  connection: [
    ...["key", "label", "comments", "iconPath", "avatarIconPath", "inputs"],
    ...["oauth2Type", "oauth2PkceMethod", "oauth2Config"],
  ],
  action: [...part, ...flow, "outputSchema", "performSafety", "examplePerformSafety"],
  dataSource: [...part, "dataSourceType", "detailDataSource"],
  trigger: [
    ...[
      ...part,
      ...flow,
      "scheduleSupport",
      "synchronousResponseSupport",
      "isCommonTrigger",
      "isPollingTrigger",
    ],
    ...["hasOnInstanceDeploy", "hasOnInstanceDelete", "hasWebhookCreateFunction", "hasWebhookDeleteFunction"],
    ...[
      "triggerResolverSupport",
      "triggerResolverDefaultBatchSize",
      "triggerResolverDefaultConcurrentBatchLimit",
    ],
    ...["hasResolveTriggerItems", "hasGetNextDiscoveryState", "hasOnDeployPerform"],
    ...["hasResolveOnDeployItems", "hasGetOnDeployNextDiscoveryState"],
  ],
  input: [
    ...["key", "label", "keyLabel", "type", "collection", "placeholder", "dataSource", "default", "comments"],
    ...["example", "required", "model", "language", "shown", "onPremiseControlled", "scope", "inputs"],
  ],
};

const displayKeys = ["label", "description", "iconPath", "category", "directions", "important"];

const strangers = (value: Record<string, unknown>, allowed: readonly string[]): string[] =>
  Object.keys(value)
    .filter((key) => !allowed.includes(key))
    .map((key) => `has ${key}, which the platform does not accept`);

const inputTypes = [
  ...[
    "string",
    "data",
    "text",
    "password",
    "boolean",
    "code",
    "conditional",
    "connection",
    "template",
    "date",
  ],
  ...["timestamp", "flow", "objectSelection", "objectFieldMap", "jsonForm", "dynamicObjectSelection"],
  ...["dynamicFieldSelection", "structuredObject", "dynamicObject"],
];

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

const labelOf = ({ value }: Node): string => text(objectOf(value.display).label);

export const keyRules: readonly Rule[] = [
  {
    name: "holds only keys that the platform accepts",
    kinds: ["component", "connection", "action", "dataSource", "trigger", "input"],
    check: ({ kind, value }) => [
      ...strangers(value, accepted[kind]),
      ...strangers(objectOf(value.display), displayKeys),
      ...objects(value.model).flatMap((choice) => strangers(choice, ["label", "value"])),
    ],
  },
  {
    name: "has a key that is a plain name",
    kinds: ["component", "connection", "action", "dataSource", "trigger", "input"],
    check: ({ value }) => (/^[A-Za-z]\w*$/.test(text(value.key)) ? [] : ["has no plain key"]),
  },
  {
    name: "has inputs of types that exist",
    kinds: ["input"],
    check: ({ value }) => (inputTypes.includes(text(value.type)) ? [] : [`has the type ${text(value.type)}`]),
  },
  {
    name: "has no two inputs of one key or one label",
    kinds: ["connection", "action", "dataSource", "trigger"],
    check: ({ value }) => [
      ...twice(objects(value.inputs).map(({ key }) => text(key))).map((key) => `has two inputs ${key}`),
      ...twice(objects(value.inputs).map(({ label }) => text(label))).map(
        (label) => `has two inputs "${label}"`,
      ),
    ],
  },
  {
    name: "has a label that no other of its kind has",
    kinds: ["action", "dataSource", "trigger"],
    check: (node, all) => {
      const same = all.filter((other) => other.kind === node.kind && labelOf(other) === labelOf(node));
      return same.length > 1 ? [`shares the label "${labelOf(node)}"`] : [];
    },
  },
];
