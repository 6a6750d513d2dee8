import { existsSync } from "node:fs";
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

/** Loads a built component the way the platform does: the default export of a CommonJS file. */
export function loadComponent(file = builtComponent): Component {
  if (!existsSync(file)) throw new Error(`${file} does not exist. Run npm run build first.`);
  const { default: component }: { default?: unknown } = require(file);
  if (!isComponent(component)) throw new Error(`${file} has no component as its default export.`);
  return component;
}
