// Biome formats and lints; these are the rules that need types.
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      ...["dist/", "node_modules/", "lib/", ".stryker-tmp/", "examples/code-native/src/manifests/"],
      ...["**/*.js", "**/*.mjs"],
    ],
  },
  {
    files: ["**/*.ts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["{src,sandbox,harness}/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "max-lines": ["error", { max: 350 }] },
  },
);
