import { type PassMemory, passFrom } from "../../changes/pass";
import { isTime, seenFrom } from "../../changes/seen";
import { isObject, textAt } from "../../core/json";
import type { Columns } from "../query/columns";
import type { RecordMemory, Walk } from "./updates";

/** What a feed remembers from one page to the next: plain JSON, which may be saved after any page. */
export interface ChangeMemory {
  readonly module: string;
  readonly records?: RecordMemory;
  readonly deletes?: PassMemory;
}

/** A memory as it comes back from where it was saved; undefined where it is none, or is of another module. */
export function memoryFrom(value: unknown, module: string): ChangeMemory | undefined {
  if (!isObject(value) || value.module !== module) return undefined;
  const records = recordsFrom(value.records);
  const deletes = passFrom(value.deletes);
  const isWhole = (value.records === undefined || records) && (value.deletes === undefined || deletes);
  return isWhole ? { module, ...(records && { records }), ...(deletes && { deletes }) } : undefined;
}

function recordsFrom(value: unknown): RecordMemory | undefined {
  const seen = isObject(value) ? seenFrom(value.seen) : undefined;
  if (!isObject(value) || !seen) return undefined;
  const columns = columnsFrom(value.columns);
  const walk = walkFrom(value.walk);
  if (value.walk !== undefined && !walk) return undefined;
  return { seen, ...(columns && { columns }), ...(walk && { walk }) };
}

function columnsFrom(value: unknown): Columns | undefined {
  if (!isObject(value) || !isTexts(value.names) || !isTexts(value.refused)) return undefined;
  return { names: value.names, refused: value.refused };
}

function walkFrom(value: unknown): Walk | undefined {
  const id = textAt(value, "id");
  if (!isObject(value) || id === undefined || !/^\d+$/.test(id)) return undefined;
  const { from, time, pages } = value;
  return isTime(from) && isTime(time) && isTime(pages) ? { from, time, id, pages } : undefined;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
