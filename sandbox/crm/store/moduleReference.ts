import type { Module, Reference } from "../metadata/types";

/** `{ name, id, module }`, as multi-module lookups are given. */
export interface ModuleReference extends Reference {
  readonly module: { readonly api_name: string; readonly id: string };
}

/** A lookup to a record of one of several modules; its name follows the record's. */
export function moduleReference(module: Module, reference: Reference): ModuleReference {
  return {
    get name() {
      return reference.name;
    },
    id: reference.id,
    module: { api_name: module.apiName, id: module.id },
  };
}
