import type { Series } from "../../../ui/index.ts";
import { LEVELS, type Level, SCALES, type Scale, type Side } from "./words.ts";

export interface Placed {
  id: string;
  name: string;
  side: Side;
  scale: Scale;
  level: Level;
  users: number;
  href: string;
}

const WIDTH = 760;
const HEIGHT = 460;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RINGS: Record<Scale, number> = { local: 85, national: 150, global: 212 };
/** Rings are turned a little against each other, so that names of one do not run into dots of the next. */
const TURNED: Record<Scale, number> = { local: 0, national: 0.055, global: -0.06 };
/** Wider than high, so that names have room at both sides. */
const STRETCH = 1.35;

export const seriesOfLevel = (level: Level): Series => ([3, 2, 1] as const)[LEVELS.indexOf(level)]!;

/** Inner platforms left, outer ones right, on rings of their reach; evenly spread, in the order given. */
function places(platforms: readonly Placed[]) {
  return (["inner", "outer"] as const).flatMap((side) =>
    SCALES.flatMap((scale) => {
      const here = platforms.filter((one) => one.side === side && one.scale === scale);
      return here.map((one, at) => {
        const turn = ((at + 1) / (here.length + 1) + TURNED[scale]) * Math.PI;
        const sign = side === "inner" ? -1 : 1;
        return {
          one,
          sign,
          x: Math.round(CENTRE.x + sign * Math.sin(turn) * RINGS[scale] * STRETCH),
          y: Math.round(CENTRE.y - Math.cos(turn) * RINGS[scale]),
        };
      });
    }),
  );
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const WIDE = 6.4;
const HIGH = 7;

/** Names stand outwards of their dots, or inwards where another dot or name is in the way. */
function labels(dots: readonly (ReturnType<typeof places>[number] & { r: number })[]) {
  const taken: Box[] = dots.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return dots.map(({ one, sign, x, y, r }, at) => {
    const box = (side: number): Box => {
      const from = x + side * (r + 4);
      const to = from + side * one.name.length * WIDE;
      return { left: Math.min(from, to), right: Math.max(from, to), top: y - HIGH, bottom: y + HIGH };
    };
    const hits = (side: number) =>
      taken.filter((other, n) => n !== at && overlap(box(side), other)).length +
      (box(side).left < 0 || box(side).right > WIDTH ? 1 : 0);
    const side = hits(sign) > hits(-sign) ? -sign : sign;
    taken.push(box(side));
    return { x: x + side * (r + 4), y: y + 4, anchor: side < 0 ? ("end" as const) : ("start" as const) };
  });
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The platforms around the cluster, as a picture; the table below has the same. */
export function EnvironmentMap({
  label,
  platforms,
  words,
}: {
  label: string;
  platforms: readonly Placed[];
  words: { inner: string; outer: string; scales: Record<Scale, string>; users: (n: number) => string };
}) {
  const most = Math.max(1, ...platforms.map(({ users }) => users));
  const dots = places(platforms).map((place) => ({
    ...place,
    r: Math.round((5 + 11 * Math.sqrt(place.one.users / most)) * 10) / 10,
  }));
  const names = labels(dots);
  return (
    <section class="matrix-frame" tabindex={0} aria-label={label}>
      <svg
        class="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role={platforms.length > 0 ? "group" : "img"}
        aria-label={label}
      >
        {SCALES.map((scale) => (
          <>
            <ellipse
              class="gridline"
              fill="none"
              cx={CENTRE.x}
              cy={CENTRE.y}
              rx={RINGS[scale] * STRETCH}
              ry={RINGS[scale]}
            />
            <text class="beside" x={CENTRE.x + 5} y={CENTRE.y + RINGS[scale] - 5}>
              {words.scales[scale]}
            </text>
          </>
        ))}
        <line class="zero" x1={CENTRE.x} x2={CENTRE.x} y1={8} y2={HEIGHT - 4} stroke-dasharray="3 4" />
        <text class="end" x={12} y={18}>
          {words.inner}
        </text>
        <text class="end" x={WIDTH - 12} y={18} text-anchor="end">
          {words.outer}
        </text>
        <circle class="f6" fill-opacity="0.35" cx={CENTRE.x} cy={CENTRE.y} r="16" />
        {dots.map(({ one, x, y, r }, at) => {
          const { anchor, ...place } = names[at]!;
          return (
            <>
              <a href={one.href} aria-label={`${one.name}: ${words.users(one.users)}`}>
                <circle class={`dot f${seriesOfLevel(one.level)}`} cx={x} cy={y} r={r}>
                  <title>{`${one.name}: ${words.users(one.users)}`}</title>
                </circle>
              </a>
              <text class="beside" {...place} text-anchor={anchor}>
                {one.name}
              </text>
            </>
          );
        })}
      </svg>
    </section>
  );
}
