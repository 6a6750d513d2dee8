import { type Failure, failure } from "../../answers";
import { fieldsWhere } from "../../metadata/schema";
import type { Field, Module } from "../../metadata/types";
import { isObject } from "../../objects";
import type { Writing } from "../write/writing";

/** Fields whose value no two records may share: unique and external id fields. */
export const uniqueFields = (module: Module): Field[] =>
  fieldsWhere(module, ({ unique, external }) => unique === true || external !== undefined);

/** One DUPLICATE_DATA for every unique field whose value another record has already. */
export function findDuplicates(
  { organization, module }: Writing,
  values: Readonly<Record<string, unknown>>,
  path: string,
  ownId: string | undefined,
): Failure[] {
  const store = organization.store(module);
  return uniqueFields(module).flatMap(({ apiName }) => {
    const others = [...store.find(apiName, values[apiName])].filter((id) => id !== ownId);
    const [id] = others;
    if (id === undefined) return [];
    const owner = store.get(id)?.Owner;
    const zuid = isObject(owner) ? organization.user(String(owner.id))?.zuid : undefined;
    return [
      failure("DUPLICATE_DATA", "duplicate data", {
        api_name: apiName,
        duplicate_record: {
          Owner: isObject(owner) ? { name: owner.name, id: owner.id, zuid } : null,
          module: { api_name: module.apiName, id: module.id },
          id,
        },
        json_path: `${path}.${apiName}`,
        id,
        more_records: others.length > 1,
      }),
    ];
  });
}
