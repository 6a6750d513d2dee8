import component from "./";
import { lazyComponent, optionsOf } from "./lazyComponent";

const display = { label: "Echo", description: "Says it again." };
const shell = { key: "lazy", display: { ...display, iconPath: "icon.png" } };

/** A component with two actions, and which of them were loaded. */
function lazy() {
  const loaded: string[] = [];
  const load = (key: string) => () => {
    loaded.push(key);
    return { display, inputs: {}, perform: async () => ({ data: key }) };
  };
  const made = lazyComponent(shell, {
    actions: { one: load("one"), two: load("two") },
    dataSources: {},
    triggers: {},
  });
  return { made, loaded };
}

test("a part is loaded when its own key is first read, and once", async () => {
  const { made, loaded } = lazy();
  expect(Object.keys(made.actions)).toEqual(["one", "two"]);
  expect("two" in made.actions).toBe(true);
  expect(loaded).toEqual([]);
  expect(made.actions.one).toBe(made.actions.one);
  expect(loaded).toEqual(["one"]);
  expect(made.actions.one?.key).toBe("one");
});

test("a part that fails to load is asked again", () => {
  let isBroken = true;
  const made = lazyComponent(shell, {
    actions: {
      one: () => {
        if (isBroken) throw new Error("not now");
        return { display, inputs: {}, perform: async () => ({ data: 1 }) };
      },
    },
    dataSources: {},
    triggers: {},
  });
  expect(() => made.actions.one).toThrow("not now");
  isBroken = false;
  expect(made.actions.one?.key).toBe("one");
});

describe("the definition behaves as an ordinary object", () => {
  test("it can be frozen and read", () => {
    const { made } = lazy();
    Object.freeze(made.actions);
    expect(made.actions.one?.key).toBe("one");
    expect(made.actions.one).toBe(made.actions.one);
  });

  test("a part can be replaced and removed", () => {
    const { made } = lazy();
    const { two } = made.actions;
    if (two) made.actions.one = two;
    expect(made.actions.one).toBe(two);
    Reflect.deleteProperty(made.actions, "two");
    expect(Object.keys(made.actions)).toEqual(["one"]);
  });

  test("a copy has every part", () => {
    const { made, loaded } = lazy();
    const copy = { ...made.actions };
    expect(loaded).toEqual(["one", "two"]);
    expect(copy.one).toBe(made.actions.one);
    expect(Object.values(copy).map(({ key }) => key)).toEqual(["one", "two"]);
  });

  test("JSON tells of every part", () => {
    const { made } = lazy();
    expect(Object.keys(JSON.parse(JSON.stringify(made)).actions)).toEqual(["one", "two"]);
  });

  test("it can be imported", async () => {
    const imported: { default: unknown } = await import("./");
    expect(imported.default).toBe(component);
  });
});

test("every part bears the key under which it is found", () => {
  for (const kind of ["actions", "dataSources", "triggers"] as const)
    for (const [key, part] of Object.entries(component[kind])) expect(part.key).toBe(key);
});

test("parts can be called from code with the versions of the SDK that know of it", () => {
  const versions = ["10.31.1", "10.33.1", "10.33.2", "10.38.0", "11.0.0-beta.1", "9.99.9"];
  const callable = versions.filter((version) => optionsOf(version).some((option) => option.callable));
  expect(callable).toEqual(["10.33.2", "10.38.0", "11.0.0-beta.1"]);
});
