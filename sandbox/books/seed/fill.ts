import type { Random } from "../../core/random";
import type { BooksOrganization } from "../core/organization";
import { isOf } from "../engine/variants";
import { createRecord } from "../engine/write";
import { findType, typeAt } from "../table";
import type { RecordType } from "../table/recordType";
import { Maker } from "./maker";
import { samples } from "./samples";
import type { Sample } from "./samples/sample";

/** How many records there are to be of a type, by its path. */
export type Counts = Readonly<Record<string, number>>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Records were made over so many days, the last of them yesterday. */
const DAYS = 90;

/** A type with the sample that fills it, and how many records it is to have. */
type Plan = { type: RecordType; sample: Sample; count: number };

/**
 * Fills an organisation with samples of each type: so many as `counts` says, or the few that each has
 * otherwise. What an organisation has from the start counts, and stays. Throws an Error that names a type
 * that does not exist.
 */
export function fill(organization: BooksOrganization, random: Random, counts: Counts): void {
  const plans = planFor(counts);
  const total = plans.reduce((sum, { count }) => sum + count, 0);
  const start = organization.clock.now() - DAYS * DAY_MS;
  const step = ((DAYS - 1) * DAY_MS) / Math.max(1, total);
  const make = new Maker(organization, random);
  let made = 0;
  for (const { type, sample, count } of plans) {
    const records = organization.records(type.path);
    const known = type.kind ? records.all().filter((row) => isOf(type, row)).length : records.size;
    for (let index = 0; index < count - known; index++) {
      organization.asOf(start + made++ * step, () => makeOne(make, type, sample, index));
    }
  }
}

function makeOne(make: Maker, type: RecordType, { body, parent }: Sample, index: number): void {
  const { organization } = make;
  const under = parent && type.parent ? { [type.parent.id]: parent(make) } : {};
  createRecord(organization, type, body(index, make), { parent: under });
}

function planFor(counts: Counts): Plan[] {
  const asked = new Map(Object.entries(counts).map(([path, count]) => [wellKnown(path), count]));
  const known = Object.entries(samples).map(([path, sample]) => ({ path, type: nameOf(path), sample }));
  const comments = [...asked.keys()].filter((type) => type.path.endsWith("/comments"));
  return [
    ...known.map(({ type, sample }) => ({ type, sample, count: asked.get(type) ?? sample.count })),
    ...comments.map((type) => ({ type, sample: commentsOn(type), count: asked.get(type) ?? 0 })),
  ];
}

/** Comments stand under any record of their parent's type. */
const commentsOn = ({ parent }: RecordType): Sample => ({
  count: 0,
  parent: (make) => make.some(parent?.path ?? "", parent?.id ?? ""),
  body: (index) => ({ description: `Comment ${index + 1}` }),
});

const nameOf = (path: string): RecordType => findType(path) ?? typeAt(path);

function wellKnown(path: string): RecordType {
  const type = findType(path);
  const isFilled =
    type && (path.endsWith("comments") || Object.keys(samples).some((key) => findType(key) === type));
  if (!isFilled) throw new Error(`Unknown Books record type "${path}".`);
  return type;
}
