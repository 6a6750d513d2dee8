import { readFileSync } from "node:fs";
import path from "node:path";
import { builtComponent, loadComponent } from "../harness/load";
import { nodesOf, published } from "./definition/nodes";
import { connectionInputs, documented, otherInputs } from "./definition/parity";
import { answersRecorded, recordedKeys } from "./definition/recorded";
import { breaches, rules } from "./definition/rules";
import { searches } from "./definition/searches";
import { buildIfStale } from "./support/build";

buildIfStale();

const component = loadComponent();
const nodes = nodesOf(published(component));

describe("the built component, as it is published", () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_, rule) => {
    expect(breaches(rule, nodes)).toEqual([]);
  });

  it("has a square icon in PNG beside it", () => {
    const { iconPath = "" } = component.display;
    const icon = readFileSync(path.join(path.dirname(builtComponent), iconPath));
    expect(path.extname(iconPath)).toBe(".png");
    expect(icon.subarray(1, 4).toString()).toBe("PNG");
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
  });
});

it("polls by triggers that the platform takes for polling, and hands their items on in batches", () => {
  const polling = Object.entries(component.triggers).filter(
    ([, { scheduleSupport }]) => scheduleSupport === "required",
  );
  const kinds = polling.map(([key, { isPollingTrigger, resolveTriggerItems }]) => [
    key,
    isPollingTrigger,
    resolveTriggerItems !== undefined,
  ]);
  const keys = ["bookContactsPollingTrigger", "booksRecordChanges", "crmRecordChanges"];
  const all = [...keys, "contactsPollingTrigger", "leadsPollingTrigger"].sort();
  expect([...kinds].sort()).toEqual(all.map((key) => [key, true, true]));
});

describe("answers that were recorded of live organizations", () => {
  it.each(answersRecorded.map((row) => [row[0], row[1] || "the whole", row] as const))(
    "%s, %s: its example and its output schema have 95 of 100 of their keys",
    (_, __, row) => {
      const lacking = recordedKeys(component, row).filter(({ percent }) => !(percent >= 95));
      expect(lacking).toEqual([]);
    },
  );
});

describe("a search for", () => {
  const page = readFileSync(path.join(__dirname, "../documentation/which-action.md"), "utf8").toLowerCase();

  it.each(Object.entries(searches))("%s finds what does it, as which-action.md says too", (word, keys) => {
    const lacking = keys.filter((key) => {
      const { label = "", description = "" } = component.actions[key]?.display ?? {};
      return !`${label} ${description}`.toLowerCase().includes(word);
    });
    expect(lacking).toEqual([]);
    expect(page).toContain(word);
  });
});

describe("what integrations rely on", () => {
  it("stands flat, and of the component's own at most ten inputs of a part", () => {
    const { actions, dataSources, triggers } = component;
    const crowded = Object.entries({ ...actions, ...dataSources, ...triggers }).flatMap(
      ([key, { inputs }]) => {
        const flat = inputs.filter(({ type }) => type !== "connection" && type !== "structuredObject");
        const relied = Object.keys(documented[key]?.tries ?? {});
        const own = flat.map((input) => input.key).filter((input) => !relied.includes(input));
        const most = relied.length > 0 ? 4 : 10;
        return own.length > most ? [`${key}: ${own.join(", ")}`] : [];
      },
    );
    expect(crowded).toEqual([]);
  });

  it.each(Object.entries(connectionInputs))("the connection %s", (key, { label, inputs }) => {
    const connection = component.connections.find((each) => each.key === key);
    expect(connection?.label).toBe(label);
    expect(connection?.inputs.map((input) => input.key)).toEqual(expect.arrayContaining([...inputs]));
  });

  it("what may be left empty, and what stands in an input by itself", () => {
    const deprecated = component.connections.find(({ key }) => key === "oauth2");
    const revoke = deprecated?.inputs.find(({ key }) => key === "revokeUrl");
    expect(revoke?.required).not.toBe(true);
    const attached = component.actions.crmAddAttachment?.inputs.find(({ key }) => key === "recordType");
    expect(attached).toMatchObject({ default: "Leads" });
  });

  it.each(Object.entries(otherInputs))("the trigger or picker %s", (key, keys) => {
    const parts = { ...component.triggers, ...component.dataSources };
    const inputs = parts[key]?.inputs.map((input) => input.key);
    expect(inputs).toEqual(expect.arrayContaining(["connection", ...keys.split(" ").filter(Boolean)]));
  });

  it.each(Object.entries(documented))("the action %s", (key, { tries }) => {
    const inputs = component.actions[key]?.inputs.map((input) => input.key);
    expect(inputs).toEqual(expect.arrayContaining(["connection", ...Object.keys(tries)]));
  });
});

it("the page of which action for what names actions, triggers and inputs that are there, and the README leads to it", () => {
  const read = (file: string): string => readFileSync(path.join(__dirname, "..", file), "utf8");
  const labels = nodes.map(({ value }) => Reflect.get(Object(value.display ?? value), "label"));
  const named = [...read("documentation/which-action.md").matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !labels.includes(name))).toEqual([]);
  expect(read("README.md")).toContain("(documentation/which-action.md)");
});
