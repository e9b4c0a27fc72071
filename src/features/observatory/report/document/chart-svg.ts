import { INK, MUTED, RULE, VERDIGRIS } from "../../pdf/document-to-pdf.ts";

interface Bar {
  label: string;
  value: number;
  /** The value in words. */
  text: string;
}

const [WIDTH, ROW, NAMES, VALUES] = [480, 17, 190, 62];

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);

/** Bars one below the other, as a picture of its own: no style sheet reaches into a document. */
export function barsSvg(bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), 0) || 1;
  const height = bars.length * ROW + 4;
  const room = WIDTH - NAMES - VALUES;
  const text = (x: number, y: number, anchor: string, words: string, color: string) =>
    `<text x="${x}" y="${y}" font-family="Roboto" font-size="8.5" fill="${color}" text-anchor="${anchor}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    ...bars.flatMap(({ label, value, text: said }, i) => {
      const y = i * ROW + 2;
      const width = Math.max(0.5, (room * Math.max(0, value)) / most).toFixed(1);
      return [
        text(NAMES - 8, y + 11, "end", cut(label), INK),
        `<rect x="${NAMES}" y="${y + 3}" width="${width}" height="10" fill="${VERDIGRIS}"/>`,
        text(WIDTH, y + 11, "end", said, MUTED),
      ];
    }),
    `<line x1="${NAMES}" x2="${NAMES}" y1="2" y2="${height - 2}" stroke="${RULE}" stroke-width="0.7"/>`,
    "</svg>",
  ].join("");
}
