import { isObject, textOf } from "../../objects";
import type { Tag } from "../../settings/settings";
import type { Writing } from "../write/writing";
import { type Checked, invalidData, type Place, refused } from "./values";

const maxNameLength = 25;

/** The tags of a record: `[{ name }]` or `[{ id }]`. A name that is new to the module becomes a tag of it. */
export function readTags({ organization, module, by }: Writing, value: unknown, place: Place): Checked {
  if (value === null) return { value: [] };
  if (!Array.isArray(value)) return refused(invalidData(place, { expected_data_type: "jsonarray" }));
  const tags: Pick<Tag, "name" | "id" | "color_code">[] = [];
  for (const [index, item] of value.entries()) {
    const at = { ...place, name: "name", path: `${place.path}[${index}].name` };
    const name = isObject(item) ? textOf(item.name) : undefined;
    const named = isObject(item)
      ? [...(organization.tags.get(module.apiName)?.values() ?? [])].find(
          (tag) => tag.id === item.id || tag.name === name,
        )
      : undefined;
    if (!named && !name) return refused(invalidData(at, { expected_data_type: "text" }));
    if (name && name.length > maxNameLength)
      return refused(invalidData(at, { maximum_length: maxNameLength }));
    const tag = named ?? organization.addTag(module, name ?? "", by);
    tags.push({ name: tag.name, id: tag.id, color_code: tag.color_code });
  }
  return { value: tags };
}
