const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const webpack = require("webpack");

/** @type {import("webpack").Configuration} */
module.exports = {
  mode: "production",
  target: "node20",
  entry: process.env.BUNDLE_ENTRY ?? "./src/index.ts",
  output: {
    path: path.resolve(__dirname, process.env.BUNDLE_DIRECTORY ?? "dist"),
    filename: "index.js",
    library: { type: "commonjs2" },
    clean: true,
  },
  resolve: {
    extensions: [".ts", ".js"],
    alias: {
      // Spectral's test helpers are exported from its index and never called at run time.
      "jest-mock": false,
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
  plugins: [
    // zod's error messages in forty languages; English is the one that spectral shows.
    new webpack.NormalModuleReplacementPlugin(
      /locales[\\/]index\.(c?js)$/,
      path.resolve(__dirname, "scripts/zodLocales.js"),
    ),
    new CopyPlugin({ patterns: [{ from: "assets", to: "." }] }),
  ],
  optimization: { usedExports: true, sideEffects: true },
  performance: { hints: false },
  stats: "errors-warnings",
};
