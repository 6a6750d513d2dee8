/** A record, as stored or as it was sent. Rows in a store are never changed in place. */
export type Row = Readonly<Record<string, unknown>>;

/** A record that is being put together. */
export type Draft = Record<string, unknown>;

export const isObject = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object's parts; none when it is not an object. */
export const partsOf = (value: unknown): Draft => (isObject(value) ? value : {});

/** The objects of a list; none when it is not a list. */
export const objectsOf = (value: unknown): Draft[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A text or a number as text; anything else, and what is missing, is the empty text. */
export const textOf = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether a flag is set: in JSON as a boolean, in a query as text. */
export const isTrue = (value: unknown): boolean => value === true || value === "true";

/** The words of a list that is written with spaces. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** The items of a comma-separated parameter. */
export const itemsOf = (value: string | null): string[] =>
  (value ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** The values of a list that are there. */
export const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T => value !== undefined);

/** A field an organisation has added to a record type. */
export interface CustomField {
  customfield_id: string;
  api_name: string;
  label: string;
  data_type: "string" | "decimal" | "dropdown" | "date";
  index: number;
  /** Whether no two records may share a value, which is what an upsert goes by. */
  is_unique: boolean;
}
