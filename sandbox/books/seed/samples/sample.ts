import type { Draft } from "../../core/values";
import type { Maker } from "../maker";

/**
 * How many records of a type a new organisation has, and the body of each. `parent` is the id that the path
 * would give.
 */
export interface Sample {
  count: number;
  body: (index: number, make: Maker) => Draft;
  parent?: (make: Maker) => string;
}

/** Samples by the path of their type, in an order in which what others name is there before them. */
export type Samples = Readonly<Record<string, Sample>>;

/** The number of a record as names have it, from 0001. */
export const number = (index: number): string => String(index + 1).padStart(4, "0");
