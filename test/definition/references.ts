import { type Node, objects, text } from "./nodes";
import type { Rule } from "./rules";

/** A picker's required inputs are filled from inputs of the same key beside the one that it serves. */
function missingFor(picker: Node, owner: Node): string[] {
  return objects(picker.value.inputs).flatMap(({ key, type, collection, required }) => {
    const beside = objects(owner.value.inputs).find((input) => input.key === key);
    if (!beside) return required ? [`uses ${picker.path}, whose input ${text(key)} is not there`] : [];
    const same = beside.type === type && beside.collection === collection;
    return same ? [] : [`uses ${picker.path}, whose input ${text(key)} has another type`];
  });
}

const slots = /{{#(.*?)}}/g;

export const referenceRules: readonly Rule[] = [
  {
    name: "names pickers that exist, with their inputs beside",
    kinds: ["input"],
    check: ({ value, owner }, all) => {
      if (value.dataSource === undefined || !owner) return [];
      const picker = all.find(({ kind, path }) => kind === "dataSource" && path === value.dataSource);
      return picker ? missingFor(picker, owner) : [`uses ${text(value.dataSource)}, which does not exist`];
    },
  },
  {
    name: "names a detail picker that exists",
    kinds: ["dataSource"],
    check: ({ value: { detailDataSource: detail } }, all) => {
      const exists = all.some(({ kind, path }) => kind === "dataSource" && path === detail);
      return detail === undefined || exists ? [] : [`uses ${text(detail)}, which does not exist`];
    },
  },
  {
    name: "fills templates from inputs beside them",
    kinds: ["input"],
    check: ({ value, owner }) => {
      if (value.type !== "template") return [];
      const found = [...text(value.default).matchAll(slots)].map(([, slot]) => slot);
      const plain = objects(owner?.value.inputs).filter(({ type }) => type !== "template");
      const unknown = found.filter((slot) => !plain.some(({ key }) => key === slot));
      return found.length === 0
        ? ["has no slot"]
        : unknown.map((slot) => `has the slot ${slot}, which is no input`);
    },
  },
  {
    name: "gives what it hides a default",
    kinds: ["input"],
    check: ({ value }) => (value.shown === false && !value.default ? ["is hidden and has no default"] : []),
  },
  {
    name: "takes a default from its choices",
    kinds: ["input"],
    check: ({ value: { model, default: chosen, collection } }) => {
      const known = objects(model).some(({ value }) => value === chosen);
      return !Array.isArray(model) || !chosen || collection || known
        ? []
        : [`has the default ${String(chosen)}`];
    },
  },
  {
    name: "takes a connection first",
    kinds: ["action", "dataSource", "trigger"],
    check: ({ value }) => {
      const [first] = objects(value.inputs);
      return first?.key === "connection" && first.type === "connection"
        ? []
        : ["has no connection as its first input"];
    },
  },
];
