import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtComponent, isStale } from "../harness/load";

/*
 * `npm run manifest` writes the typed manifest of the built component, as the SDK's own generator makes it,
 * into the example that uses it; `npm run manifest -- FOLDER` writes a package of it, ready for `npm pack`.
 */

const root = path.resolve(__dirname, "..");
const bin = path.join(root, "node_modules/.bin");
const example = path.join(root, "examples/code-native/src/manifests/zoho");

/**
 * Runs the generator on the component without its output schemas: it writes a schema as the text that the
 * platform takes, where the type of a manifest wants an object.
 */
const generator = `
const { default: component } = require(${JSON.stringify(builtComponent)});
for (const action of Object.values(component.actions)) delete action.outputSchema;
require(${JSON.stringify(path.join(bin, "component-manifest"))});
`;

/** Makes the package of the manifest in a folder of its own, and hands it over. */
function generate(use: (folder: string) => void): void {
  const stage = mkdtempSync(path.join(tmpdir(), "manifest-"));
  try {
    const folder = path.join(stage, "made");
    const env = { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter), TMPDIR: stage };
    const flags = ["--skip-signature-verify", "--name", "zoho-manifest", "--output-dir", folder];
    execFileSync(process.execPath, ["-e", generator, "component-manifest", ...flags], {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    use(folder);
  } finally {
    rmSync(stage, { recursive: true });
  }
}

const [wanted] = process.argv.slice(2);
const entry = path.join(example, "index.ts");
if (isStale()) execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
if (wanted) generate((folder) => cpSync(folder, wanted, { recursive: true }));
else if (!existsSync(entry) || statSync(entry).mtimeMs < statSync(builtComponent).mtimeMs)
  generate((folder) => {
    rmSync(example, { recursive: true, force: true });
    cpSync(path.join(folder, "src"), example, { recursive: true });
  });
