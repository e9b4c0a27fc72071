import { childrenOf, type Element, escaped, find, hasClass, isElement, textOf } from "./markup.ts";
import { INKS, STYLE } from "./standalone-style.ts";

const WIDTH = 900;
const EDGE = 32;
const FIELD = WIDTH - 2 * EDGE;
/** Room for the figures of the upright axis. */
const AXIS = 44;
/** Beside a plot, for the names at the ends of its lines: as the style sheet has it. */
const ROOMS: Record<string, number> = { r0: 16, r1: 80, r2: 112, r3: 160 };
const LETTER = 6.2;

/** Something that stands below what came before. */
interface Block {
  height: number;
  draw: (top: number) => string;
}

/** A chart's frame as a picture that needs no page around it: title, sentence, key, chart and source in it, light, with its inks. */
export function standalone(figure: Element): string {
  const title = words(figure.attributes["aria-label"] ?? "", { look: "head", size: 16, most: 78 });
  const blocks = [...title, ...blocksOf(figure)];
  let top = 20;
  const drawn = blocks.map(({ height, draw }) => {
    const svg = draw(top);
    top += height;
    return svg;
  });
  const height = Math.ceil(top + 14);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<style>${STYLE}</style>
<rect width="${WIDTH}" height="${height}" fill="${INKS.sheet}"/>
${drawn.join("\n")}
</svg>`;
}

const GAP: Block = { height: 8, draw: () => "" };

/** What belongs to the page and not to the picture. */
const OF_THE_PAGE = new Set(["details", "form", "nav", "button", "script", "style", "h2", "h3"]);

function blocksOf(element: Element): Block[] {
  if (OF_THE_PAGE.has(element.tag) || hasClass(element, "unseen") || hasClass(element, "exports")) return [];
  if (element.tag === "svg") return [pictureBlock(element)];
  if (hasClass(element, "bars")) return [...childrenOf(element, "li").map(barBlock), GAP];
  if (hasClass(element, "matrix")) return [matrixBlock(element)];
  const isLine = element.tag === "p" || hasClass(element, "key");
  if (isLine && find(element, ({ tag }) => tag === "svg")) return [keyBlock(element)];
  if (isLine) return words(textOf(element), { right: hasClass(element, "end") });
  return element.children.filter(isElement).flatMap(blocksOf);
}

function words(
  text: string,
  {
    look = "words",
    size = 12,
    most = 132,
    right = false,
  }: { look?: string; size?: number; most?: number; right?: boolean } = {},
): Block[] {
  return broken(text, most).map((line, i, lines) => ({
    height: size + 5 + (i === lines.length - 1 ? 6 : 0),
    draw: (top) =>
      right
        ? `<text class="${look}" x="${WIDTH - EDGE}" y="${top + size}" text-anchor="end">${escaped(line)}</text>`
        : `<text class="${look}" x="${EDGE}" y="${top + size}">${escaped(line)}</text>`,
  }));
}

/** Little squares and what they mean, one after the other. */
function keyBlock(element: Element): Block {
  let [x, line] = [0, 0];
  const parts: ((top: number) => string)[] = [];
  const place = (width: number, draw: (x: number, y: number) => string) => {
    if (x > 0 && x + width > FIELD) [x, line] = [0, line + 1];
    const [left, down] = [EDGE + x, line * 18];
    parts.push((top) => draw(left, top + down));
    x += width;
  };
  const walk = (node: Element | string) => {
    if (!isElement(node)) {
      const text = textOf(node);
      if (text)
        place(
          text.length * LETTER + 16,
          (left, y) => `<text class="words" x="${left}" y="${y + 11}">${escaped(text)}</text>`,
        );
    } else if (node.tag === "svg") {
      const width = Number(node.attributes.width ?? 10);
      const inner = node.children.map((child) => written(child, { width, height: 10 })).join("");
      place(width + 6, (left, y) => `<g transform="translate(${left} ${y + 2})">${inner}</g>`);
    } else node.children.forEach(walk);
  };
  walk(element);
  return { height: line * 18 + 26, draw: (top) => parts.map((part) => part(top)).join("") };
}

function pictureBlock(svg: Element): Block {
  const { viewBox } = svg.attributes;
  if (viewBox) {
    const [, , width = FIELD, height = FIELD] = viewBox.split(/[\s,]+/).map(Number);
    const scale = Math.min(FIELD / width, 1.5);
    const [wide, high] = [width * scale, height * scale];
    return {
      height: high + 24,
      draw: (top) =>
        `<svg${classOf(svg)} x="${EDGE}" y="${top + 8}" width="${round(wide)}" height="${round(high)}" viewBox="${escaped(viewBox)}">${inside(svg, { width, height })}</svg>`,
    };
  }
  const isMap = hasClass(svg, "map");
  const left = isMap ? EDGE : EDGE + AXIS;
  const room = Object.entries(ROOMS).find(([name]) => hasClass(svg, name))?.[1] ?? 0;
  const width = isMap ? FIELD : FIELD - AXIS - room;
  const height = isMap ? width * (hasClass(svg, "wide") ? 0.5 : 0.75) : Number(svg.attributes.height ?? 240);
  return {
    height: height + (isMap ? 20 : 44),
    draw: (top) =>
      `<g${classOf(svg)} transform="translate(${left} ${top + 12})">${isMap ? `<rect class="sea" width="${width}" height="${height}"/>` : ""}${inside(svg, { width, height })}</g>`,
  };
}

interface Frame {
  width: number;
  height: number;
}

const inside = (element: Element, frame: Frame) =>
  element.children.map((child) => written(child, frame)).join("");

const ACROSS = new Set(["x", "x1", "x2", "cx", "dx", "width"]);
const UPRIGHT = new Set(["y", "y1", "y2", "cy", "dy", "height"]);
/** For those who listen, press or point. */
const SAID = /^(?:aria-|data-|role$|href$|tabindex$|style$|vector-effect$|shape-rendering$)/;

/** The same element in pixels, which every program that draws understands, and without what is of the page alone. */
function written(node: Element | string, frame: Frame): string {
  if (!isElement(node)) return escaped(node);
  const { tag, attributes } = node;
  if (tag === "svg" && hasClass(node, "lines-of"))
    return node.children
      .filter(isElement)
      .map((path) => written(stretched(path, frame.width / 100), frame))
      .join("");
  const name = tag === "a" ? "g" : tag;
  const kept = Object.entries(attributes)
    .filter(([key]) => !SAID.test(key))
    .map(([key, value]) => ` ${key}="${escaped(inPixels(key, value, frame))}"`)
    .join("");
  // Inside another view box shares are of that box.
  const [, , width = frame.width, height = frame.height] = attributes.viewBox?.split(" ").map(Number) ?? [];
  return `<${name}${kept}>${inside(node, tag === "svg" ? { width, height } : frame)}</${name}>`;
}

function inPixels(key: string, value: string, { width, height }: Frame): string {
  if (value.endsWith("%")) {
    const share = Number(value.slice(0, -1)) / 100;
    if (ACROSS.has(key)) return String(round(share * width));
    if (UPRIGHT.has(key)) return String(round(share * height));
  }
  if (value === "currentColor") return INKS.ink;
  const token = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return token ? ((INKS as Record<string, string>)[token] ?? INKS.ink) : value;
}

/** Lines are drawn a hundred wide and stretched by the page. */
function stretched(path: Element, by: number): Element {
  const d = (path.attributes.d ?? "").replaceAll(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${round(Number(x) * by)},${y}`,
  );
  return { ...path, attributes: { ...path.attributes, d } };
}

const NAMES = 270;
const VALUES = 84;

function barBlock(row: Element): Block {
  const [label] = childrenOf(row, "span");
  const [bar] = childrenOf(row, "svg");
  const [value] = childrenOf(row, "b");
  const note = label && find(label, ({ tag }) => tag === "small");
  const name = label ? { ...label, children: label.children.filter((child) => child !== note) } : "";
  const lines = broken(textOf(name), 44).map((line) => ({ line, look: "words" }));
  if (note) lines.push(...broken(textOf(note), 48).map((line) => ({ line, look: "note" })));
  const height = Math.max(24, lines.length * 15 + 9);
  const middle = (height - 16) / 2;
  const frame = { width: FIELD - NAMES - VALUES, height: 16 };
  return {
    height,
    draw: (top) =>
      [
        ...lines.map(
          ({ line, look }, i) =>
            `<text class="${look}" x="${EDGE}" y="${top + height / 2 + 4 + (i - (lines.length - 1) / 2) * 15}">${escaped(line)}</text>`,
        ),
        `<g transform="translate(${EDGE + NAMES} ${top + middle})">${bar ? inside(bar, frame) : ""}</g>`,
        `<text class="value" x="${WIDTH - EDGE}" y="${top + height / 2 + 4}" text-anchor="end">${escaped(value ? textOf(value) : "")}</text>`,
      ].join(""),
  };
}

const CELL = 28;

function matrixBlock(table: Element): Block {
  const rows = tableRows(table);
  const [head = [], ...body] = rows;
  const names = head.slice(1).map((cell) => shortened(textOf(cell), 30));
  const side = 230;
  const wide = Math.min(72, (FIELD - side) / Math.max(1, names.length));
  const above = Math.max(0, ...names.map((name) => name.length)) * LETTER + 8;
  return {
    height: above + body.length * CELL + 16,
    draw: (top) =>
      [
        ...names.map((name, c) => {
          const [x, y] = [EDGE + side + (c + 0.5) * wide + 4, top + above - 6];
          return `<text class="words" x="${round(x)}" y="${round(y)}" transform="rotate(-90 ${round(x)} ${round(y)})">${escaped(name)}</text>`;
        }),
        ...body.flatMap(([first, ...cells], r) => {
          const y = top + above + r * CELL;
          return [
            `<text class="words" x="${EDGE}" y="${round(y + CELL / 2 + 4)}">${escaped(first ? shortened(textOf(first), 36) : "")}</text>`,
            ...cells.map((cell, c) => {
              const x = EDGE + side + c * wide;
              const look = cell.attributes.class ?? "";
              return `<rect${classOf(cell)} x="${round(x)}" y="${round(y)}" width="${round(wide - 1)}" height="${CELL - 1}"/><text class="cell${/q[45]/.test(look) ? " light" : ""}" x="${round(x + wide / 2)}" y="${round(y + CELL / 2 + 4)}" text-anchor="middle">${escaped(textOf(cell))}</text>`;
            }),
          ];
        }),
      ].join(""),
  };
}

/** The cells of a table, row by row, its head first. */
export const tableRows = (table: Element): Element[][] =>
  childrenOf(table, "thead", "tbody", "tfoot")
    .flatMap((part) => childrenOf(part, "tr"))
    .map((row) => childrenOf(row, "th", "td"));

const classOf = ({ attributes }: Element) =>
  attributes.class ? ` class="${escaped(attributes.class)}"` : "";
const round = (value: number) => Math.round(value * 100) / 100;
const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** In lines of so many letters, between words. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = rest.lastIndexOf(" ", most);
    lines.push(rest.slice(0, at > 0 ? at : most));
    rest = rest.slice(at > 0 ? at + 1 : most);
  }
  return [...lines, rest].filter((line) => line !== "");
}
