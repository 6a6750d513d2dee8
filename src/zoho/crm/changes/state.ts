import { type ListState, listStateFrom } from "../../changes/listScan";
import { isTime, windowFrom } from "../../changes/window";
import { isObject, textAt } from "../../core/json";
import type { Columns } from "../query/columns";
import type { BulkPlace, RecordScan, RecordState } from "./records";
import { type Left, leftFrom } from "./restored";

/**
 * Where the feed of a module stands, from one page to the next: plain JSON, which may be saved after any
 * page.
 */
export interface CrmFeedState {
  readonly module: string;
  readonly records?: RecordState;
  readonly deletes?: ListState;
  /** Deletes that were told and have left the list, though no record is there. */
  readonly left?: Left;
}

/** A state as it comes back from where it was saved; undefined where it is none, or is of another module. */
export function feedStateFrom(value: unknown, module: string): CrmFeedState | undefined {
  if (!isObject(value) || value.module !== module) return undefined;
  const records = recordsFrom(value.records);
  const deletes = listStateFrom(value.deletes);
  const isWhole = (value.records === undefined || records) && (value.deletes === undefined || deletes);
  const left = leftFrom(value.left);
  return isWhole
    ? {
        module,
        ...(records && { records }),
        ...(deletes && { deletes }),
        ...(Object.keys(left).length > 0 && { left }),
      }
    : undefined;
}

function recordsFrom(value: unknown): RecordState | undefined {
  const window = isObject(value) ? windowFrom(value.window) : undefined;
  if (!isObject(value) || !window) return undefined;
  const columns = columnsFrom(value.columns);
  const scan = scanFrom(value.scan);
  const bulk = bulkFrom(value.bulk);
  if ((value.scan !== undefined && !scan) || (value.bulk !== undefined && !bulk)) return undefined;
  return {
    window,
    ...(columns && { columns }),
    ...(scan && { scan }),
    ...(bulk && { bulk }),
    ...(isTexts(value.refused) && { refused: value.refused }),
  };
}

function columnsFrom(value: unknown): Columns | undefined {
  if (!isObject(value) || !isTexts(value.names) || !isTexts(value.refused)) return undefined;
  return { names: value.names, refused: value.refused };
}

function scanFrom(value: unknown): RecordScan | undefined {
  if (!isObject(value) || !isObject(value.at)) return undefined;
  const { newest, hasNews, at } = value;
  const id = textAt(at, "id");
  if (!isTime(newest) || typeof hasNews !== "boolean" || !isTime(at.time)) return undefined;
  if (id !== undefined && !/^\d+$/.test(id)) return undefined;
  const position = {
    time: at.time,
    ...(id !== undefined && { id }),
    ...(at.isWithin === true && { isWithin: true }),
  };
  return { newest, hasNews, at: position };
}

function bulkFrom(value: unknown): BulkPlace | undefined {
  const jobId = textAt(value, "jobId");
  const skip = isObject(value) ? value.skip : undefined;
  return jobId !== undefined && isTime(skip) ? { jobId, skip } : undefined;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
