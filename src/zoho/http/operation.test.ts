import { type Credits, creditsOf, isSubConcurrent, type Operation, scopeOf } from "./operation";

const operation = (more: Partial<Operation>): Operation => ({
  method: "GET",
  path: "/",
  safety: "safe",
  class: "standard",
  scope: "ZohoCRM.modules.{module}.READ",
  credits: 1,
  success: [200],
  ...more,
});

test.each<[Credits, number | undefined, number]>([
  [5, undefined, 5],
  [5, 100, 5],
  ["perTenRecords", undefined, 1],
  ["perTenRecords", 0, 1],
  ["perTenRecords", 10, 1],
  ["perTenRecords", 11, 2],
  ["perTenRecords", 100, 10],
  ["perFiftyRecords", 0, 1],
  ["perFiftyRecords", 50, 1],
  ["perFiftyRecords", 51, 2],
  ["perFiftyRecords", 500, 10],
  ["byRows", undefined, 1],
  ["byRows", 200, 1],
  ["byRows", 201, 2],
  ["byRows", 1000, 2],
  ["byRows", 1001, 3],
  ["byRows", 2000, 3],
])("a call at %s for %s units costs %i credits", (credits, units, expected) => {
  expect(creditsOf(operation({ credits }), units)).toBe(expected);
});

test.each<[Operation["class"], number | undefined, boolean | undefined, boolean]>([
  ["standard", 100, true, false],
  ["books", 100, true, false],
  ["sub", undefined, undefined, true],
  ["subWhenSorted", 100, undefined, false],
  ["subWhenSorted", 100, false, false],
  ["subWhenSorted", 1, true, true],
  ["subAboveTen", undefined, true, false],
  ["subAboveTen", 10, true, false],
  ["subAboveTen", 11, false, true],
])("a call of the class %s with %s units, sorted: %s, is of the smaller concurrency: %s", (...row) => {
  const [name, units, sorted, expected] = row;
  expect(isSubConcurrent(operation({ class: name }), units, sorted)).toBe(expected);
});

test.each([
  ["ZohoCRM.modules.{module}.READ", "Price_Books", "ZohoCRM.modules.pricebooks.READ"],
  ["ZohoCRM.modules.{module}.READ", "Appointments__s", "ZohoCRM.modules.appointments.READ"],
  ["ZohoCRM.modules.{module}.READ", "Leads__sure", "ZohoCRM.modules.custom.READ"],
  ["ZohoCRM.modules.{module}.READ", "Sales__s_Orders", "ZohoCRM.modules.custom.READ"],
  ["ZohoCRM.modules.{module}.READ", "Properties", "ZohoCRM.modules.custom.READ"],
  ["ZohoCRM.modules.{module}.READ", undefined, "ZohoCRM.modules.custom.READ"],
  ["ZohoCRM.settings.READ", "Leads", "ZohoCRM.settings.READ"],
  ["ZohoBooks.{module}.READ", "debitnotes", "ZohoBooks.debitnotes.READ"],
  ["ZohoBooks.{module}.READ", undefined, "ZohoBooks..READ"],
])("the scope %s for %s is %s", (scope, module, expected) => {
  expect(scopeOf({ scope }, module)).toBe(expected);
});
