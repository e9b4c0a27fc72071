import type { Child } from "hono/jsx";
import type { Locale } from "../../kernel/locale.ts";
import { percent, px, type Series, shorten } from "../charts/series.ts";
import { stepsOf } from "../charts/steps.ts";
import { formatCompact } from "../format.ts";
import { uiSay } from "../messages.ts";
import { apart, type Heap, heapsOf } from "./cluster-points.ts";
import { type Extent, type Frame, outlinesOf, projectionFor, type Shape } from "./projection.ts";

export interface MapPoint {
  id: string;
  label: string;
  lon: number;
  lat: number;
  href?: string | undefined;
  series?: Series | undefined;
  /** More than one when the point stands for many: a city with its organisations. */
  size?: number | undefined;
}

export interface MapRegion {
  id: string;
  name: string;
  shape: Shape;
  value?: number | null | undefined;
  href?: string | undefined;
}

export interface PlaceMapProps {
  locale: Locale;
  /** What the map shows, for those who do not see it. */
  label: string;
  countries: readonly Shape[];
  regions?: readonly MapRegion[] | undefined;
  points?: readonly MapPoint[] | undefined;
  extent: Extent;
  /** Whose outlines these are. It stands under every map. */
  credit: Child;
  /** Where a heap of points leads to, as the list filtered by that place. */
  heapHref?: ((points: readonly MapPoint[]) => string | undefined) | undefined;
  /** What the colour of regions counts. */
  regionWords?: string | undefined;
  formatValue?: ((value: number) => string) | undefined;
  /** Twice as wide as high, for the whole earth. */
  wide?: boolean | undefined;
}

/** A map drawn from outlines: no tiles, nothing loaded from elsewhere. Points that would lie on each other become one with a count. */
export function PlaceMap(props: PlaceMapProps) {
  const { locale, label, countries, regions = [], points = [], extent, credit, wide } = props;
  const say = uiSay(locale);
  const frame: Frame = { width: 800, height: wide ? 400 : 600 };
  const land = outlinesOf(countries, extent, frame).join("");
  const projection = projectionFor(extent, frame);

  const onMap = points.flatMap((point) => {
    const at = projection([point.lon, point.lat]);
    if (!at || at[0] < 0 || at[1] < 0 || at[0] > frame.width || at[1] > frame.height) return [];
    return [{ point, x: at[0], y: at[1] }];
  });
  // A pixel of a map in the text column is about one and a half of its 800 units.
  const heaps = apart(heapsOf(onMap, 26), (heap) => radiusOf(countOf(heap)) * 1.5);
  const linked = [...points, ...regions].some((thing) => thing.href);
  const outside = points.length - onMap.length;
  return (
    <div class="map-frame">
      <svg class={wide ? "map wide" : "map"} role={linked ? "group" : "img"} aria-label={label}>
        <svg
          width="100%"
          height="100%"
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          preserveAspectRatio="none"
          role="presentation"
        >
          <path class="land" d={land} vector-effect="non-scaling-stroke" />
          {regions.length ? <Regions {...props} regions={regions} frame={frame} /> : null}
        </svg>
        {heaps.map((heap) => (
          <HeapMark heap={heap} frame={frame} {...props} />
        ))}
        <g {...UNSAID}>
          {names(heaps).map(({ x, y, text }) => (
            <text
              class="name minor"
              x={percent((x / frame.width) * 100)}
              y={percent((y / frame.height) * 100)}
              dx={x > frame.width * 0.7 ? -9 : 9}
              text-anchor={x > frame.width * 0.7 ? "end" : "start"}
              dy="4"
            >
              {text}
            </text>
          ))}
        </g>
      </svg>
      <div class="map-words">
        <RegionKey {...props} />
        {points.length && outside ? <p>{say("map.outside", { count: outside })}</p> : null}
        {!points.length && !regions.length ? <p>{say("map.empty")}</p> : null}
        <p class="credit">{credit}</p>
      </div>
    </div>
  );
}

function Regions({
  locale,
  regions,
  extent,
  frame,
  formatValue,
}: PlaceMapProps & { regions: readonly MapRegion[]; frame: Frame }) {
  const shapes = regions.map((region) => region.shape);
  const step = stepsOf(regions.map((region) => region.value));
  const say = formatValue ?? ((value: number) => formatCompact(value, locale));
  return outlinesOf(shapes, extent, frame).map((d, i) => {
    const { name, value, href } = regions[i]!;
    if (!d) return null;
    const words = typeof value === "number" ? `${name}: ${say(value)}` : name;
    const path = (
      <path class={`region q${step(value)}`} d={d} vector-effect="non-scaling-stroke">
        <title>{words}</title>
      </path>
    );
    return href ? (
      <a href={href} aria-label={words}>
        {path}
      </a>
    ) : (
      path
    );
  });
}

function HeapMark({ heap, frame, locale, heapHref }: PlaceMapProps & { heap: Heap<MapPoint>; frame: Frame }) {
  const count = countOf(heap);
  const [first] = heap.points;
  const alone = heap.points.length === 1;
  const words = alone
    ? first!.label + (count > 1 ? ` (${count})` : "")
    : `${uiSay(locale)("map.here", { count })}: ${heap.points
        .slice(0, 5)
        .map((point) => point.label)
        .join(", ")}${heap.points.length > 5 ? " …" : ""}`;
  const href = alone ? first!.href : heapHref?.(heap.points);
  const at = { cx: percent((heap.x / frame.width) * 100), cy: percent((heap.y / frame.height) * 100) };
  const r = radiusOf(count);
  const mark = (
    <>
      <circle class="reach" {...at} r={Math.max(r, 12)} />
      <circle class={`point f${seriesOfHeap(heap)}`} {...at} r={px(r)}>
        <title>{words}</title>
      </circle>
      {count > 1 ? (
        <text class="count" x={at.cx} y={at.cy} dy="4" text-anchor="middle">
          {count > 999 ? formatCompact(count, locale) : count}
        </text>
      ) : null}
    </>
  );
  return href ? (
    <a href={href} aria-label={words}>
      {mark}
    </a>
  ) : (
    <g>{mark}</g>
  );
}

/** In pixels; the area grows with the number, and has room for its digits. */
const radiusOf = (count: number) => (count === 1 ? 5 : Math.min(8 + Math.sqrt(count) * 1.1, 24));

const countOf = (heap: Heap<MapPoint>) => heap.points.reduce((sum, point) => sum + (point.size ?? 1), 0);

/** The colour that most of a heap have. */
function seriesOfHeap({ points }: Heap<MapPoint>): Series {
  if (points.length === 1) return points[0]!.series ?? 1;
  const counts = new Map<Series, number>();
  for (const { series = 1 } of points) counts.set(series, (counts.get(series) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** For the eye only: links and the table twin say the same to those who listen. */
const UNSAID = { "aria-hidden": "true" } as const;

/** Few points are named on the map itself. */
const names = (heaps: readonly Heap<MapPoint>[]) =>
  heaps.length > 12
    ? []
    : heaps
        .filter((heap) => heap.points.length === 1)
        .map(({ x, y, points }) => ({ x, y, text: shorten(points[0]!.label, 24) }));

function RegionKey({ locale, regions = [], regionWords, formatValue }: PlaceMapProps) {
  const values = regions.flatMap((region) => (region.value ? [region.value] : []));
  if (!values.length) return null;
  const say = formatValue ?? ((value: number) => formatCompact(value, locale));
  return (
    <p class="steps">
      {regionWords ? <span>{regionWords}</span> : null}
      <span>{say(Math.min(...values))}</span>
      <svg width="75" height="10" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step, i) => (
          <rect class={`q${step}`} x={i * 15} width="14" height="10" />
        ))}
      </svg>
      <span>{say(Math.max(...values))}</span>
    </p>
  );
}
