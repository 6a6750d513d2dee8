import type { Comparison } from "./compare";

const ROW = 26;
const LEFT = 250;
const WIDTH = 420;
const TOP = 56;
/** The ratio at the right end; what is above it is cut and says so. */
const MOST = 4;

const ratioOf = ({ ours, bare }: Comparison): number => ours.ms / bare.ms;
const x = (ratio: number): number => LEFT + (Math.min(ratio, MOST) / MOST) * WIDTH;
const colors: Readonly<Record<number, string>> = { 0: "#c9a227", 50: "#2b6cb0" };

function bar(one: Comparison, y: number): string {
  const ratio = ratioOf(one);
  const color = colors[one.latencyMs] ?? "#888";
  return `<rect x="${LEFT}" y="${y}" width="${(x(ratio) - LEFT).toFixed(1)}" height="9" fill="${color}"/><text x="${(x(ratio) + 5).toFixed(1)}" y="${y + 9}">${ratio.toFixed(2)}</text>`;
}

/** The times of all cases as multiples of `node:http`, as a picture. */
export function chartOf(comparisons: readonly Comparison[]): string {
  const names = [...new Set(comparisons.map(({ name }) => name))];
  const height = TOP + names.length * ROW + 16;
  const rows = names.map((name, index) => {
    const y = TOP + index * ROW;
    const bars = comparisons
      .filter((one) => one.name === name)
      .map((one, place) => bar(one, y + place * 11))
      .join("");
    return `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${name}</text>${bars}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="${height}" viewBox="0 0 760 ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="760" height="${height}" fill="#fff"/>`,
    `<text x="16" y="20" font-size="14">Time as a multiple of bare node:http in the same run</text>`,
    `<rect x="16" y="30" width="10" height="9" fill="${colors[0]}"/><text x="30" y="39">no latency</text>`,
    `<rect x="110" y="30" width="10" height="9" fill="${colors[50]}"/><text x="124" y="39">50 ms of latency</text>`,
    `<line x1="${x(1)}" y1="${TOP - 6}" x2="${x(1)}" y2="${height - 10}" stroke="#444" stroke-dasharray="3 3"/><text x="${x(1)}" y="${TOP - 8}" text-anchor="middle">1</text>`,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}
