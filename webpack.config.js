const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");

/*
 * What spectral's index exports to others and a component never calls at run time: the helpers of tests, and the schemas, the YAML and the conditions of
 * integrations that are written in code; and the table of all types of files, by which a library guesses them for forms that it builds itself, while ours
 * are Node's own and name their types. They are more than a third of what a bundle loads.
 */
const unused = {
  "jest-mock": false,
  [require.resolve("@prismatic-io/spectral/dist/serverTypes/configurationSchema.js")]: false,
  yaml$: false,
  "date-fns$": false,
  "mime-db$": false,
};

/** @type {import("webpack").Configuration} */
module.exports = {
  mode: "production",
  target: "node20",
  entry: "./src/index.ts",
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "index.js",
    library: { type: "commonjs2" },
    clean: true,
    // A bundle that came out the same is written again, so that its age tells whether it is stale.
    compareBeforeEmit: false,
  },
  resolve: {
    extensions: [".ts", ".js"],
    alias: {
      ...unused,
      // Spectral requires axios and the transport imports it: one build of it serves both.
      axios$: path.resolve(__dirname, "node_modules/axios/dist/node/axios.cjs"),
    },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
      },
    ],
  },
  plugins: [new CopyPlugin({ patterns: [{ from: "assets", to: "." }] })],
  optimization: {
    usedExports: true,
    sideEffects: true,
    // A file with a single letter beyond ASCII is kept in two bytes a letter, and takes longer to read and parse.
    minimizeOptions: { javascript: { compress: { passes: 2 }, format: { ascii_only: true } } },
  },
  performance: { hints: false },
  stats: "errors-warnings",
};
