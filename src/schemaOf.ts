type TypeName = "string" | "number" | "boolean" | "null" | "array" | "object";

/** The part of JSON Schema that describes Zoho's answers. */
export interface OutputSchema {
  type?: TypeName | TypeName[];
  properties?: Record<string, OutputSchema>;
  items?: OutputSchema;
}

/**
 * The schema of an example: its names and types. Nothing is required and more is always allowed, for the
 * fields of a record differ from organisation to organisation; what stands inside may be null, for any of
 * them may be empty.
 */
export function schemaOf(example: unknown): OutputSchema {
  if (example === null || example === undefined || Buffer.isBuffer(example)) return {};
  if (Array.isArray(example)) return { type: "array", items: merged(example.map(schemaOf)) };
  if (typeof example === "object") {
    const properties = Object.entries(example).map(([name, value]) => [name, nullable(schemaOf(value))]);
    return { type: "object", properties: Object.fromEntries(properties) };
  }
  if (typeof example === "string") return { type: "string" };
  return { type: typeof example === "boolean" ? "boolean" : "number" };
}

const nullable = (schema: OutputSchema): OutputSchema =>
  typeof schema.type === "string" ? { ...schema, type: [schema.type, "null"] } : schema;

/** One schema for the items of a list: what they all agree on. */
function merged([first = {}, ...others]: readonly OutputSchema[]): OutputSchema {
  return others.reduce((left, right) => {
    if (String(left.type) !== String(right.type)) return {};
    const both = { type: left.type };
    if (left.items && right.items) return { ...both, items: merged([left.items, right.items]) };
    if (!left.properties || !right.properties) return left;
    const names = new Set([...Object.keys(left.properties), ...Object.keys(right.properties)]);
    const properties = [...names].map((name) => {
      const schemas = [left.properties?.[name], right.properties?.[name]].filter(
        (schema) => schema !== undefined,
      );
      return [name, merged(schemas)];
    });
    return { ...both, properties: Object.fromEntries(properties) };
  }, first);
}
