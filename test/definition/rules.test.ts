import { nodesOf, objects } from "./nodes";
import { breaches, rules } from "./rules";

type Wire = Record<string, unknown>;

const comments = "A value.";
const connection = { key: "connection", label: "Connection", type: "connection", required: true, comments };
const recordType = {
  key: "recordType",
  label: "Record Type",
  type: "string",
  required: true,
  comments,
  example: "Leads",
};
const region = { key: "region", label: "Region", type: "string", comments, example: "eu" };
const url = {
  key: "url",
  label: "URL",
  type: "template",
  default: "{{#region}}/token",
  shown: false,
  comments,
};

/** A definition that keeps every rule, with one part changed. */
const definition = (changes: {
  action?: Wire;
  input?: Wire;
  picker?: Wire;
  template?: Wire;
  component?: Wire;
}): Wire => ({
  key: "zoho",
  display: { label: "Zoho", description: "Works.", iconPath: "icon.png" },
  connections: [
    {
      key: "oauth",
      label: "OAuth",
      comments: "Connects.",
      inputs: [region, { ...url, ...changes.template }],
    },
  ],
  actions: [
    {
      key: "getRecord",
      display: { label: "CRM - Get a Record", description: "Gets one." },
      inputs: [connection, recordType, { ...recordType, key: "extra", label: "Extra", ...changes.input }],
      examplePayload: '{"data":{"id":"1"}}',
      outputSchema: {
        type: "actionOutput",
        schema: '{"type":"object","properties":{"id":{"type":"string"}}}',
      },
      performSafety: "SAFE",
      ...changes.action,
    },
  ],
  dataSources: [
    {
      key: "selectField",
      display: { label: "Select Field", description: "Lists fields." },
      dataSourceType: "picklist",
      inputs: [connection, recordType],
      examplePayload: '{"result":[]}',
      ...changes.picker,
    },
  ],
  triggers: [],
  ...changes.component,
});

const broken = (changes: Parameters<typeof definition>[0]): string[] => {
  const nodes = nodesOf(definition(changes));
  return rules.flatMap((rule) => breaches(rule, nodes));
};

it("finds nothing in a definition that keeps them all", () => {
  expect(broken({})).toEqual([]);
});

it.each<[string, Parameters<typeof definition>[0], string]>([
  [
    "a key of one's own",
    { input: { helpText: "x" } },
    "getRecord.extra: has helpText, which the platform does not accept",
  ],
  [
    "a key of one's own in a choice",
    { input: { model: [{ label: "A", value: "a", hint: "" }] } },
    "getRecord.extra: has hint",
  ],
  ["a key that is no name", { action: { key: "get-record" } }, "get-record: has no plain key"],
  ["a type that is none", { input: { type: "number" } }, "getRecord.extra: has the type number"],
  ["two inputs of one key", { input: { key: "recordType" } }, "getRecord: has two inputs recordType"],
  ["two inputs of one label", { input: { label: "Record Type" } }, 'getRecord: has two inputs "Record Type"'],
  [
    "a label in lower case",
    { input: { label: "Extra field" } },
    'getRecord.extra: is labelled "Extra field"',
  ],
  ["a brace", { input: { comments: "A list of {module}." } }, 'getRecord.extra: says "A list of {module}."'],
  ["no comments", { input: { comments: undefined } }, 'getRecord.extra: says ""'],
  ["no full stop", { input: { comments: "A value" } }, 'getRecord.extra: says "A value"'],
  [
    "a word to the builder",
    { input: { comments: "Your value." } },
    'getRecord.extra: says "Extra Your value. "',
  ],
  [
    "no product",
    { action: { display: { label: "Get", description: "Gets." } } },
    'getRecord: is labelled "Get"',
  ],
  [
    "no Select",
    { picker: { display: { label: "Field", description: "Lists." } } },
    'selectField: is labelled "Field"',
  ],
  ["no example", { input: { example: "" } }, "getRecord.extra: has neither example nor model"],
  [
    "a placeholder that says nothing",
    { input: { placeholder: "abc" } },
    'getRecord.extra: has the placeholder "abc"',
  ],
  ["keys without a name", { input: { collection: "keyvaluelist" } }, 'getRecord.extra: labels its keys ""'],
  [
    "an example of the other product",
    {
      action: { display: { label: "Books - Get", description: "Gets one." } },
      input: { example: "Last_Name" },
    },
    'getRecord.extra: shows "Last_Name"',
  ],
  [
    "one example for what leaves and what takes its place",
    { input: { key: "transferTo", example: "Leads" } },
    "getRecord: transferTo shows the example of another input",
  ],
  ["a boolean unexplained", { input: { type: "boolean" } }, "getRecord.extra: does not begin with When true"],
  [
    "an unknown picker",
    { input: { dataSource: "selectX" } },
    "getRecord.extra: uses selectX, which does not exist",
  ],
  [
    "an unknown detail picker",
    { picker: { detailDataSource: "x" } },
    "selectField: uses x, which does not exist",
  ],
  ["a template of nothing", { template: { default: "https://x" } }, "oauth.url: has no slot"],
  [
    "a template of the unknown",
    { template: { default: "{{#x}}" } },
    "oauth.url: has the slot x, which is no input",
  ],
  ["a hidden input left empty", { input: { shown: false } }, "getRecord.extra: is hidden and has no default"],
  [
    "a default that is no choice",
    { input: { default: "b", model: [{ label: "A", value: "a" }] } },
    "getRecord.extra: has the default b",
  ],
  ["no connection", { action: { inputs: [recordType] } }, "getRecord: has no connection as its first input"],
  ["no example of the output", { action: { examplePayload: "{}" } }, "getRecord: has no example with data"],
  ["no schema", { action: { outputSchema: undefined } }, "getRecord: has no output schema"],
  [
    "a bad schema",
    { action: { outputSchema: { schema: '{"type":"text"}' } } },
    "getRecord: has a bad schema",
  ],
  [
    "an example that is not as described",
    { action: { examplePayload: '{"data":{"id":1}}' } },
    "getRecord: has an example that its schema refuses",
  ],
  [
    "outcomes that all succeeded",
    { action: { examplePayload: '{"data":{"data":[{"index":0,"status":"success"}]}}' } },
    "getRecord: shows no outcome with a hint",
  ],
  ["no word on safety", { action: { performSafety: undefined } }, "getRecord: has no performSafety"],
  ["no stand-in", { action: { performSafety: "NOT_ALLOWED" } }, "getRecord: has no examplePerform"],
])("finds %s", (_, changes, problem) => {
  expect(broken(changes)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});

it("finds a picker without its inputs beside, or with others of another type", () => {
  const input = { dataSource: "selectField" };
  const needs = { ...recordType, key: "layout", label: "Layout" };
  expect(broken({ input, picker: { inputs: [connection, needs] } })).toEqual([
    "getRecord.extra: uses selectField, whose input layout is not there",
  ]);
  expect(
    broken({ input, picker: { inputs: [connection, { ...recordType, collection: "valuelist" }] } }),
  ).toEqual(["getRecord.extra: uses selectField, whose input recordType has another type"]);
  expect(broken({ input, picker: { inputs: [connection, { ...needs, required: false }] } })).toEqual([]);
});

it("finds a comment that speaks of an input that its part has not, also of one inside a group", () => {
  const other = {
    key: "list",
    display: { label: "CRM - List", description: "Lists." },
    inputs: [
      connection,
      {
        key: "pages",
        label: "Pages",
        type: "structuredObject",
        comments,
        inputs: [{ ...recordType, key: "size", label: "Page Size" }],
      },
    ],
    examplePayload: '{"data":{}}',
    outputSchema: { type: "actionOutput", schema: "{}" },
    performSafety: "SAFE",
  };
  const [action] = objects(definition({ input: { comments: "Not beside Page Size." } }).actions);
  expect(broken({ component: { actions: [action, other] } })).toEqual(["getRecord: speaks of Page Size"]);
  const [spoken] = objects(
    definition({ input: { label: "Page Size Limit", comments: "A Page Size Limit." } }).actions,
  );
  expect(broken({ component: { actions: [spoken, other] } })).toEqual([]);
});

it("finds a label that two of a kind share, and what is wrong inside an object input", () => {
  const [action] = objects(definition({}).actions);
  expect(broken({ component: { actions: [action, { ...action, key: "other" }] } })).toEqual([
    'getRecord: shares the label "CRM - Get a Record"',
    'other: shares the label "CRM - Get a Record"',
  ]);
  const inner = { ...recordType, comments: "" };
  expect(broken({ input: { type: "structuredObject", inputs: [inner] } })).toEqual([
    'getRecord.extra.recordType: says ""',
  ]);
});
