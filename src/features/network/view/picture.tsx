import { raw } from "hono/html";
import { degreeOf, neighboursOf, strongestPairs } from "../graph/graph.ts";
import type { Colour } from "../schema.ts";
import type { Network, NetworkActor } from "../see-network.ts";
import { longLabel, seriesOf, shortLabel } from "./palette.ts";
import { sizeOf, widthOf } from "./size.ts";

const WIDTH = 720;
const EDGE = 24;
/** So many names at most; few actors all get theirs. */
const LABELS = 16;
const FEW = 40;
/** Beyond this, lines are a grey cloud that only weighs on the page. */
const MOST_PAIRS = 6_000;

interface PictureProps {
  network: Network;
  colour: Colour;
  name: string;
  /** The place in the list of the selected actor. */
  selected: number | null;
  hrefOf: (actor: NetworkActor) => string;
}

/**
 * The network as it was laid out, drawn on the server: the picture before the island is up, without script, and on paper.
 * Built as text, because two thousand actors as elements would take longer than everything else on the page.
 */
export function Picture({ network, colour, name, selected, hrefOf }: PictureProps) {
  const frame = frameOf(network.actors);
  const near = selected === null ? null : new Set([selected, ...neighboursOf(network.graph, selected)]);
  const lit = (i: number) => near === null || near.has(i);
  return (
    <svg
      class="plot network-picture"
      viewBox={`0 0 ${WIDTH} ${frame.height}`}
      width="100%"
      role="img"
      aria-label={name}
    >
      {raw(
        edges(network, frame, selected) +
          nodes(network, frame, colour, lit, hrefOf) +
          labels(network, frame, selected, near),
      )}
    </svg>
  );
}

interface PictureFrame {
  height: number;
  x: (actor: NetworkActor) => number;
  y: (actor: NetworkActor) => number;
}

function frameOf(actors: readonly NetworkActor[]): PictureFrame {
  const extent = (values: readonly number[]) =>
    values.reduce<[number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
  if (actors.length === 0) return { height: 200, x: () => 0, y: () => 0 };
  const [left, right] = extent(actors.map((actor) => actor.x));
  const [bottom, top] = extent(actors.map((actor) => actor.y));
  const inner = WIDTH - 2 * EDGE;
  const scale = inner / Math.max(right - left, (top - bottom) * 0.9, 0.4);
  const height = Math.min(Math.max((top - bottom) * scale, 120), 760) + 2 * EDGE;
  const shiftX = (inner - (right - left) * scale) / 2;
  return {
    height: Math.round(height),
    x: (actor) => tenth(EDGE + shiftX + (actor.x - left) * scale),
    y: (actor) => tenth(EDGE + (top - actor.y) * scale),
  };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
const radius = (degree: number, actors: number) => tenth(sizeOf(degree, actors) * 0.95);

/** All lines of one width are one path. */
function edges({ actors, graph }: Network, frame: PictureFrame, selected: number | null): string {
  const quiet = new Map<number, string>();
  let chosen = "";
  const mean = graph.pairs.reduce((sum, pair) => sum + pair.weight, 0) / (graph.pairs.length || 1);
  for (const { from, to, weight } of strongestPairs(graph, MOST_PAIRS)) {
    const [a, b] = [actors[from]!, actors[to]!];
    const line = `M${frame.x(a)} ${frame.y(a)}L${frame.x(b)} ${frame.y(b)}`;
    const width = tenth(widthOf(weight, mean, actors.length));
    if (from === selected || to === selected) chosen += line;
    else quiet.set(width, (quiet.get(width) ?? "") + line);
  }
  const opacity = selected !== null ? 0.18 : graph.pairs.length > 1_000 ? 0.25 : 0.5;
  const paths = [...quiet].map(
    ([width, path]) =>
      `<path class="l6" fill="none" stroke-width="${width}" stroke-opacity="${opacity}" d="${path}"/>`,
  );
  return (
    paths.join("") +
    (chosen ? `<path class="l1" fill="none" stroke-width="1.6" stroke-opacity="0.8" d="${chosen}"/>` : "")
  );
}

function nodes(
  { actors, graph }: Network,
  frame: PictureFrame,
  colour: Colour,
  lit: (i: number) => boolean,
  hrefOf: PictureProps["hrefOf"],
): string {
  // Large ones first, so that none hides a small one.
  const order = actors.map((_, i) => i).sort((a, b) => degreeOf(graph, b) - degreeOf(graph, a));
  return order
    .map((i) => {
      const actor = actors[i]!;
      const dot = `<circle class="f${seriesOf(actor, colour)}" cx="${frame.x(actor)}" cy="${frame.y(actor)}" r="${radius(actor.degree, actors.length)}" stroke="var(--sheet)"${lit(i) ? "" : ' opacity="0.25"'}><title>${escaped(longLabel(actor, 80))} · ${actor.degree}</title></circle>`;
      // Beyond a few hundred nobody walks them by Tab; the list has them all.
      return actors.length > 300 ? dot : `<a href="${escaped(hrefOf(actor))}" tabindex="-1">${dot}</a>`;
    })
    .join("");
}

/** Names at the best linked actors, as far as they do not cover each other. */
function labels(
  { actors, graph }: Network,
  frame: PictureFrame,
  selected: number | null,
  near: ReadonlySet<number> | null,
): string {
  const order = actors
    .map((_, i) => i)
    .filter((i) => near === null || near.has(i))
    .sort(
      (a, b) =>
        Number(b === selected) - Number(a === selected) || degreeOf(graph, b) - degreeOf(graph, a) || a - b,
    );
  const taken: { left: number; right: number; y: number }[] = [];
  let text = "";
  for (const i of order) {
    if (taken.length >= (actors.length > FEW ? LABELS : FEW)) break;
    const actor = actors[i]!;
    const words = shortLabel(actor, 22);
    const half = words.length * 3.4;
    const centre = Math.min(Math.max(frame.x(actor), half + 2), WIDTH - half - 2);
    const y = frame.y(actor) - radius(actor.degree, actors.length) - 4;
    const box = { left: centre - half, right: centre + half, y };
    if (taken.some((other) => Math.abs(other.y - y) < 12 && other.left < box.right && box.left < other.right))
      continue;
    taken.push(box);
    text += `<text class="beside minor" x="${tenth(centre)}" y="${tenth(Math.max(y, 10))}" text-anchor="middle">${escaped(words)}</text>`;
  }
  return text;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
