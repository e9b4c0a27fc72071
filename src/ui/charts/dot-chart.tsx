import { extent, max } from "d3-array";
import { scaleLinear, scaleLog, scaleSqrt } from "d3-scale";
import type { Locale } from "../../kernel/locale.ts";
import { formatNumber } from "../format.ts";
import { NoFigures } from "./chart-frame.tsx";
import { placeLabels } from "./labels.ts";
import { percent, px, type Series, shorten } from "./series.ts";

export interface Dot {
  label: string;
  x: number;
  y: number;
  /** Its area, as the number of people; without any, all dots are equal. */
  size?: number | undefined;
  series?: Series | undefined;
  href?: string | undefined;
}

export interface DotChartProps {
  locale: Locale;
  /** What the picture shows, for those who do not see it. */
  label: string;
  dots: readonly Dot[];
  /** The axes in words. */
  axisX: string;
  axisY: string;
  /** Ratios belong on a logarithmic axis: twice and half are equally far from one. */
  logX?: boolean | undefined;
  /** Lines that part the field, as "as expected" at 1. */
  markX?: number | undefined;
  markY?: number | undefined;
  formatX?: ((x: number) => string) | undefined;
  formatY?: ((y: number) => string) | undefined;
  height?: number | undefined;
}

/** Each thing at its two values, its area a third; names where there is room, all of them in the table twin. */
export function DotChart(props: DotChartProps) {
  const { locale, label, axisX, axisY, logX, markX, markY, height = 320 } = props;
  const dots = props.dots.filter(
    (dot) => Number.isFinite(dot.x) && Number.isFinite(dot.y) && (!logX || dot.x > 0),
  );
  if (!dots.length) return <NoFigures locale={locale} />;

  const x = logX
    ? scaleLog()
        .base(2)
        .domain(
          span(
            dots.map((dot) => dot.x),
            markX,
            1.25,
          ),
        )
        .range([0, 100])
    : scaleLinear()
        .domain(
          padded(
            dots.map((dot) => dot.x),
            markX,
          ),
        )
        .nice(6)
        .range([0, 100]);
  const upright = scaleLinear()
    .domain(
      padded(
        dots.map((dot) => dot.y),
        markY,
      ),
    )
    .nice(5)
    .range([height, 0]);
  const y = (value: number) => px(upright(value));
  const r = scaleSqrt()
    .domain([0, max(dots, (dot) => dot.size ?? 0) || 1])
    .range([3, 28]);
  const radius = (dot: Dot) => (dot.size === undefined ? 5 : Math.round(r(dot.size) * 10) / 10);
  const formatX = props.formatX ?? ((value: number) => formatNumber(value, locale, 2));
  const formatY = props.formatY ?? ((value: number) => formatNumber(value, locale, 2));

  // Large ones first, so that small ones stay on top and can be reached.
  const drawn = [...dots].sort((a, b) => radius(b) - radius(a));
  const labels = placeLabels(
    drawn.map((dot) => ({ x: x(dot.x), y: y(dot.y), r: radius(dot), text: shorten(dot.label, 28) })),
    height,
  );
  const ticksX = logX ? octaves(x.domain() as [number, number]) : x.ticks(6);
  return (
    <div class="plot-frame">
      <p class="axis-words">{axisY}</p>
      <svg
        class="plot r0"
        width="100%"
        height={height}
        role={dots.some((dot) => dot.href) ? "group" : "img"}
        aria-label={label}
      >
        {upright.ticks(5).map((tick) => (
          <>
            <line class="gridline" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            <text x="-8" y={y(tick) + 4} text-anchor="end">
              {formatY(tick)}
            </text>
          </>
        ))}
        {ticksX.map((tick) => (
          <>
            <line class="gridline" x1={percent(x(tick))} x2={percent(x(tick))} y1="0" y2={height} />
            <text x={percent(x(tick))} y={height + 18} text-anchor="middle">
              {formatX(tick)}
            </text>
          </>
        ))}
        {markX === undefined ? null : (
          <line class="zero" x1={percent(x(markX))} x2={percent(x(markX))} y1="0" y2={height} />
        )}
        {markY === undefined ? null : <line class="zero" x1="0" x2="100%" y1={y(markY)} y2={y(markY)} />}
        {drawn.map((dot) => {
          const words = `${dot.label}: ${formatX(dot.x)}, ${formatY(dot.y)}`;
          const circle = (
            <circle class={`dot f${dot.series ?? 2}`} cx={percent(x(dot.x))} cy={y(dot.y)} r={radius(dot)}>
              <title>{words}</title>
            </circle>
          );
          return dot.href ? (
            <a href={dot.href} aria-label={words}>
              {circle}
            </a>
          ) : (
            circle
          );
        })}
        {labels.map(({ text, x: left, y: top, dx, anchor, inside, minor }) => (
          <text
            class={`${inside ? "inside" : "beside"}${minor ? " minor" : ""}`}
            x={percent(left)}
            y={top}
            dx={dx}
            text-anchor={anchor}
          >
            {text}
          </text>
        ))}
      </svg>
      <p class="axis-words end">{axisX}</p>
    </div>
  );
}

function padded(values: number[], mark: number | undefined): [number, number] {
  const [low, high] = extent(mark === undefined ? values : [...values, mark]) as [number, number];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  // What cannot be negative gets no axis below zero.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function span(values: number[], mark: number | undefined, factor: number): [number, number] {
  const [low, high] = extent(mark === undefined ? values : [...values, mark]) as [number, number];
  return [low / factor, high * factor];
}

/** 0.5, 1, 2, 4: every step doubles. */
function octaves([low, high]: [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.ceil(Math.log2(low)); power <= Math.log2(high); power++) ticks.push(2 ** power);
  const step = Math.ceil(ticks.length / 8);
  return ticks.filter((_, i) => i % step === 0);
}
