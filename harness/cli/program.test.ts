import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommanderError } from "commander";
import { tallyComponent } from "../../test/fixtures/tally";
import { listing } from "./list";
import { createProgram, type Request } from "./program";

/** Parses a command line and gives the request, or the text that the user gets instead. */
async function parse(...args: string[]): Promise<{ request?: Request; said: string }> {
  let request: Request | undefined;
  let said = "";
  const program = createProgram(tallyComponent(), async (asked) => {
    request = asked;
  });
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeErr: (text) => (said += text), writeOut: (text) => (said += text) });
  }
  await program.parseAsync(args, { from: "user" }).catch((error) => {
    if (!(error instanceof CommanderError)) throw error;
  });
  return { request, said };
}

const inputs = async (...args: string[]) => (await parse("echo", "--text", "x", ...args)).request?.inputs;

describe("the values of inputs", () => {
  it("keeps text as it is, and leaves out what was not given", async () => {
    expect(await inputs("--code", "select 1")).toEqual({ text: "x", code: "select 1" });
  });

  it("makes a list of repeated flags", async () => {
    expect(await inputs("--tags", "a", "--tags", "b")).toMatchObject({ tags: ["a", "b"] });
  });

  it("makes pairs of key=value, at the first equals sign", async () => {
    expect(await inputs("--values", "Last_Name=Burns", "--values", "Note=a=b")).toMatchObject({
      values: [
        { key: "Last_Name", value: "Burns" },
        { key: "Note", value: "a=b" },
      ],
    });
  });

  it("takes a boolean with and without a value", async () => {
    expect(await inputs("--flag")).toMatchObject({ flag: true });
    expect(await inputs("--flag", "false")).toMatchObject({ flag: false });
  });

  it("reads files: bytes for data, text for the rest", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "harness-")), "note.json");
    writeFileSync(file, '{"a":1}');
    expect(await inputs("--file", `@${file}`, "--code", `@${file}`, "--tags", "@@mine")).toMatchObject({
      file: { data: Buffer.from('{"a":1}'), contentType: "application/octet-stream" },
      code: '{"a":1}',
      tags: ["@mine"],
    });
  });
});

describe("bad arguments", () => {
  it("names the nearest key for an unknown one", async () => {
    const { said } = await parse("ehco");
    expect(said).toContain("unknown command 'ehco'");
    expect(said).toContain("Did you mean echo?");
  });

  it("lists the inputs with their types for an unknown input", async () => {
    const { said } = await parse("echo", "--txet", "y");
    expect(said).toContain("unknown option '--txet'");
    expect(said).toContain("Did you mean --text?");
    expect(said).toMatch(/--text <string>\s+Text \(required\)\. Some text\./);
    expect(said).toMatch(/--values <key=value\.\.\.>/);
  });

  it("says which required input is missing", async () => {
    expect((await parse("echo")).said).toContain("error: echo needs --text");
  });

  it.each([
    ["--values", "Burns", "It takes key=value."],
    ["--flag", "yes", "It takes true or false."],
    ["--file", "@/nowhere/at/all", "The file /nowhere/at/all cannot be read."],
  ])("says what %s takes when given %s", async (flag, value, message) => {
    expect((await parse("echo", "--text", "x", flag, value)).said).toContain(message);
  });
});

describe("the listing", () => {
  it("has every part under its kind", () => {
    const text = listing(tallyComponent());
    for (const part of ["ACTIONS", "echo", "DATA SOURCES", "Select Number", "TRIGGERS", "New Numbers"]) {
      expect(text).toContain(part);
    }
  });
});
