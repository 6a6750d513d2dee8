import component from "..";

/** Every input that holds a list, by the part it belongs to. */
const lists = [...Object.values(component.actions), ...Object.values(component.dataSources)].flatMap(
  ({ key, inputs }) =>
    inputs.filter(({ collection }) => collection).map((input) => [`${key}.${input.key}`, input] as const),
);

/** What the platform, older and newer, hands over for a list that nobody filled in. */
const empty = [[], "", " ", undefined, null, "[]"];

it("there are lists", () => expect(lists.length).toBeGreaterThan(50));

it.each(lists)("%s takes a list of nothing in any form", (_, input) => {
  const clean = (input as { clean?: (value: unknown) => unknown }).clean;
  const outcomes = empty.map((value) => {
    try {
      return { kept: clean?.(value) };
    } catch (error) {
      return { said: String(error) };
    }
  });
  // All forms of nothing mean the same: an empty list, or that one is needed.
  const [first] = outcomes;
  for (const outcome of outcomes) {
    if (input.required && "said" in (first ?? {})) expect(outcome).toHaveProperty("said");
    else expect(outcome).toEqual(first);
  }
});
