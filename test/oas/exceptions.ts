import { booksExceptions } from "./booksExceptions";
import { bulkExceptions } from "./bulkExceptions";
import type { Difference } from "./compare";
import { crmExceptions } from "./crmExceptions";
import type { Exception } from "./exception";
import { refusalExceptions } from "./refusalExceptions";
import { setupExceptions } from "./setupExceptions";

export const exceptions: readonly Exception[] = [
  ...crmExceptions,
  ...bulkExceptions,
  ...booksExceptions,
  ...refusalExceptions,
  ...setupExceptions,
];

export const excuses = ({ file, call, part, problem, refusal }: Exception, difference: Difference): boolean =>
  (file === undefined || file === difference.file) &&
  (call === undefined || call === difference.call) &&
  difference.part.startsWith(part) &&
  problem.test(difference.problem) &&
  (refusal === undefined || refusal === difference.refusal);
