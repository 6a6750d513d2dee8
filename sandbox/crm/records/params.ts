import { type Failure, invalidParam } from "../answers";

/**
 * A parameter that has one of a few values, the first unless it is given; INVALID_DATA that names them for
 * another.
 */
export function choice<T extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly [T, ...T[]],
): { value: T } | { problem: Failure } {
  const given = query.get(name);
  const value = given === null ? values[0] : values.find((candidate) => candidate === given);
  return value === undefined ? { problem: invalidParam(name, { supported_values: values }) } : { value };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number | undefined {
  const given = query.get(name);
  if (given === null) return otherwise;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

const maxPerPage = 200;

/**
 * The items of a list that `page` and `per_page` ask for, with its paging block; for lists without page
 * tokens.
 */
export function numberedPage<T>(
  query: URLSearchParams,
  all: readonly T[],
): { items: readonly T[]; info: object } | { problem: Failure } {
  const perPage = wholeNumber(query, "per_page", { least: 1, most: maxPerPage, otherwise: maxPerPage });
  if (perPage === undefined) return { problem: invalidParam("per_page", { maximum_value: maxPerPage }) };
  const page = wholeNumber(query, "page", { least: 1, most: 10 ** 9, otherwise: 1 });
  if (page === undefined) return { problem: invalidParam("page") };
  const items = all.slice((page - 1) * perPage, page * perPage);
  return {
    items,
    info: { per_page: perPage, count: items.length, page, more_records: all.length > page * perPage },
  };
}
