import type { Field, PicklistChoice } from "./fields";
import { invalid, refused, type Typed, typed } from "./problem";
import { type Converter, text, textOf, wrong } from "./scalars";

/*
 * Values of picklists. Zoho writes, reads and queries them by what people see (`display_value`). Its lists of
 * them are not complete, so a value that is on none is sent and Zoho decides, unless the builder wants only
 * known ones.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

/**
 * The value that people see, from itself, from what it was first called, or from either in another case where
 * that means just one.
 */
function displayOf({ choices }: Field, content: string): string | undefined {
  const named =
    choices.find(({ display }) => display === content) ?? choices.find(({ actual }) => actual === content);
  if (named) return named.display;
  const wanted = content.toLowerCase();
  const [alike, another] = choices.filter((choice) => namesOf(choice).includes(wanted));
  return another ? undefined : alike?.display;
}

const namesOf = ({ display, actual }: PicklistChoice): string[] => [
  display.toLowerCase(),
  actual.toLowerCase(),
];

const supported = (field: Field): Typed => {
  const values = field.choices.map(({ display }) => display);
  return refused(invalid(field.name, "one of its values", { supported_values: values }));
};

/** One value of a picklist. */
export const picklist: Converter = (value, field, how) => {
  const content = textOf(value)?.trim();
  if (content === undefined) return wrong(field, "one of its values");
  const known = displayOf(field, content);
  if (known === undefined && !how.newPicklistValues) return supported(field);
  return text(known ?? content, field, how);
};

/** Several values: a list, or text in which semicolons divide them. */
export const multiselect: Converter = (value, field, { newPicklistValues }) => {
  const items = typeof value === "string" ? value.split(";") : value;
  if (!Array.isArray(items)) return wrong(field, "a list of values, or text separated by semicolons");
  const contents = items.map((item) => textOf(item)?.trim()).filter((content) => content !== "");
  const chosen: string[] = [];
  for (const content of contents) {
    if (content === undefined) return wrong(field, "a list of texts");
    const known = displayOf(field, content);
    if (known === undefined && !newPicklistValues) return supported(field);
    chosen.push(known ?? content);
  }
  return typed([...new Set(chosen)]);
};
