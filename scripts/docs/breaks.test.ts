import { breaks } from "./breaks";
import type { Manifest, ManifestInput } from "./manifest";

const text: ManifestInput = { type: "string", required: false };

const manifest = (inputs: Record<string, ManifestInput>, output = ["data"]): Manifest => ({
  key: "zoho",
  connections: {},
  actions: { get: { inputs, output } },
  dataSources: {},
  triggers: {},
});

const before = manifest({ a: text, b: { ...text, required: true }, group: { ...text, inputs: { c: text } } });

it("lets things be added, and demands fall", () => {
  const now = manifest({ ...before.actions.get?.inputs, b: text, more: text }, ["data", "info"]);
  expect(breaks(before, now)).toEqual([]);
});

it("lets an input move into a group, which may be given beside it", () => {
  const group = { ...text, inputs: { c: text, a: text } };
  expect(breaks(before, change({ a: undefined, group }))).toEqual([]);
  expect(breaks(before, change({ a: undefined, group: { ...group, inputs: { c: text } } }))).toEqual([
    "actions.get.a is gone",
  ]);
  expect(
    breaks(
      before,
      change({ a: undefined, group: { ...text, inputs: { c: text, a: { ...text, type: "data" } } } }),
    ),
  ).toEqual(["actions.get.a was string and is data"]);
});

it.each<[string, Manifest, string]>([
  ["an action that is gone", { ...before, actions: {} }, "actions.get is gone"],
  ["another component", { ...before, key: "zoho2" }, "the component zoho is gone"],
  [
    "an output that is gone",
    manifest(before.actions.get?.inputs ?? {}, []),
    "actions.get no longer returns data",
  ],
  ["an input that is gone", change({ a: undefined }), "actions.get.a is gone"],
  [
    "an input that became required",
    change({ a: { ...text, required: true } }),
    "actions.get.a became required",
  ],
  ["a type that changed", change({ a: { ...text, type: "data" } }), "actions.get.a was string and is data"],
  [
    "a list made of a value",
    change({ a: { ...text, collection: "valuelist" } }),
    "actions.get.a was string and is string (valuelist)",
  ],
  [
    "a new input that is required",
    change({ d: { ...text, required: true } }),
    "actions.get.d is new and required",
  ],
  ["an inner input that is gone", change({ group: { ...text, inputs: {} } }), "actions.get.group.c is gone"],
])("finds %s", (_, now, line) => {
  expect(breaks(before, now)).toEqual([line]);
});

function change(changes: Record<string, ManifestInput | undefined>): Manifest {
  const inputs = { ...before.actions.get?.inputs, ...changes };
  const kept = Object.entries(inputs).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return manifest(Object.fromEntries(kept));
}
