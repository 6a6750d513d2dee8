/**
 * The rooms whose tests are themselves tested, each with the tests that are to tell its mutants; its own are
 * always among them. `npm run mutation` tries one room after the other, and `ROOM=batch npm run mutation` one.
 */
const rooms = {
  http: {
    mutate: "src/zoho/http",
    tests: [
      "src/zoho/otherProducts.test.ts",
      "src/zoho/batch/doubts.test.ts",
      "src/zoho/batch/outcomes.test.ts",
      "src/zoho/crm/values/layouts.test.ts",
    ],
  },
  changes: { mutate: "src/zoho/changes", tests: ["src/zoho/crm/changes", "src/zoho/books/changes"] },
  crmValues: { mutate: "src/zoho/crm/values", tests: ["src/zoho/crm/records/activities.test.ts"] },
  booksValues: { mutate: "src/zoho/books/values", tests: [] },
  batch: {
    mutate: "src/zoho/batch",
    tests: ["src/zoho/crm/records/write", "src/zoho/books/records/many.test.ts"],
  },
};

const { ROOM = "http" } = process.env;
const { mutate, tests } = rooms[ROOM];

export default {
  mutate: [`${mutate}/**/*.ts`, `!${mutate}/**/*.test.ts`],
  plugins: ["./test/mutation/runner.mjs", "./test/mutation/explaining.mjs"],
  testRunner: "inProcess",
  tests: [mutate, ...tests],
  // Bodies of a hundred megabytes, a thousand requests, and thousands of records of any values.
  heavyTests: "limits of the client|creates 1,000 records|our verdict on",
  coverageAnalysis: "perTest",
  // What a module computes while it is loaded is not tried: it would take a load for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["/dist", "/coverage", "/reports", "/documentation", "/bench", "/assets"],
  // The runner ends a test that hangs by itself; this is for what does not even let it.
  timeoutMS: 30_000,
  reporters: ["clear-text", "progress-append-only", "html", "json", "explaining"],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  htmlReporter: { fileName: `reports/mutation/${ROOM}.html` },
  jsonReporter: { fileName: `reports/mutation/${ROOM}.json` },
  thresholds: { high: 90, low: 85, break: 85 },
};
