import { execFileSync } from "node:child_process";
import path from "node:path";

const project = path.resolve(__dirname, "..");

/** Builds a component with a webpack configuration of the project and gives the bundle's path. */
function build(configuration: string, directory: string): string {
  execFileSync(process.execPath, [require.resolve("webpack/bin/webpack.js"), "--config", configuration], {
    cwd: project,
    env: { ...process.env, BUNDLE_DIRECTORY: directory },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return path.resolve(project, directory, "index.js");
}

/** The component itself, where the harness looks for it. */
export const buildComponent = (): string => build("webpack.config.js", "dist");

/** A component with nothing in it, as the platform's scaffold builds one. */
export const buildEmpty = (directory: string): string => build("bench/empty/webpack.config.js", directory);
