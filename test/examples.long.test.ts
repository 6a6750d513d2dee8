import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { json } from "node:stream/consumers";
import type { Component, Input as ComponentInput, Params } from "../harness/component";
import { loadComponent } from "../harness/load";
import { createRunner } from "../harness/runner";
import { buildIfStale } from "./support/build";
import {
  type Definition,
  definitionOf,
  deployIntegration,
  type Input,
  nameInReferences,
  type Step,
} from "./support/integration";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * The integrations in examples/: what they refer to is there, and their flows run against the sandbox.
 */

buildIfStale();

const root = path.resolve(__dirname, "..");
const component = loadComponent();

let own: Component;
let sandbox: TestSandbox;
let closeAcme: (() => Promise<unknown>) | undefined;
const definitions: Record<string, Definition> = {
  "low-code": definitionOf(readFileSync(path.join(root, "examples/low-code/zoho-and-acme.yml"), "utf8")),
};

/** The integration in code is built as its README says, and loaded as the platform loads it. */
beforeAll(async () => {
  execFileSync("npm", ["run", "--silent", "manifest"], { cwd: root });
  const example = path.join(root, "examples/code-native");
  execFileSync("npm", ["run", "--silent", "build"], { cwd: example });
  const { default: integration } = require(path.join(example, "dist/index.js"));
  own = integration;
  definitions["code-native"] = definitionOf(integration.codeNativeIntegrationYAML);
  sandbox = await startSandbox();
}, 120_000);
afterAll(async () => {
  await sandbox.close();
});

afterEach(async () => {
  await closeAcme?.();
  closeAcme = undefined;
});

const definitionIn = (example: string): Definition => {
  const definition = definitions[example];
  if (!definition) throw new Error(`There is no example ${example}.`);
  return definition;
};

const stepsIn = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => [step, ...stepsIn(step.steps ?? [])]);

/** What is wrong with the inputs that a part of the component is given. */
function wrongInputs(
  declared: readonly ComponentInput[],
  given: Readonly<Record<string, Input>>,
  defaults: boolean,
) {
  const strangers = Object.keys(given).filter((key) => !declared.some((input) => input.key === key));
  const lacking = declared
    .filter(({ key, required, default: value }) => required && !value && !given[key])
    .map(({ key }) => key);
  const values = declared.flatMap(({ key, collection, model }) => {
    const input = given[key];
    if (!input) return [];
    if (input.type === "complex" && !collection) return [`${key} is no list`];
    if (input.type !== "value" || !model || (defaults && input.value === "")) return [];
    return model.some(({ value }) => value === input.value)
      ? []
      : [`${key} has no choice ${String(input.value)}`];
  });
  return [
    ...strangers.map((key) => `no input ${key}`),
    ...lacking.map((key) => `${key} is missing`),
    ...values,
  ];
}

describe.each(["code-native", "low-code"])("the %s example", (example) => {
  it("refers to parts of the component that are there, with inputs that they have", () => {
    const { requiredConfigVars, flows, definitionVersion } = definitionIn(example);
    expect(definitionVersion).toBe(7);
    const parts = [
      ...requiredConfigVars.flatMap(({ key, connection, dataSource, inputs = {} }) => [
        ...(connection ? [{ at: key, reference: connection, inputs, among: component.connections }] : []),
        ...(dataSource
          ? [{ at: key, reference: dataSource, inputs, among: Object.values(component.dataSources) }]
          : []),
      ]),
      ...flows.flatMap(({ steps }) =>
        stepsIn(steps).map(({ name, action, inputs = {}, isTrigger }) => ({
          at: name,
          reference: action,
          inputs,
          among: Object.values(isTrigger ? component.triggers : component.actions),
        })),
      ),
    ].filter(({ reference }) => reference.component.key === "zoho");
    expect(parts.length).toBeGreaterThanOrEqual(4);
    const wrong = parts.flatMap(({ at, reference, inputs, among }) => {
      const part = [...among].find(({ key }) => key === reference.key);
      if (reference.component.isPublic !== false) return [`${at}: the component is private`];
      if (!part) return [`${at}: there is no ${reference.key}`];
      return wrongInputs(part.inputs, inputs, example === "code-native").map(
        (problem) => `${at}: ${problem}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it("names only configuration and steps that it has, and shows all of its configuration", () => {
    const { requiredConfigVars, configPages, flows } = definitionIn(example);
    const keys = requiredConfigVars.map(({ key }) => key);
    const inputsOf = (all: Readonly<Record<string, Input>> = {}): Input[] =>
      Object.values(all).flatMap((input) => [
        input,
        ...(input.type === "complex" && Array.isArray(input.value) ? (input.value as Input[]) : []),
      ]);
    const named = [...requiredConfigVars, ...flows.flatMap(({ steps }) => stepsIn(steps))].flatMap(
      ({ inputs }) => inputsOf(inputs),
    );
    const variables = named.filter(({ type }) => type === "configVar").map(({ value }) => String(value));
    expect(variables.filter((key) => !keys.includes(key))).toEqual([]);
    for (const { steps } of flows) {
      const names = stepsIn(steps).map(({ name }) => nameInReferences(name));
      const references = stepsIn(steps).flatMap(({ inputs }) => inputsOf(inputs));
      const from = references
        .filter(({ type }) => type === "reference")
        .map(({ value }) => String(value).split(".")[0]);
      expect(from.filter((name) => !names.includes(name ?? ""))).toEqual([]);
    }
    const shown = configPages.flatMap(({ elements }) => elements.map(({ value }) => value));
    expect(shown).toEqual(keys);
  });

  it("sends all records once when it is deployed, then each change, and takes records back", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 250 } });
    const { url, received, refuse, close } = await startAcme();
    closeAcme = close;
    const connection = await sandbox.connection();
    const definition = definitionIn(example);
    const pick = async (key: string, inputs: Params) =>
      (await createRunner({ component }).dataSource(key, inputs)).result;
    const [mappingVariable] = definition.requiredConfigVars.filter(
      ({ dataSource }) => dataSource?.key === "fieldMappingForm",
    );
    const sourceFields = mappingVariable?.inputs?.sourceFields?.value;
    const rows = (sourceFields as { name: { value: string }; value: string }[]).map(({ name, value }) => ({
      key: name.value,
      value,
    }));
    expect(await pick("selectUpsertableModule", { connection })).toContainEqual({
      key: "Leads",
      label: "Leads (Lead)",
    });
    const form = await pick("fieldMappingForm", { connection, recordType: "Leads", sourceFields: rows });
    expect(JSON.stringify(form)).toContain('{"const":"address.town","title":"Town"}');
    expect(Object(form).data.mappings).toContainEqual({ source: "email", field: "Email" });
    const mappings = [
      { source: "surname", field: "Last_Name" },
      { source: "employer", field: "Company" },
      { source: "email", field: "Email" },
      { source: "address.town", field: "City" },
    ];
    const configVars = {
      "Zoho Connection": connection,
      Module: "Leads",
      "Acme Endpoint": url,
      "Field Mapping": { mappings },
    };
    const instance = await deployIntegration({ definition, own, component, configVars });
    expect(instance.failures).toEqual([]);
    expect(new Set(received.map(({ zohoId }) => zohoId)).size).toBe(250);
    expect(received).toHaveLength(250);
    const [lead] = await sandbox.records("Leads");
    const sent = received.find(({ zohoId }) => zohoId === lead?.id);
    expect(sent?.fields).toMatchObject({ surname: lead?.Last_Name, employer: lead?.Company });
    await sandbox.advance(120);
    await sandbox.writeAsOther("Leads", [{ Last_Name: "Changed", Company: "ABC", City: "Rome" }]);
    await sandbox.advance(120);
    await instance.schedule("Send Records to Acme");
    expect(received.slice(250)).toEqual([
      {
        changeType: "created",
        zohoId: expect.any(String),
        fields: expect.objectContaining({ surname: "Changed", employer: "ABC", address: { town: "Rome" } }),
      },
    ]);
    const records = [
      { surname: "Burns", employer: "ABC", email: "ada@example.com", address: { town: "Rome" } },
      { surname: "Daly", employer: "DEF", email: "no address" },
    ];
    await instance.webhook("Upsert Records From Acme", records);
    const stored = await sandbox.records("Leads");
    expect(stored.filter(({ Last_Name }) => Last_Name === "Burns")).toEqual([
      expect.objectContaining({ Company: "ABC", Email: "ada@example.com", City: "Rome" }),
    ]);
    expect(stored.some(({ Last_Name }) => Last_Name === "Daly")).toBe(false);
    refuse();
    await sandbox.advance(120);
    await instance.schedule("Send Records to Acme");
    expect(instance.failures.map(String)).toEqual([expect.stringMatching(/503/)]);
  }, 60_000);
});

/** The other system: it keeps what it is sent, or refuses all. */
async function startAcme() {
  const received: { changeType: string; zohoId: string; fields: object }[] = [];
  let status = 200;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await json(request);
    if (status === 200) received.push(body as (typeof received)[number]);
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/records`,
    received,
    refuse: () => {
      status = 503;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
