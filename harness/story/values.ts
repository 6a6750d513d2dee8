/**
 * Looking into results, which come as they would to the next step of a flow: known to be data, nothing more.
 */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a path such as `data.0.details.id`; undefined when there is nothing. */
export const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce((inner: unknown, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isObject(inner) ? inner[key] : undefined;
  }, value);

export const listAt = (value: unknown, path: string): unknown[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
};

export const textAt = (value: unknown, path: string): string => String(at(value, path) ?? "");
