import { type Failure, failure } from "../answers";
import type { ModuleCall } from "../call";

/** How a request that names an external field finds records by that field's values. */
export interface ExternalIds {
  field: string;
  /** The id of the record whose external field has this value. */
  find: (value: string) => string | undefined;
}

/**
 * `X-EXTERNAL: {Module}.{Field}`: external ids stand where record ids would; undefined without the header.
 */
export function externalIds({
  organization,
  module,
  request,
}: ModuleCall): ExternalIds | { problem: Failure } | undefined {
  const header = request.headers["x-external"];
  if (header === undefined) return undefined;
  for (const entry of header.split(",")) {
    const [moduleName, fieldName] = entry.trim().split(".");
    const field = moduleName === module.apiName ? module.fields.get(fieldName ?? "") : undefined;
    if (field?.external) {
      const store = organization.store(module);
      return { field: field.apiName, find: (value) => [...store.find(field.apiName, value)][0] };
    }
  }
  const isOfLookups = header.split(",").every((entry) => /^\s*\w+\.\w+(\.|->)/.test(entry));
  return isOfLookups ? undefined : { problem: invalidHeader };
}

export const invalidHeader = failure("INVALID_DATA", "The value given for the X-EXTERNAL header is invalid", {
  header_name: "X-EXTERNAL",
});

export const invalidExternalId = (details: Record<string, unknown>): Failure =>
  failure("INVALID_DATA", "The value of the external field is invalid.", details);
