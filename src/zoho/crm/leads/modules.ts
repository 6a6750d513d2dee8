import { type JsonObject, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { getModules, nameOf } from "../metadata";

/** A module as Zoho names it where it wants both: `{ api_name, id }`. */
export async function moduleReference(crm: Crm, name: string): Promise<JsonObject> {
  const module = (await getModules(crm)).find((candidate) => nameOf(candidate) === name);
  if (!module) throw inputError("crm", `The organisation has no module ${name}`);
  return { api_name: name, id: textAt(module, "id") };
}
