import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Line } from "../../../ui/index.ts";

const WIDTH = 960;
const HEIGHT = 480;
const MARGIN = { top: 64, right: 190, bottom: 56, left: 72 };
/** The inks of charts, as they are on paper. */
const INKS = ["#8f3a22", "#2f4d73", "#4f8c7f", "#b08a3a", "#8a5c8f", "#9aa5b1"];

export interface LineSvg {
  title: string;
  source: string;
  lines: readonly Line[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
}

/** The same lines as the page shows, as a picture that stands alone: its inks and letters are in it. */
export function lineSvg({ title, source, lines, formatX, formatY }: LineSvg): string {
  const known = lines.flatMap(({ points }) => points.filter(({ y }) => y !== null));
  const [x0 = 0, x1 = 1] = extent(known, ({ x }) => x) as [number | undefined, number | undefined];
  const top = known.reduce((most, { y }) => Math.max(most, y!), 0) || 1;
  const x = scaleLinear()
    .domain(x0 === x1 ? [x0 - 1, x1 + 1] : [x0, x1])
    .range([MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear()
    .domain([0, top])
    .nice(5)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const path = line<Line["points"][number]>()
    .defined((point) => point.y !== null)
    .x((point) => round(x(point.x)))
    .y((point) => round(y(point.y!)));
  const yearly = lines.some(({ points }) => points.some((point) => point.x > 1000));
  const ticks = x.ticks(8).filter((tick) => !yearly || Number.isInteger(tick));
  const ends = apart(lines.map(({ points }) => y(points.findLast((point) => point.y !== null)?.y ?? 0)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter, system-ui, sans-serif" font-size="13" role="img" aria-label="${escaped(title)}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf9"/>
<text x="24" y="34" font-size="18" font-weight="600" fill="#22262e">${escaped(title)}</text>
${y
  .ticks(5)
  .map(
    (tick) =>
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${round(y(tick))}" y2="${round(y(tick))}" stroke="${tick === 0 ? "#777" : "#ddd8cd"}"/><text x="${MARGIN.left - 10}" y="${round(y(tick)) + 4}" text-anchor="end" fill="#5d646f">${escaped(formatY(tick))}</text>`,
  )
  .join("\n")}
${ticks
  .map(
    (tick) =>
      `<text x="${round(x(tick))}" y="${HEIGHT - MARGIN.bottom + 22}" text-anchor="middle" fill="#5d646f">${escaped(formatX(tick))}</text>`,
  )
  .join("\n")}
${lines
  .map(
    (one, i) =>
      `<path d="${path(one.points) ?? ""}" fill="none" stroke="${ink(i)}" stroke-width="2.5" stroke-linejoin="round"/><text x="${WIDTH - MARGIN.right + 12}" y="${round(ends[i]!) + 4}" fill="${ink(i)}">${escaped(one.label)}</text>`,
  )
  .join("\n")}
<text x="24" y="${HEIGHT - 12}" font-size="11" fill="#5d646f">${escaped(source)}</text>
</svg>`;
}

const ink = (i: number) => INKS[i % INKS.length]!;
const round = (value: number) => Math.round(value * 100) / 100;

/** Names that would lie on each other move apart, the order kept. */
function apart(heights: readonly number[], gap = 17): number[] {
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]!);
  const moved = [...heights];
  for (let i = 1; i < order.length; i++)
    moved[order[i]!] = Math.max(moved[order[i]!]!, moved[order[i - 1]!]! + gap);
  return moved;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
