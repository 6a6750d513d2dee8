import type { Field } from "../../metadata/types";

/** How the cells of one column are read into a field. */
export interface Column {
  index: number;
  field: Field;
  /** Set where cells name a record by its id rather than its name. */
  byId: boolean;
  format: string | undefined;
}

const numbers = ["integer", "currency", "double", "percent", "rollup_summary"];
const lookups = ["lookup", "ownerlookup", "userlookup", "multi_module_lookup"];

const american = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d))?$/;

/** A date or time in the format of its column: MM/dd/yyyy where none is named. */
function momentOf(text: string, format: string | undefined): string {
  if (format !== undefined) return text;
  const [, month, day, year, time] = american.exec(text) ?? [];
  // What is in another form is left as it is, which the field then refuses.
  return year === undefined ? `not ${text}` : `${year}-${month}-${day}${time ? `T${time}+00:00` : ""}`;
}

/** The value that a cell has for a field, as the records API would take it. */
export function cellValue(text: string, { field, format }: Column): unknown {
  if (text === "") return null;
  if (numbers.includes(field.dataType)) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (field.dataType === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (field.dataType === "multiselectpicklist") return text.split(";");
  if (lookups.includes(field.dataType)) return { id: text };
  return field.dataType === "date" || field.dataType === "datetime" ? momentOf(text, format) : text;
}
