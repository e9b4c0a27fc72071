import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Locale } from "../../kernel/locale.ts";
import { formatNumber } from "../format.ts";
import { NoFigures } from "./chart-frame.tsx";
import { percent, px, type Series, seriesOf, shorten } from "./series.ts";

export interface Line {
  label: string;
  /** In order of `x`; where `y` is unknown the line is interrupted. `low` and `high` are its doubt. */
  points: readonly { x: number; y: number | null; low?: number | undefined; high?: number | undefined }[];
  series?: Series | undefined;
  /** From this `x` on the line is dashed: a forecast, not a fact. */
  forecastFrom?: number | undefined;
}

export interface LineChartProps {
  locale: Locale;
  /** What the picture shows, for those who do not see it. */
  label: string;
  lines: readonly Line[];
  /** The upright axis in words: "new projects a year". */
  axis?: string | undefined;
  formatX?: ((x: number) => string) | undefined;
  formatY?: ((y: number) => string) | undefined;
  /** Lines that count begin at zero; an index need not. */
  fromZero?: boolean | undefined;
  height?: number | undefined;
}

/**
 * Lines over time with their names at their ends. Across, positions are shares of the width and text keeps its size, so the same
 * picture fits a phone; up, they are pixels.
 */
export function LineChart(props: LineChartProps) {
  const { locale, label, lines, axis, height = 240, fromZero = true } = props;
  const known = lines.flatMap(({ points }) => points.filter((point) => point.y !== null));
  if (!known.length) return <NoFigures locale={locale} />;

  const [x0, x1] = extent(known, (point) => point.x) as [number, number];
  const [y0, y1] = extent(
    known.flatMap((point) => [point.y!, point.low ?? point.y!, point.high ?? point.y!]),
  ) as [number, number];
  const x = scaleLinear()
    .domain(x0 === x1 ? [x0 - 1, x1 + 1] : [x0, x1])
    .range([0, 100]);
  const upright = scaleLinear()
    .domain(fromZero ? [Math.min(0, y0), Math.max(y1, 0) || 1] : y0 === y1 ? [y0 - 1, y1 + 1] : [y0, y1])
    .nice(5)
    .range([height, 0]);
  const y = (value: number) => px(upright(value));
  const formatX = props.formatX ?? String;
  const formatY = props.formatY ?? ((value: number) => formatNumber(value, locale, 2));

  const ticks = wholeTicks(x.ticks(8));
  const ends = dodge(lines.map((one) => ({ line: one, y: endOf(one, y) })));
  const longest = Math.max(...lines.map((one) => one.label.length));
  const room = lines.length === 1 ? "r0" : longest > 16 ? "r3" : longest > 9 ? "r2" : "r1";
  return (
    <div class="plot-frame">
      {axis ? <p class="axis-words">{axis}</p> : null}
      <svg class={`plot ${room}`} width="100%" height={height} role="img" aria-label={label}>
        {upright.ticks(5).map((tick) => (
          <>
            <line class={tick === 0 ? "zero" : "gridline"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            <text x="-8" y={y(tick) + 4} text-anchor="end">
              {formatY(tick)}
            </text>
          </>
        ))}
        {ticks.map((tick, i) => (
          <text
            class={i % 2 && ticks.length > 4 ? "minor" : undefined}
            x={percent(x(tick))}
            y={height + 18}
            text-anchor="middle"
          >
            {formatX(tick)}
          </text>
        ))}
        <svg
          x="0"
          y="0"
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          class="lines-of"
          aria-hidden="true"
        >
          {lines.map((one, i) => (
            <LinePath line={one} series={one.series ?? seriesOf(i)} x={x} y={y} />
          ))}
        </svg>
        {ends.map(({ line: one, y: end }) => {
          const last = one.points.findLast((point) => point.y !== null);
          if (!last) return null;
          const series = one.series ?? seriesOf(lines.indexOf(one));
          return (
            <>
              <circle class={`f${series}`} cx={percent(x(last.x))} cy={y(last.y!)} r="3" />
              {lines.length > 1 ? (
                <text class={`t${series} end`} x={percent(x(last.x))} y={end + 4} dx="8">
                  {shorten(one.label, 22)}
                </text>
              ) : (
                <text
                  class={`t${series} end-value`}
                  x={percent(x(last.x))}
                  y={y(last.y!) - 8}
                  text-anchor="end"
                >
                  {formatY(last.y!)}
                </text>
              )}
            </>
          );
        })}
      </svg>
    </div>
  );
}

type Scale = (value: number) => number;

function LinePath({ line: one, series, x, y }: { line: Line; series: Series; x: Scale; y: Scale }) {
  type Point = Line["points"][number];
  const round = (value: number) => Math.round(value * 100) / 100;
  const path = line<Point>()
    .defined((point) => point.y !== null)
    .x((point) => round(x(point.x)))
    .y((point) => round(y(point.y!)));
  const doubt = area<Point>()
    .defined((point) => point.low !== undefined && point.high !== undefined)
    .x((point) => round(x(point.x)))
    .y0((point) => round(y(point.low!)))
    .y1((point) => round(y(point.high!)));
  const from = one.forecastFrom ?? Number.POSITIVE_INFINITY;
  const facts = one.points.filter((point) => point.x <= from);
  const forecast = one.points.filter((point) => point.x >= from);
  return (
    <>
      {one.points.some((point) => point.low !== undefined) ? (
        <path class={`doubt f${series}`} d={doubt(one.points) ?? ""} />
      ) : null}
      <path class={`line l${series}`} d={path(facts) ?? ""} vector-effect="non-scaling-stroke" />
      {forecast.length ? (
        <path
          class={`line forecast l${series}`}
          d={path(forecast) ?? ""}
          vector-effect="non-scaling-stroke"
        />
      ) : null}
    </>
  );
}

const endOf = (one: Line, y: Scale) => y(one.points.findLast((point) => point.y !== null)?.y ?? 0);

/** Names that would lie on each other move apart, the order kept. */
export function dodge<T extends { y: number }>(labels: readonly T[], gap = 14): T[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < sorted.length; i++) sorted[i]!.y = Math.max(sorted[i]!.y, sorted[i - 1]!.y + gap);
  return sorted;
}

/** Years have no halves. */
const wholeTicks = (ticks: number[]) =>
  ticks.some((tick) => !Number.isInteger(tick)) && ticks.every((tick) => Math.abs(tick) > 1000)
    ? ticks.filter(Number.isInteger)
    : ticks;
