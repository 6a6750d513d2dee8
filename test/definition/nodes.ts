import type { Component } from "../../harness/component";

export type Kind = "component" | "connection" | "action" | "dataSource" | "trigger" | "input";

/** A part of the definition as it is sent on publishing, with its place in it. */
export interface Node {
  kind: Kind;
  /** Such as `crmGetRecord.fields`. */
  path: string;
  value: Record<string, unknown>;
  /** The part that an input belongs to. */
  owner?: Node;
}

type Wire = Record<string, unknown>;

const isWire = (value: unknown): value is Wire =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objects = (value: unknown): Wire[] => (Array.isArray(value) ? value.filter(isWire) : []);
export const objectOf = (value: unknown): Wire => (isWire(value) ? value : {});
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * The component in JSON, as `prism components:publish` sends it: functions are gone, example payloads are
 * texts.
 */
export function published(component: Component): Wire {
  const list = (parts: Record<string, { examplePayload?: unknown }>) =>
    Object.values(parts).map((part) => ({
      ...part,
      examplePayload: JSON.stringify(part.examplePayload ?? {}),
    }));
  const { actions, dataSources, triggers, ...rest } = component;
  return JSON.parse(
    JSON.stringify({
      ...rest,
      actions: list(actions),
      dataSources: list(dataSources),
      triggers: list(triggers),
    }),
  );
}

function inputNodes(owner: Node, inputs: unknown): Node[] {
  return objects(inputs).flatMap((value) => {
    const path = `${owner.path}.${text(value.key)}`;
    return [{ kind: "input" as const, path, value, owner }, ...inputNodes({ ...owner, path }, value.inputs)];
  });
}

/** Every node of a published component: itself, its parts, and their inputs. */
export function nodesOf(definition: Wire): Node[] {
  const parts = (kind: Kind, list: unknown) =>
    objects(list).flatMap((value) => {
      const part: Node = { kind, path: text(value.key), value };
      return [part, ...inputNodes(part, value.inputs)];
    });
  return [
    { kind: "component", path: text(definition.key), value: definition },
    ...parts("connection", definition.connections),
    ...parts("action", definition.actions),
    ...parts("dataSource", definition.dataSources),
    ...parts("trigger", definition.triggers),
  ];
}
