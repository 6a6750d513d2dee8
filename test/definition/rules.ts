import { keyRules } from "./keys";
import type { Kind, Node } from "./nodes";
import { outputRules } from "./output";
import { referenceRules } from "./references";
import { textRules } from "./texts";

/** Something that holds for every node of some kinds. */
export interface Rule {
  name: string;
  kinds: readonly Kind[];
  /** What is wrong with the node, each in a few words; nothing when it is right. */
  check: (node: Node, all: readonly Node[]) => string[];
}

export const rules: readonly Rule[] = [...keyRules, ...textRules, ...referenceRules, ...outputRules];

/** Every breach of a rule, as `crmGetRecord.fields: has no comments`. */
export function breaches({ kinds, check }: Rule, all: readonly Node[]): string[] {
  return all
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((node) => check(node, all).map((problem) => `${node.path}: ${problem}`));
}
