import { execFileSync } from "node:child_process";
import path from "node:path";

const project = path.resolve(__dirname, "..");

/** Builds a component with the project's webpack configuration and gives the bundle's path. */
export function build(entry: string, directory: string): string {
  execFileSync(process.execPath, [require.resolve("webpack/bin/webpack.js")], {
    cwd: project,
    env: { ...process.env, BUNDLE_ENTRY: entry, BUNDLE_DIRECTORY: directory },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return path.resolve(project, directory, "index.js");
}

/** The component itself, where the harness looks for it. */
export const buildComponent = (): string => build("./src/index.ts", "dist");
