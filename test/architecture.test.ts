import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import ts from "typescript";
import { builtComponent } from "../harness/load";

/*
 * What dependency-cruiser, Biome and ESLint cannot say about the house.
 */

const project = path.resolve(__dirname, "..");
const rooms = ["src", "sandbox", "harness", "bench", "scripts", "test"];

/** The TypeScript files below a folder, by their path in the project. */
const filesOf = (folder: string): string[] =>
  readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`);

const isTest = (file: string) => file.endsWith(".test.ts");
const textOf = (file: string) => readFileSync(path.join(project, file), "utf8");

const codes = new Map<string, string>();

/** A file's code without its comments and types, and without the blanks, with which the comments go. */
function codeOf(file: string): string {
  const code =
    codes.get(file) ??
    transformSync(textOf(file), { loader: "ts", charset: "utf8", minifyWhitespace: true }).code;
  codes.set(file, code);
  return code;
}

/** The product files of a folder whose code has something in it. */
const withCode = (folder: string, pattern: RegExp, except: string[] = []): string[] =>
  filesOf(folder).filter((file) => !isTest(file) && !except.includes(file) && pattern.test(codeOf(file)));

it("has Zoho's hosts in one table", () => {
  const api = /\bzohoapis\b/;
  const anyHost = /\/\/[\w.-]*zoho\w*\./;
  // The example of a notification is the call as Zoho sends it, with its address.
  const table = ["src/zoho/dataCenters.ts", "src/triggers/examples.ts"];
  expect(withCode("src", api, table)).toEqual([]);
  expect(withCode("src/zoho", anyHost, table)).toEqual([]);
  expect(codeOf("src/client.ts")).not.toMatch(anyHost);
});

it("reads the environment in one place, where loopback is allowed", () => {
  expect(withCode("src", /\bprocess\.env\b/)).toEqual(["src/zoho/dataCenters.ts"]);
});

it("prints nothing: what is logged goes through the platform's logger", () => {
  expect(withCode("src", /\bconsole\.\w+\(/)).toEqual([]);
});

it("spells as Americans do what people read", () => {
  const british = /\b(centres?|organisations?|licences?|catalogues?|behaviours?|favourites?)\b/i;
  expect(withCode("src", british)).toEqual([]);
  const pages = readdirSync(path.join(project, "documentation"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => `documentation/${name}`);
  const said = [...pages, "README.md"].filter((file) =>
    british.test(textOf(file).replaceAll(/`[^`]*`/g, "")),
  );
  expect(said).toEqual([]);
});

it("takes time and chance from the clock that it is given", () => {
  const own = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bset(Timeout|Interval)\(/;
  expect(withCode("src/zoho", own, ["src/zoho/core/clock.ts"])).toEqual([]);
});

it("has no folder of more than 15 files, tests beside them aside", () => {
  const counts = new Map<string, number>();
  for (const file of rooms.flatMap(filesOf).filter((each) => !isTest(each))) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, files]) => files > 15)).toEqual([]);
});

it("has no file of more than 300 lines in src, tests and the written list of parts aside", () => {
  const long = filesOf("src").filter((each) => !isTest(each) && textOf(each).split("\n").length > 301);
  expect(long).toEqual(["src/parts.ts"]);
});

it("has no comment wider than 110 columns", () => {
  const wide = rooms.flatMap(filesOf).flatMap((file) =>
    textOf(file)
      .split("\n")
      .filter((line) => /^\s*(\/\/|\/?\*)/.test(line) && line.length > 110)
      .map((line) => `${file}: ${line}`),
  );
  expect(wide).toEqual([]);
});

it("holds no plans and no silenced checks", () => {
  const notes = /TODO|FIXME|@ts-(ignore|expect-error|nocheck)|(biome|eslint)-(ignore|disable)/;
  const found = rooms.flatMap(filesOf).filter((file) => notes.test(textOf(file)));
  expect(found.filter((file) => file !== "test/architecture.test.ts")).toEqual([]);
});

describe("the bundle", () => {
  it("loads without making code from strings", () => {
    const load = `const { default: component } = require(process.argv[1]); console.log(component.key);`;
    const args = ["--disallow-code-generation-from-strings", "-e", load, builtComponent];
    expect(execFileSync(process.execPath, args, { encoding: "utf8" }).trim()).toBe("zoho");
  });

  it.each([
    ["calls of Zoho's files", /scoring_rules\/\{ruleId\}":\[|\{reatinerinvoice_id\}\/submit":\[/, 72],
    ["bodies that they take", /"POST \/contacts\/roles":|"POST \/projects":/, 124],
  ])("has the %s in chunks of their own, of so many KB together at most", (_, entry, most) => {
    const folder = path.dirname(builtComponent);
    const textIn = (name: string) => readFileSync(path.join(folder, name), "latin1").replaceAll("\\", "");
    const holding = readdirSync(folder).filter((name) => entry.test(textIn(name)));
    expect(holding).toEqual([
      expect.stringMatching(/^\d+\.index\.js$/),
      expect.stringMatching(/^\d+\.index\.js$/),
    ]);
    const bytes = holding.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
    expect(bytes).toBeLessThanOrEqual(most * 1024);
  });

  it("knows nothing of the machine that built it, nor of the sandbox", () => {
    const bundle = readFileSync(builtComponent, "utf8");
    expect(bundle).not.toContain(project);
    expect(bundle).not.toContain("__sandbox");
  });
});

it("says of each exported function of src what it does", () => {
  const isFunction = (node?: ts.Expression) =>
    node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
  const hasDoc = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).length > 0;
  const silent = filesOf("src")
    .filter((file) => !isTest(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
      const isExported = (node: ts.FunctionDeclaration | ts.VariableStatement) =>
        node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      const described = new Set<string>();
      return source.statements.flatMap((statement) => {
        if (ts.isFunctionDeclaration(statement) && isExported(statement)) {
          const name = statement.name?.text ?? "";
          // Of overloads the first says it for all.
          if (hasDoc(statement)) described.add(name);
          return described.has(name) ? [] : [`${file}: ${name}`];
        }
        if (!ts.isVariableStatement(statement) || !isExported(statement) || hasDoc(statement)) return [];
        return statement.declarationList.declarations
          .filter(({ initializer }) => isFunction(initializer))
          .map(({ name }) => `${file}: ${name.getText()}`);
      });
    });
  expect(silent).toEqual([]);
});
