// A zone of half hours: a time that is read in the zone of the machine is wrong at once.
process.env.TZ = "America/St_Johns";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{src,sandbox,harness,test,scripts,bench}/**/*.test.ts"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: { target: "es2022", parser: { syntax: "typescript" } },
        // A package is loaded when it is first used: most test files need few of those that they import.
        module: { type: "commonjs", lazy: true },
        // Beside the code, which is read a third faster then; for coverage they have to be in it.
        sourceMaps: process.argv.includes("--coverage") ? "inline" : true,
      },
    ],
  },
  // What the bundle leaves out of spectral too, and would cost each test file half of what spectral costs.
  moduleNameMapper: { "^date-fns$|/configurationSchema$": "<rootDir>/test/support/nothing.ts" },
  setupFiles: ["<rootDir>/test/setup.ts"],
  testTimeout: 30_000,
};
