import type { Series } from "../../../ui/index.ts";

export interface Ring {
  label: string;
  values: readonly (number | null)[];
  series: Series;
  dashed?: boolean;
}

interface RadarProps {
  /** What the picture shows, for those who do not see it. */
  label: string;
  axes: readonly string[];
  rings: readonly Ring[];
  /** Between a lower and an upper value on each axis. */
  band?: { label: string; low: readonly (number | null)[]; high: readonly (number | null)[] } | undefined;
}

const WIDTH = 440;
const HEIGHT = 400;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = 142;
const MARKS = [25, 50, 75, 100];

/** Values from 0 to 100 on as many axes as there are parts; an unknown value breaks its line rather than counting as nothing. */
export function Radar({ label, axes, rings, band }: RadarProps) {
  const place = (axis: number, value: number) => {
    const angle = (2 * Math.PI * axis) / axes.length - Math.PI / 2;
    const r = (RADIUS * value) / 100;
    return { x: round(CENTRE.x + r * Math.cos(angle)), y: round(CENTRE.y + r * Math.sin(angle)) };
  };
  const point = (axis: number, value: number) => {
    const { x, y } = place(axis, value);
    return `${x},${y}`;
  };
  const polygon = (value: (axis: number) => number) =>
    `M${axes.map((_, at) => point(at, value(at))).join("L")}Z`;
  const whole = (values: readonly (number | null)[]): values is readonly number[] =>
    values.every((value) => value !== null);
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {MARKS.map((mark) => (
        <path class="gridline" fill="none" d={polygon(() => mark)} />
      ))}
      {axes.map((_, at) => {
        const end = place(at, 100);
        return <line class="gridline" x1={CENTRE.x} y1={CENTRE.y} x2={end.x} y2={end.y} />;
      })}
      {band && whole(band.low) && whole(band.high) ? (
        <path
          class="f2"
          fill-opacity="0.2"
          fill-rule="evenodd"
          d={`${polygon((at) => band.high[at]!)}${polygon((at) => band.low[at]!)}`}
        >
          <title>{band.label}</title>
        </path>
      ) : null}
      {rings.map((ring) => (
        <>
          {whole(ring.values) ? (
            <path
              class={`line l${ring.series}`}
              fill="none"
              stroke-dasharray={ring.dashed ? "5 4" : undefined}
              d={polygon((at) => ring.values[at]!)}
            />
          ) : (
            ring.values.map((value, at) => {
              const next = ring.values[(at + 1) % axes.length];
              if (value === null || next === null || next === undefined) return null;
              return (
                <path
                  class={`line l${ring.series}`}
                  fill="none"
                  stroke-dasharray={ring.dashed ? "5 4" : undefined}
                  d={`M${point(at, value)}L${point((at + 1) % axes.length, next)}`}
                />
              );
            })
          )}
          {ring.values.map((value, at) => {
            if (value === null) return null;
            const { x, y } = place(at, value);
            return (
              <circle class={`f${ring.series}`} cx={x} cy={y} r={ring.dashed ? 2.5 : 3.5}>
                <title>{`${ring.label}, ${axes[at]}: ${Math.round(value)}`}</title>
              </circle>
            );
          })}
        </>
      ))}
      <text class="beside" x={CENTRE.x + 4} y={CENTRE.y - RADIUS / 2 - 3}>
        50
      </text>
      {axes.map((axis, at) => {
        const { x, y } = place(at, 100);
        const across = x - CENTRE.x;
        const anchor = Math.abs(across) < 8 ? "middle" : across > 0 ? "start" : "end";
        const lines = folded(axis);
        const top = y < CENTRE.y - 60 ? -8 - (lines.length - 1) * 13 : y > CENTRE.y + 60 ? 18 : 4;
        return lines.map((line, n) => (
          <text
            class="beside"
            x={x + Math.sign(across) * (anchor === "middle" ? 0 : 9)}
            y={y + top + n * 13}
            text-anchor={anchor}
          >
            {line}
          </text>
        ));
      })}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A long name on two lines, broken at the space nearest to its middle. */
function folded(text: string): string[] {
  if (text.length <= 15) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return [text];
  const middle = spaces.reduce((best, at) =>
    Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best,
  );
  return [text.slice(0, middle), text.slice(middle + 1)];
}
