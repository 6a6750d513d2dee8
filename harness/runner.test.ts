import { tallyComponent } from "../test/fixtures/tally";
import { createRunner } from "./runner";
import { emptyState } from "./state";

const runner = () => createRunner({ component: tallyComponent() });

describe("an action", () => {
  it("gets defaults for what is left out, and the component's cleaners over both", async () => {
    const result = await runner().action("echo", { text: 7, tags: ["a"] });
    expect(result?.data).toEqual({
      text: "7",
      size: 10,
      tags: ["a"],
      values: [],
      flag: "false",
      code: "",
      file: "",
    });
  });

  it("refuses a key that is no input, and names the inputs", async () => {
    await expect(runner().action("echo", { txt: "a" })).rejects.toThrow(
      "Action echo has no input txt. Its inputs are text, size, tags, values, flag, code, file.",
    );
  });

  it("names the actions there are when asked for another", async () => {
    await expect(runner().action("ehco")).rejects.toThrow(
      "There is no action ehco. There are echo, count, leak.",
    );
  });

  it("logs with levels", async () => {
    const used = runner();
    await used.action("echo", { text: "a" });
    expect(used.logs).toEqual([{ level: "info", message: "echoing { text: 'a' }" }]);
  });

  it("throws what the component's error hook made of a failure", async () => {
    await expect(runner().action("count", { fail: "true" })).rejects.toThrow("Tally: asked to fail");
  });

  it("keeps state after a success, returned or changed in place, and not after a failure", async () => {
    const used = runner();
    const state = emptyState();
    await used.action("count", {}, { state });
    await expect(used.action("count", { fail: "true" }, { state })).rejects.toThrow();
    await used.action("count", {}, { state });
    expect(state).toEqual({ instanceState: { runs: 2 }, crossFlowState: { runs: 2 }, integrationState: {} });
  });

  it("runs in debug mode on request", async () => {
    const result = await runner().action("count", {}, { debug: true });
    expect(result?.data).toEqual({ runs: 1, debug: true });
  });

  it("fails with a result that cannot leave the process", async () => {
    await expect(runner().action("leak")).rejects.toThrow(
      "Action leak returned a value that cannot be serialised.",
    );
  });
});

describe("a data source", () => {
  it("gets neither state nor a flow", async () => {
    const { result } = await runner().dataSource("selectNumber", { text: "x" });
    expect(result).toEqual([
      { key: "logger,configVars,customer,instance,user,globalDebug,debug,invokeFlow", label: "x" },
    ]);
  });
});
