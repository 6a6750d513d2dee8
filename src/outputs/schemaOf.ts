/** The part of JSON Schema that describes Zoho's answers. */
export interface Schema {
  type?: "string" | "number" | "boolean" | "null" | "array" | "object";
  properties?: Record<string, Schema>;
  items?: Schema;
}

/**
 * The schema of an example: its types and names. Nothing is required and more is always allowed, for the fields of a record differ from
 * organisation to organisation; a null says nothing about the type.
 */
export function schemaOf(example: unknown): Schema {
  if (example === null || example === undefined || Buffer.isBuffer(example)) return {};
  if (Array.isArray(example)) return { type: "array", items: merged(example.map(schemaOf)) };
  if (typeof example === "object") {
    const properties = Object.entries(example).map(([name, value]) => [name, schemaOf(value)]);
    return { type: "object", properties: Object.fromEntries(properties) };
  }
  if (typeof example === "string") return { type: "string" };
  return { type: typeof example === "boolean" ? "boolean" : "number" };
}

/** One schema for the items of a list: what they all agree on. */
function merged(schemas: readonly Schema[]): Schema {
  const [first = {}, ...others] = schemas;
  return others.reduce((left, right) => {
    if (left.type !== right.type) return {};
    if (left.type === "array") return { type: "array", items: merged([left.items ?? {}, right.items ?? {}]) };
    if (left.type !== "object") return left;
    const names = new Set([...Object.keys(left.properties ?? {}), ...Object.keys(right.properties ?? {})]);
    const properties = [...names].map((name) => {
      const both = [left.properties?.[name], right.properties?.[name]].filter(
        (schema) => schema !== undefined,
      );
      return [name, merged(both)];
    });
    return { type: "object", properties: Object.fromEntries(properties) };
  }, first);
}
