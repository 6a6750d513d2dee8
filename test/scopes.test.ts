import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isScope, Scopes } from "../sandbox/accounts/scopes";
import { operationsOf } from "../scripts/docs/tables";
import { connections } from "../src";
import { addedScopes, booksScopes, crmScopes } from "../src/connections/regional";
import { recordTypes } from "../src/zoho/books/recordTypes";
import { modulesWithScopes, scopeOf } from "../src/zoho/http/operation";

const modules = [
  "Leads",
  "Price_Books",
  "Appointments__s",
  "Services__s",
  "Cases",
  "Machines",
  "Deal_History",
];
const areas = [...new Set([...recordTypes().values()].map(({ scope }) => scope))];
const rows = [
  ...Object.entries(operationsOf("crm")).flatMap(([name, { scope }]) =>
    modules.map((module) => ({ name, scope, module })),
  ),
  ...Object.entries(operationsOf("books")).flatMap(([name, { scope }]) =>
    areas.map((module) => ({ name, scope, module })),
  ),
];
/**
 * What each operation needs on each of a few modules; operations whose path is the builder's own need what
 * that needs.
 */
const needed = rows.flatMap(({ name, scope, module }) =>
  scope
    .split(" and ")
    .filter((part) => part.startsWith("Zoho"))
    .map((part) => ({ name, scope: scopeOf({ scope: part }, module) })),
);

const unknown = (scopes: readonly string[]) => [...new Set(scopes)].filter((scope) => !isScope(scope));

test("every scope that an operation names is one of Zoho's", () => {
  expect(needed.length).toBeGreaterThan(400);
  expect(unknown(needed.map(({ scope }) => scope))).toEqual([]);
});

test("every scope that a connection asks for is one of Zoho's", () => {
  const defaults = connections.map(({ key, inputs }) => ({ key, asked: inputs.scopes }));
  expect(defaults.map(({ key }) => key)).toContain("zohoSelfClient");
  for (const { asked } of defaults) {
    const scopes = asked && "default" in asked ? String(asked.default).split(" ") : [];
    expect(scopes.length).toBeGreaterThan(0);
    expect(unknown(scopes)).toEqual([]);
    expect(scopes.filter((scope) => addedScopes.includes(scope))).toEqual([]);
  }
});

test("every scope that is asked for or added is needed by an operation, and no operation needs another", () => {
  const asked = [...crmScopes, ...booksScopes, ...addedScopes];
  const idle = asked.filter((scope) => !needed.some((each) => new Scopes([scope]).hold(each.scope)));
  expect(idle).toEqual([]);
  const all = new Scopes(asked);
  expect(needed.filter(({ scope }) => !all.hold(scope))).toEqual([]);
});

test("a module's scope has Zoho's name for it, and custom modules share one", () => {
  const of = (module: string) => scopeOf({ scope: "ZohoCRM.modules.{module}.READ" }, module);
  expect(of("Sales_Orders")).toBe("ZohoCRM.modules.salesorders.READ");
  expect(of("Appointments__s")).toBe("ZohoCRM.modules.appointments.READ");
  expect(of("Machines")).toBe("ZohoCRM.modules.custom.READ");
  expect(unknown([...modulesWithScopes].map((name) => `ZohoCRM.modules.${name}.READ`))).toEqual([]);
});

const root = path.resolve(__dirname, "..");
const inFolder = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));

test("every scope that a text for people names is one of Zoho's", () => {
  const texts = [
    "README.md",
    ...inFolder("documentation", ".mdx"),
    ...inFolder("src/actions", ".ts"),
    ...inFolder("src/triggers", ".ts"),
  ];
  const named = texts.flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), "utf8").matchAll(
        /\bZoho(?:CRM|Books|Files|Search|Writer|Sign)(?:\.\w+)+/g,
      ),
    ].map(([scope]) => scope),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(unknown(named)).toEqual([]);
});
