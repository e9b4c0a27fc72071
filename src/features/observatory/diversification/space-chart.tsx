import { scaleSqrt } from "d3-scale";
import { raw } from "hono/html";
import type { Context } from "../../../access/context.ts";
import { placeLabels } from "../../../ui/charts/labels.ts";
import { escaped } from "../../../ui/charts/markup.ts";
import { formatNumber, percent, px, type Series, shorten } from "../../../ui/index.ts";
import { pictureHref } from "../specialisation/address.ts";
import type { RegionFigures } from "../specialisation/figures.ts";
import { nameOfActivity } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import type { Space } from "./measure-space.ts";

const SPACE_HEIGHT = 560;

/** The six largest families have colours of their own. */
const seriesOfFamily = (family: number): Series => (family < 5 ? ((family + 1) as Series) : 6);

/** The network of activities, with what the region has filled. Across in shares of the width, up in pixels. */
export function SpaceChart({
  ctx,
  stage,
  figures,
  space,
  label,
}: {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
  space: Space;
  label: string;
}) {
  const { locale } = ctx;
  const rows = new Map(figures.rows.map((row) => [row.activity, row]));
  const largest = Math.max(...figures.rows.map((row) => row.amount || 0), 1);
  const radius = scaleSqrt().domain([0, largest]).range([3.5, 20]);
  const spots = new Map(
    space.nodes.map((node) => [
      node.activity,
      { x: 4 + node.x * 0.92, y: 20 + (node.y / 100) * (SPACE_HEIGHT - 40) },
    ]),
  );
  const nodes = space.nodes
    .map((node) => {
      const row = rows.get(node.activity);
      return {
        ...node,
        ...spots.get(node.activity)!,
        has: (row?.quotient ?? 0) >= 1,
        quotient: row?.quotient ?? Number.NaN,
        r: Math.round(radius(row?.amount || 0) * 10) / 10,
      };
    })
    .sort((a, b) => b.r - a.r);
  const { codes } = stage.head.activities;
  const drawn = nodes.map((node) => {
    const name = nameOfActivity(stage, node.activity, locale);
    const said = Number.isNaN(node.quotient) ? name : `${name}: ${formatNumber(node.quotient, locale, 2)}`;
    return circle(node, pictureHref(ctx, stage, `diversification/${codes[node.activity]!}`), said);
  });
  const strong = new Set(nodes.filter(({ has }) => has).map(({ activity }) => activity));
  const labels = placeLabels(
    nodes
      .toSorted((a, b) => Number(b.has) - Number(a.has) || b.r - a.r)
      .map((node) => ({
        x: node.x,
        y: node.y,
        r: node.r,
        text: shorten(nameOfActivity(stage, node.activity, locale), 24),
      })),
    SPACE_HEIGHT,
  );
  return (
    <div class="plot-frame">
      <svg
        class="plot r0"
        width="100%"
        height={SPACE_HEIGHT}
        role={nodes.length > 0 ? "group" : "img"}
        aria-label={label}
      >
        {raw(edges(space, spots, strong) + drawn.join(""))}
        {labels.map(({ text, x, y, dx, anchor, inside, minor }) => (
          <text
            class={`${inside ? "inside" : "beside"}${minor ? " minor" : ""}`}
            x={percent(x)}
            y={y}
            dx={dx}
            text-anchor={anchor}
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** As text: hundreds of lines and circles as elements would take longer than everything else on the page. */
function edges(
  { edges: lines }: Space,
  spots: ReadonlyMap<number, { x: number; y: number }>,
  strong: ReadonlySet<number>,
): string {
  return lines
    .map(({ from, to }) => {
      const [a, b] = [spots.get(from)!, spots.get(to)!];
      const look =
        strong.has(from) && strong.has(to)
          ? `class="edge near" stroke="currentColor" stroke-opacity="0.55"`
          : `class="edge" stroke="var(--rule-strong)" stroke-opacity="0.6"`;
      return `<line ${look} x1="${percent(a.x)}" y1="${px(a.y)}" x2="${percent(b.x)}" y2="${px(b.y)}"/>`;
    })
    .join("");
}

interface Drawn {
  x: number;
  y: number;
  r: number;
  has: boolean;
  family: number;
}

function circle({ x, y, r, has, family }: Drawn, href: string, said: string): string {
  const words = escaped(said);
  const look = has
    ? `class="dot node f${seriesOfFamily(family)}"`
    : `class="node lack" fill="var(--sheet)" stroke="var(--edge)" stroke-width="1.25"`;
  return `<a href="${escaped(href)}" aria-label="${words}"><circle ${look} cx="${percent(x)}" cy="${px(y)}" r="${r}"><title>${words}</title></circle></a>`;
}
