import Table from "cli-table3";
import type { Component } from "../component";

interface Part {
  key: string;
  display: { label: string; description: string };
}

const lines = ["top", "mid", "bottom"].flatMap((row) => [row, `${row}-mid`, `${row}-left`, `${row}-right`]);
const borders = [...lines, "left", "left-mid", "mid-mid", "right", "right-mid", "middle"];
const noBorders = Object.fromEntries(borders.map((name) => [name, ""]));

function table(parts: readonly Part[]): string {
  const rows = new Table({
    colWidths: [28, 32, 60],
    wordWrap: true,
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0 },
  });
  for (const { key, display } of parts) rows.push([key, display.label, display.description]);
  return rows.toString();
}

/** "CRM - Get Record" belongs to CRM; labels without a product stand by themselves. */
const productOf = ({ display }: Part): string => /^(\w+) - /.exec(display.label)?.[1] ?? "";

function tables(kind: string, parts: Record<string, Part>): string[] {
  const members = Object.values(parts);
  const products = [...new Set(members.map(productOf))];
  return products.map((product) => {
    const title = product ? `${kind}: ${product}` : kind;
    return `${title}\n\n${table(members.filter((part) => productOf(part) === product))}\n`;
  });
}

/** Everything that the component has, by kind and product. */
export function listing({ actions, dataSources, triggers }: Component): string {
  return [
    ...tables("ACTIONS", actions),
    ...tables("DATA SOURCES", dataSources),
    ...tables("TRIGGERS", triggers),
  ].join("\n");
}
