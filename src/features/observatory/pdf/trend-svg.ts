import { BRICK, INK, MUTED, RULE } from "./document-to-pdf.ts";

interface TrendPicture {
  points: readonly { label: string; value: number }[];
  threshold: number | null;
  format: (value: number) => string;
}

const [WIDTH, HEIGHT, LEFT, FOOT] = [480, 90, 46, 14];

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A line over time as a picture of its own: colours and sizes stand in it, as no style sheet reaches into a document. */
export function trendSvg({ points, threshold, format }: TrendPicture): string {
  const values = [...points.map(({ value }) => value), ...(threshold === null ? [] : [threshold])];
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const x = (i: number) => LEFT + (i * (WIDTH - LEFT - 6)) / Math.max(1, points.length - 1);
  const y = (value: number) => 6 + ((HEIGHT - FOOT - 12) * (high - value)) / (high - low || 1);
  const at = (n: number) => n.toFixed(1);
  const label = (px: number, py: number, anchor: string, text: string, color = MUTED) =>
    `<text x="${at(px)}" y="${at(py)}" font-family="Roboto" font-size="8" fill="${color}" text-anchor="${anchor}">${escaped(text)}</text>`;
  const rule = (value: number, color: string, dash = "") =>
    `<line x1="${LEFT}" x2="${WIDTH - 6}" y1="${at(y(value))}" y2="${at(y(value))}" stroke="${color}" stroke-width="0.7"${dash}/>`;
  const last = points.at(-1)!;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    rule(low, RULE),
    rule(high, RULE),
    label(LEFT - 5, y(low) + 3, "end", format(low)),
    label(LEFT - 5, y(high) + 3, "end", format(high)),
    threshold === null ? "" : rule(threshold, BRICK, ' stroke-dasharray="3 2"'),
    `<polyline points="${points.map(({ value }, i) => `${at(x(i))},${at(y(value))}`).join(" ")}" fill="none" stroke="${INK}" stroke-width="1.4"/>`,
    `<circle cx="${at(x(points.length - 1))}" cy="${at(y(last.value))}" r="2.2" fill="${INK}"/>`,
    label(LEFT, HEIGHT - 3, "start", points[0]!.label),
    label(WIDTH - 6, HEIGHT - 3, "end", last.label),
    "</svg>",
  ].join("");
}
