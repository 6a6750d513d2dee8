import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Component } from "./component";

export const builtComponent = path.resolve(__dirname, "../dist/index.js");

function isComponent(value: unknown): value is Component {
  return (
    typeof value === "object" &&
    value !== null &&
    ["key", "display", "actions", "triggers", "dataSources", "connections"].every((key) => key in value)
  );
}

/** The newest of the files that a component is built of, in milliseconds since the epoch. */
const newestOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .reduce(
      (newest, { parentPath, name }) => Math.max(newest, statSync(path.join(parentPath, name)).mtimeMs),
      0,
    );

const sourceFolder = path.resolve(__dirname, "../src");

/** Whether the component was built before its source was as it is, or not at all. */
export const isStale = (file = builtComponent): boolean =>
  !existsSync(file) || (existsSync(sourceFolder) && newestOf(sourceFolder) > statSync(file).mtimeMs);

/**
 * Loads a built component the way the platform does: the default export of a CommonJS file. One that is older
 * than its source is refused.
 */
export function loadComponent(file = builtComponent): Component {
  if (!existsSync(file)) throw new Error(`${file} does not exist. Run npm run build first.`);
  if (file === builtComponent && isStale())
    throw new Error(`${file} is older than its source. Run npm run build first.`);
  const { default: component }: { default?: unknown } = require(file);
  if (!isComponent(component)) throw new Error(`${file} has no component as its default export.`);
  return component;
}
