import { readFileSync } from "node:fs";
import path from "node:path";

interface Package {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
}

const project = path.resolve(__dirname, "..");
const read = (file: string) => JSON.parse(readFileSync(path.join(project, file), "utf8"));

const { packages }: { packages: Record<string, Package> } = read("package-lock.json");
const installed = Object.entries(packages).filter(([name]) => name !== "");

/**
 * A native tool's build for one platform. Not every registry holds all of them, so those are pinned by their
 * exact version at least.
 */
const isBuildOfTool = ({ optional, os, version }: Package) =>
  optional === true && os !== undefined && /^\d+\.\d+\.\d+$/.test(version ?? "");

it("pins every package by a sha512 sum", () => {
  expect(installed.length).toBeGreaterThan(0);
  const unpinned = installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  expect(unpinned.filter(([, found]) => !isBuildOfTool(found))).toEqual([]);
});

it("takes packages from the registry in use, not from an address, a repository or a folder", () => {
  expect(installed.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
});

it("names exact versions", () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = read("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
