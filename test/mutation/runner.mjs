import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { format } from "node:util";
import { expect } from "expect";
import { register } from "tsx/cjs/api";
import { register as registerImports } from "tsx/esm/api";

/*
 * Runs jest's test files for Stryker in one process that loads them once. Jest loads a test's modules anew for
 * each mutant, which takes most of the time; here a mutant is switched on in what is loaded, and costs only the
 * tests that reach it, the quickest first.
 */

const isOfEach = (row) => (Array.isArray(row) ? row : [row]);

const titleOf = (title, row) =>
  typeof row[0] === "object" && row[0] !== null
    ? title.replace(/\$(\w+)/g, (_, key) => String(row[0][key]))
    : format(title, ...row.slice(0, (title.match(/%[sdifjoOp]/g) ?? []).length));

const suite = (title, parent) => ({
  title,
  parent,
  parts: [],
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
  afterAll: [],
});

/** How long one test may take, beyond ten times what it takes without a mutant, in milliseconds. */
const PATIENCE_MS = 5000;

const late = "It takes too long";

/** Stryker's name space, in which instrumented code looks for the mutant that is switched on. */
const stryker = () => {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
};

/** What a promise gives, or an error where it takes longer. */
async function inTime(promise, ms) {
  let timer;
  const over = new Promise((resolve) => {
    timer = setTimeout(() => resolve(new Error(late)), ms);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}

class InProcessRunner {
  root = suite("", undefined);
  current = this.root;
  tests = new Map();

  constructor({ tests, heavyTests }) {
    this.heavy = new RegExp(heavyTests);
    const isTest = (file) => file.endsWith(".test.ts");
    this.files = tests.flatMap((place) =>
      isTest(place)
        ? [place]
        : readdirSync(place, { recursive: true })
            .filter(isTest)
            .map((file) => path.join(place, file)),
    );
  }

  /**
   * Mutants are switched on only after everything was loaded without them, so that there is nothing to load
   * anew: said otherwise, Stryker begins a process for each mutant that is also reached while loading.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.on("unhandledRejection", () => {});
    process.on("uncaughtException", (error) => {
      this.stray = error;
    });
    this.declare();
    register();
    // What is loaded when it is first used.
    registerImports();
    const load = createRequire(path.resolve("package.json"));
    load(path.resolve("test/setup.ts"));
    for (const file of this.files) {
      this.file = path.resolve(file);
      // A file's hooks are its own.
      this.current = suite("", this.root);
      this.root.parts.push(this.current);
      load(this.file);
    }
  }

  /** Jest's global functions, which only note what they are given. */
  declare() {
    const describe = (title, body) => {
      const own = suite(`${this.current.title} ${title}`.trim(), this.current);
      this.current.parts.push(own);
      this.current = own;
      body();
      this.current = own.parent;
    };
    const test = (title, body) => {
      const name = `${this.current.title} ${title}`.trim();
      let id = name;
      for (let number = 2; this.tests.has(id); number += 1) id = `${name} (${number})`;
      if (this.heavy.test(name)) return;
      const own = { id, body, fileName: this.file, ms: 30_000 };
      this.tests.set(id, own);
      this.current.parts.push(own);
    };
    for (const one of [describe, test]) {
      one.each = (rows) => (title, body) => {
        for (const row of rows.map(isOfEach)) one(titleOf(title, row), () => body(...row));
      };
    }
    const hook = (kind) => (body) => this.current[kind].push(body);
    const hooks = ["beforeAll", "beforeEach", "afterEach", "afterAll"].map((kind) => [kind, hook(kind)]);
    Object.assign(globalThis, { describe, test, it: test, expect, ...Object.fromEntries(hooks) });
  }

  async dryRun() {
    const results = await this.run(undefined, false);
    for (const { id, timeSpentMs } of results) this.tests.get(id).ms = timeSpentMs;
    this.sort(this.root);
    return { status: "complete", tests: results, mutantCoverage: stryker().mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    const state = stryker();
    Object.assign(state, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
    const results = await this.run(testFilter && new Set(testFilter), !disableBail);
    state.activeMutant = undefined;
    if (hitLimit && state.hitCount > hitLimit)
      return { status: "timeout", reason: "It goes round in circles" };
    const failed = results.filter(({ status }) => status === 1);
    if (failed.length === 0) return { status: "survived", nrOfTests: results.length };
    if (failed[0].failureMessage === late) return { status: "timeout", reason: late };
    const killedBy = failed.map(({ id }) => id);
    return {
      status: "killed",
      killedBy,
      nrOfTests: results.length,
      failureMessage: failed[0].failureMessage,
    };
  }

  /** The quickest first, as one failure is enough. */
  sort(part) {
    if (part.body) return part.ms;
    const times = new Map(part.parts.map((one) => [one, this.sort(one)]));
    part.parts.sort((left, right) => times.get(left) - times.get(right));
    return Math.max(0, ...times.values());
  }

  async run(chosen, bail) {
    const results = [];
    const isWanted = (part) =>
      part.body ? !chosen || chosen.has(part.id) : part.parts.some((one) => isWanted(one));
    const walk = async (own, before, after) => {
      const each = { before: [...before, ...own.beforeEach], after: [...own.afterEach, ...after] };
      const failure = await this.attempt(own.beforeAll);
      for (const part of own.parts.filter(isWanted)) {
        if (bail && results.some(({ status }) => status === 1)) break;
        if (!part.body) await walk(part, each.before, each.after);
        else results.push(await this.tryOne(part, each, failure));
      }
      await this.attempt(own.afterAll);
    };
    await walk(this.root, [], []);
    return results;
  }

  async tryOne({ id, body, fileName, ms }, { before, after }, failure) {
    const state = stryker();
    state.currentTestId = id;
    this.stray = undefined;
    const begun = performance.now();
    const work = this.attempt([...before, body]);
    const failed = failure ?? (await inTime(work, PATIENCE_MS + 10 * ms)) ?? this.stray;
    const failedAfter = await inTime(this.attempt(after), PATIENCE_MS);
    const timeSpentMs = performance.now() - begun;
    state.currentTestId = undefined;
    const error = failed ?? failedAfter;
    const result = { id, name: id, fileName, timeSpentMs, status: error ? 1 : 0 };
    return error ? { ...result, failureMessage: String(error.message ?? error) } : result;
  }

  /** Runs functions in their order up to the first that fails, and returns its error. */
  async attempt(functions) {
    try {
      for (const one of functions) await one();
      return undefined;
    } catch (error) {
      return error ?? new Error("failed");
    }
  }
}

const factory = (options) => new InProcessRunner(options);
factory.inject = ["options"];

/** The options of this runner: files of tests and folders of them, and the names of tests to leave out. */
export const strykerValidationSchema = {
  properties: { tests: { type: "array", items: { type: "string" } }, heavyTests: { type: "string" } },
};

export const strykerPlugins = [{ kind: "TestRunner", name: "inProcess", factory }];
