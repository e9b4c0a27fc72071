// What the pictures are drawn with: strings of SVG, in colours for light and for dark, without fonts from elsewhere.

/** Each colour on light and on dark ground; `s1` … `s6` are series, told apart in grey and with deficient colour vision. */
const COLOURS = {
  sheet: ["#fffdfa", "#1d2126"],
  sunk: ["#f1eee7", "#0e1216"],
  rule: ["#dcd7cf", "#33393e"],
  strong: ["#b6b0a7", "#50565d"],
  ink: ["#1b222b", "#eae7e2"],
  ink2: ["#4c535d", "#b4b1aa"],
  ink3: ["#696f78", "#95928b"],
  s1: ["#9b3a22", "#e89172"],
  s2: ["#255079", "#88b6e6"],
  s3: ["#3a7d6c", "#5aaa95"],
  s4: ["#94701f", "#e3bf72"],
  s5: ["#896092", "#be92c8"],
  s6: ["#97a7b7", "#6a7683"],
} as const;
export type Colour = keyof typeof COLOURS;

export const SERIES: readonly Colour[] = ["s1", "s2", "s3", "s4", "s5", "s6"];
export const WIDTH = 720;

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Pen = { fill?: Colour | undefined; stroke?: Colour | undefined };
type Point = { x: number; y: number };
type Scale = (value: number) => number;

export type Frame = {
  /** The first line: what is the case, in a sentence. */
  title: string;
  /** What one sees, for those who do not, and for the page of the gallery. */
  description: string;
  source: string;
  height: number;
};

/** A whole picture; the drawing has the room between y = 56 and y = height - 36. */
export function picture({ title, description, source, height }: Frame, parts: readonly string[]): string {
  const body = [
    `<rect width="${WIDTH}" height="${height}" rx="3" class="f-sheet"/>`,
    text(28, 36, title, { fill: "ink", class: "title" }),
    ...parts,
    text(28, height - 14, source, { fill: "ink3", "font-size": 10.5 }),
  ].join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
text{font:12px Inter,system-ui,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.title{font:600 19px "Source Serif 4",Georgia,"Times New Roman",serif}
${rules(body, 0)}
@media (prefers-color-scheme:dark){
${rules(body, 1)}
}
</style>
${body}
</svg>
`;
}

/** Rules for those colours only that the body has. */
function rules(body: string, scheme: 0 | 1): string {
  const used = (name: string) => new RegExp(`[" ]${name}[" ]`).test(body);
  return Object.entries(COLOURS)
    .flatMap(([name, colours]) => [
      used(`f-${name}`) ? `.f-${name}{fill:${colours[scheme]}}` : "",
      used(`s-${name}`) ? `.s-${name}{stroke:${colours[scheme]}}` : "",
    ])
    .filter(Boolean)
    .join("\n");
}

/** Two decimals: a hundredth of a pixel, the same on every machine. */
export const at = (value: number): string => String(Number(value.toFixed(2)));

const escaped = (given: string) =>
  given.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]!);

function element(name: string, given: Attributes & Pen, content?: string): string {
  const { fill, stroke, class: other, ...rest } = given as Attributes & Pen & { class?: string };
  const classes = [fill && `f-${fill}`, stroke && `s-${stroke}`, other].filter(Boolean).join(" ");
  const attributes = Object.entries({ class: classes || undefined, ...rest })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? at(value) : value}"`)
    .join("");
  return content === undefined ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

export const text = (x: number, y: number, content: string, rest: Attributes & Pen = {}): string =>
  element("text", { x, y, fill: "ink2", ...rest }, escaped(content));

export const line = (x1: number, y1: number, x2: number, y2: number, rest: Attributes & Pen = {}): string =>
  element("line", { x1, y1, x2, y2, stroke: "rule", ...rest });

export const circle = (cx: number, cy: number, r: number, rest: Attributes & Pen, told?: string): string =>
  element("circle", { cx, cy, r, ...rest }, told && `<title>${escaped(told)}</title>`);

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  rest: Attributes & Pen,
  told?: string,
) => element("rect", { x, y, width, height, ...rest }, told && `<title>${escaped(told)}</title>`);

const points = (of: readonly Point[]) => of.map(({ x, y }) => `${at(x)},${at(y)}`).join("L");

export const path = (of: readonly Point[], rest: Attributes & Pen): string =>
  element("path", {
    d: `M${points(of)}`,
    fill: undefined,
    ...(rest.fill ? {} : { style: "fill:none" }),
    ...rest,
  });

/** The ground between an upper and a lower curve. */
export const band = (upper: readonly Point[], lower: readonly Point[], rest: Attributes & Pen): string =>
  element("path", { d: `M${points([...upper, ...lower.toReversed()])}Z`, ...rest });

type Axis = {
  scale: Scale;
  ticks: readonly number[];
  label?: string;
  /** Where the label of an upward axis stands; just above the highest value unless given. */
  labelAt?: number;
  format?: (value: number) => string;
};

/** Upright rules with their values below them, and what they mean at the right end. */
export function across(
  { scale, ticks, label, format = String }: Axis,
  top: number,
  bottom: number,
): string[] {
  return [
    ...ticks.map((value) => line(scale(value), top, scale(value), bottom)),
    ...ticks.map((value) =>
      text(scale(value), bottom + 17, format(value), {
        fill: "ink3",
        "text-anchor": "middle",
        "font-size": 11,
      }),
    ),
    ...(label
      ? [text(WIDTH - 28, bottom + 35, `${label} →`, { "text-anchor": "end", "font-size": 11 })]
      : []),
  ];
}

/** Level rules with their values at the left, and what they mean above them. */
export function upwards(
  { scale, ticks, label, labelAt, format = String }: Axis,
  left: number,
  right: number,
): string[] {
  const top = Math.min(...ticks.map(scale));
  return [
    ...ticks.map((value) => line(left, scale(value), right, scale(value))),
    ...ticks.map((value) =>
      text(left - 8, scale(value) + 4, format(value), {
        fill: "ink3",
        "text-anchor": "end",
        "font-size": 11,
      }),
    ),
    ...(label ? [text(28, labelAt ?? top - 14, `↑ ${label}`, { "font-size": 11 })] : []),
  ];
}

/** A value with a true minus and as many decimals as wanted. */
export const figure = (value: number, decimals = 0): string =>
  value
    .toFixed(decimals)
    .replace(/^-(0(?:\.0*)?)$/, "$1")
    .replace("-", "−");
export const signed = (value: number, decimals = 0): string =>
  (Number(value.toFixed(decimals)) > 0 ? "+" : "") + figure(value, decimals);
