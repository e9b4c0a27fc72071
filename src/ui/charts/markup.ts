/** An element of a page's markup. */
export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const ATTRIBUTE = /([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const VOID = new Set(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: "\u00a0",
};

/** Reads what this house has written itself: every element closed, every attribute quoted. It is no reader of the web at large. */
export function parseMarkup(html: string): Element {
  const root: Element = { tag: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  const text = (end: number) => {
    if (end > at) open.at(-1)!.children.push(decoded(html.slice(at, end)));
  };
  for (const match of html.matchAll(TAG)) {
    text(match.index);
    at = match.index + match[0].length;
    const [, slash, name, rest = ""] = match;
    if (!name) continue;
    if (slash) {
      const from = open.findLastIndex(({ tag }) => tag === name);
      if (from > 0) open.length = from;
      continue;
    }
    const element: Element = { tag: name, attributes: attributesIn(rest), children: [] };
    open.at(-1)!.children.push(element);
    if (!VOID.has(name) && !rest.endsWith("/")) open.push(element);
  }
  text(html.length);
  return root;
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => [
      name!,
      decoded(double ?? single ?? bare ?? ""),
    ]),
  );

const decoded = (text: string) =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

export const isElement = (node: Element | string): node is Element => typeof node !== "string";

export const hasClass = ({ attributes }: Element, name: string) =>
  (attributes.class ?? "").split(" ").includes(name);

/** The first element for which this holds, itself included, in the order they stand. */
export function find(element: Element, wanted: (element: Element) => boolean): Element | undefined {
  if (wanted(element)) return element;
  for (const child of element.children) {
    const found = isElement(child) ? find(child, wanted) : undefined;
    if (found) return found;
  }
  return undefined;
}

export const childrenOf = (element: Element | undefined, ...tags: string[]): Element[] =>
  (element?.children ?? []).filter(isElement).filter(({ tag }) => tags.includes(tag));

/** What is read of it, in one line. */
export const textOf = (node: Element | string): string => raw(node).replaceAll(/\s+/g, " ").trim();

function raw(node: Element | string): string {
  if (!isElement(node)) return node;
  if (node.tag === "br") return " ";
  const inner = node.children.map(raw).join("");
  return node.tag === "small" ? ` ${inner}` : inner;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
