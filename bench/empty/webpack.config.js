const path = require("node:path");

/** @type {import("webpack").Configuration} The platform's own scaffold for components, with this project's compiler. */
module.exports = {
  mode: "production",
  target: "node",
  context: __dirname,
  entry: "./index.ts",
  output: { path: process.env.BUNDLE_DIRECTORY, filename: "index.js", library: { type: "commonjs2" } },
  resolve: { extensions: [".ts", ".js"] },
  module: require(path.resolve(__dirname, "../../webpack.config.js")).module,
  optimization: { usedExports: true, sideEffects: false },
  performance: { hints: false },
  stats: "none",
};
