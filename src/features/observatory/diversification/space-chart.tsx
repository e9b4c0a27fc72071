import { scaleSqrt } from "d3-scale";
import type { Context } from "../../../access/context.ts";
import { placeLabels } from "../../../ui/charts/labels.ts";
import { formatNumber, percent, px, type Series, shorten } from "../../../ui/index.ts";
import { pictureHref } from "../specialisation/address.ts";
import type { RegionFigures } from "../specialisation/figures.ts";
import { nameOfActivity } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import type { Space } from "./measure-space.ts";

export const SPACE_HEIGHT = 560;

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
        {space.edges.map(({ from, to }) => {
          const [a, b] = [spots.get(from)!, spots.get(to)!];
          return (
            <line
              class={strong.has(from) && strong.has(to) ? "edge near" : "edge"}
              stroke={strong.has(from) && strong.has(to) ? "currentColor" : "var(--rule-strong)"}
              stroke-opacity={strong.has(from) && strong.has(to) ? "0.55" : "0.6"}
              x1={percent(a.x)}
              y1={px(a.y)}
              x2={percent(b.x)}
              y2={px(b.y)}
            />
          );
        })}
        {nodes.map((node) => {
          const name = nameOfActivity(stage, node.activity, locale);
          const words = Number.isNaN(node.quotient)
            ? name
            : `${name}: ${formatNumber(node.quotient, locale, 2)}`;
          return (
            <a
              href={pictureHref(ctx, stage, `diversification/${stage.head.activities.codes[node.activity]!}`)}
              aria-label={words}
            >
              {node.has ? (
                <circle
                  class={`dot node f${seriesOfFamily(node.family)}`}
                  cx={percent(node.x)}
                  cy={px(node.y)}
                  r={node.r}
                >
                  <title>{words}</title>
                </circle>
              ) : (
                <circle
                  class="node lack"
                  fill="var(--sheet)"
                  stroke="var(--edge)"
                  stroke-width="1.25"
                  cx={percent(node.x)}
                  cy={px(node.y)}
                  r={node.r}
                >
                  <title>{words}</title>
                </circle>
              )}
            </a>
          );
        })}
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
