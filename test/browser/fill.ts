import type { Locator, Page } from "playwright-core";
import type { FormSchema } from "../../src/zoho/core/form";

/*
 * Fills a form as a person does: choices by what they read, rows by the button that adds one.
 */

type Scope = Page | Locator;

async function enterInto(control: Locator, schema: FormSchema, value: unknown): Promise<void> {
  const option = schema.oneOf?.find((each) => each.const === value);
  if (option) await control.selectOption({ label: option.title });
  else if (schema.type === "boolean") await control.setChecked(value === true);
  else if (schema.format === "date-time") await control.fill(String(value).slice(0, 16));
  else await control.fill(String(value));
}

async function enterRows(scope: Scope, schema: FormSchema, rows: readonly unknown[]): Promise<void> {
  const { title = "", items = {} } = schema;
  const add = scope.getByRole("button", { name: `Add to ${title}`, exact: true });
  const table = scope.locator("div.array-table-layout", { has: add }).last();
  for (const [at, value] of rows.entries()) {
    await add.click();
    const cells = table.locator("tbody > tr").nth(at).locator("td");
    if (items.type !== "object") {
      await enterInto(cells.first().locator("input, select"), items, value);
      continue;
    }
    for (const [column, [name, inner]] of Object.entries(items.properties ?? {}).entries()) {
      const cell: unknown = Reflect.get(Object(value), name);
      if (cell !== undefined) await enterInto(cells.nth(column).locator("input, select"), inner, cell);
    }
  }
}

/** Enters the values of an object into the controls of its properties. */
export async function enter(scope: Scope, { properties = {} }: FormSchema, values: object): Promise<void> {
  for (const [name, schema] of Object.entries(properties)) {
    const value: unknown = Reflect.get(values, name);
    if (value === undefined) continue;
    if (Array.isArray(value)) await enterRows(scope, schema, value);
    else if (schema.type === "object") {
      const legend = scope.locator("legend").getByText(schema.title ?? "", { exact: true });
      await enter(legend.locator(".."), schema, Object(value));
    } else await enterInto(scope.locator(`[id="#/properties/${name}-input"]`), schema, value);
  }
}
