// Stands in for zod's table of forty languages in the bundle; see webpack.config.js.
module.exports = { en: require("zod/v4/locales/en.cjs").default };
