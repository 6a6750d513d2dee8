/*
 * The house and its rooms: imports only ever point down. `room` says where a room's files may import from,
 * besides each other; whatever is not listed is refused.
 */

const spectral = "node_modules/@prismatic-io/spectral/";
const axios = "node_modules/axios/";
const node =
  "^(node:)?(async_hooks|buffer|crypto|events|fs|http|https|net|os|path|perf_hooks|stream|url|util|zlib)(/|$)";
/** Values as everybody reads them, and time and memory; it imports nothing of the project, so that everybody may use it. */
const core = "^src/zoho/core/";
const tests = "\\.test\\.ts$";

const room = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path, pathNot: tests },
  to: { pathNot: [path, ...allowed] },
});

const resources = "^src/zoho/((crm|books)/|otherProducts\\.ts$)";
const actionFloor = ["^src/(define|client)\\.ts$", "^src/inputs/", resources, core, spectral];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "sdk-by-its-front-door",
      comment: "What is not exported by the SDK's index may go with any version of it.",
      severity: "error",
      from: {},
      to: { path: `^${spectral}(?!dist/index\\.|package\\.json$)` },
    },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-tests-in-code",
      comment: "What only tests need stays in tests.",
      severity: "error",
      from: { pathNot: [tests, "^test/"] },
      to: { path: [tests, "^test/"] },
    },
    {
      name: "bundle-without-development-libraries",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },

    room("src-index", "^src/index\\.ts$", ["^src/connections/", "^src/(lazyComponent|parts)\\.ts$"]),
    room("src-parts", "^src/parts\\.ts$", ["^src/(actions|dataSources|triggers)/"], "Every part by its key."),
    room(
      "src-headless",
      "^src/headless\\.ts$",
      ["^src/client\\.ts$", "^src/zoho/"],
      "What others call from code; it names what is there and adds nothing.",
    ),
    room("src-lazy-component", "^src/lazyComponent\\.ts$", [spectral]),
    room("src-connections", "^src/connections/", ["^src/zoho/dataCenters\\.ts$", spectral]),
    room(
      "src-inputs",
      "^src/inputs/",
      ["^src/zoho/books/recordTypes", core, spectral],
      "A table of record types makes the choices.",
    ),
    room(
      "src-define",
      "^src/(define|groups)\\.ts$",
      [
        "^src/client\\.ts$",
        "^src/inputs/connection\\.ts$",
        resources,
        "^src/zoho/http/files\\.ts$",
        spectral,
      ],
      "From data to what spectral takes.",
    ),
    room(
      "src-actions",
      "^src/actions/",
      actionFloor,
      "An action calls one floor down and knows no transport.",
    ),
    room("src-data-sources", "^src/dataSources/", actionFloor),
    room("src-triggers", "^src/triggers/", [
      ...actionFloor,
      "^src/actions/\\w+/exampleValues\\.ts$",
      "^src/zoho/changes/",
      node,
    ]),
    room("src-client", "^src/client\\.ts$", ["^src/zoho/", core, spectral, node]),
    room(
      "zoho-http",
      "^src/zoho/http/",
      ["^src/zoho/dataCenters\\.ts$", core, axios, node],
      "Knows nothing of Prismatic.",
    ),
    room(
      "zoho-changes",
      "^src/zoho/changes/",
      ["^src/zoho/http/", core, node],
      "What the change feeds of both products share.",
    ),
    room(
      "zoho-batch",
      "^src/zoho/batch/",
      ["^src/zoho/http/", core, node],
      "How many records are written, in both products.",
    ),
    room(
      "zoho-crm",
      "^src/zoho/crm/(?!bulk/)",
      ["^src/zoho/(http|changes|batch)/", "^src/zoho/crm/bulk/", core, node],
      "One file a resource, over the transport.",
    ),
    room(
      "zoho-crm-bulk",
      "^src/zoho/crm/bulk/",
      [
        "^src/zoho/(http|batch)/",
        "^src/zoho/crm/",
        core,
        node,
        "^node_modules/(@types/)?(csv-parse|csv-stringify|yauzl|yazl)/",
      ],
      "The one room with libraries for archives and CSV.",
    ),
    room(
      "zoho-books",
      "^src/zoho/books/",
      ["^src/zoho/(http|changes|batch)/", core, node],
      "One file a resource, over the transport.",
    ),
    room(
      "zoho-other-products",
      "^src/zoho/otherProducts\\.ts$",
      ["^src/zoho/http/", "^src/zoho/dataCenters\\.ts$", core],
      "Any path of a product that has no room of its own.",
    ),
    room("zoho-data-centers", "^src/zoho/dataCenters\\.ts$", [], "A table of data."),
    room("zoho-core", core, [node]),

    {
      name: "sandbox-alone",
      comment: "An emulated Zoho that shared code with the connector would agree with its mistakes.",
      severity: "error",
      from: { path: "^sandbox/", pathNot: tests },
      to: { path: "^(src|harness|bench|scripts|dist)/" },
    },
    {
      name: "harness-runs-what-was-built",
      severity: "error",
      from: { path: "^harness/", pathNot: tests },
      to: { path: "^(src|bench|scripts)/" },
    },
    {
      name: "harness-knows-spectral-by-type",
      severity: "error",
      from: { path: "^harness/", pathNot: tests },
      to: { path: spectral, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "harness-library-without-sandbox",
      comment: "Only the command line and the story start a sandbox.",
      severity: "error",
      from: { path: "^harness/", pathNot: [tests, "^harness/(cli/zoho|start)\\.ts$", "^harness/story/"] },
      to: { path: "^sandbox/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
