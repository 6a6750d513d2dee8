import { Random } from "../../core/random";
import { isObject } from "../core/values";
import { Maker } from "../seed/maker";
import { samples } from "../seed/samples";
import type { BooksClient } from "./client";

let index = 1000;

/** The body of a new record of a type, such as no test has made before; parents' ids stand under `params`. */
export function sampleOf(
  client: BooksClient,
  path: string,
): { body: Record<string, unknown>; parentId: string } {
  const organization = client.server.world.books.all()[0];
  const sample = samples[path];
  if (!organization || !sample) throw new Error(`There is no sample for ${path}.`);
  const make = new Maker(organization, new Random(index));
  const body = sample.body(index++, make);
  if (!isObject(body)) throw new Error(path);
  return { body, parentId: sample.parent?.(make) ?? "" };
}
