import { raw } from "hono/html";
import { LRUCache } from "lru-cache";
import type { Locale } from "../../../kernel/locale.ts";
import { escaped } from "../../../ui/charts/markup.ts";
import { type Extent, type Frame, formatNumber, outlinesOf, type Shape } from "../../../ui/index.ts";
import {
  COUNTRY_CREDIT,
  countryOfRegion,
  countryShapes,
  REGION_CREDIT,
  type RegionLevel,
  regionShapes,
} from "../../places/feature.ts";
import { sayPictures } from "./messages.ts";

export interface MapRow {
  /** NUTS codes of its outlines. */
  nuts: readonly string[];
  name: string;
  quotient: number;
  href: string;
  here: boolean;
}

/** As expected in the middle, half and twice at the ends. */
const BREAKS = [0.5, 0.8, 1.25, 2] as const;

const stepOf = (quotient: number): 0 | 1 | 2 | 3 | 4 | 5 =>
  Number.isNaN(quotient) ? 0 : ((1 + BREAKS.filter((edge) => quotient >= edge).length) as 1 | 2 | 3 | 4 | 5);

const EUROPE: Extent = [-10.5, 34.5, 33, 70.5];
const FRAME: Frame = { width: 800, height: 940 };

interface Props {
  locale: Locale;
  label: string;
  rows: readonly MapRow[];
}

/** Regions coloured by how over-represented one activity is there; `null` where none of them has an outline. */
export function QuotientMap({ locale, label, rows }: Props) {
  const say = sayPictures(locale);
  const drawn = rows.flatMap((row) =>
    row.nuts.flatMap((code) => {
      const shape = shapeOf(code);
      return shape ? [{ ...row, shape }] : [];
    }),
  );
  if (drawn.length === 0) return null;
  const extent = extentOf(drawn.map(({ shape }) => shape));
  const land = outlinesOf(
    countryShapes("fine").map(({ geometry, properties }) => landShape(properties.code, geometry)),
    extent,
    FRAME,
  );
  const outlines = outlinesOf(
    drawn.map(({ shape }) => shape),
    extent,
    FRAME,
  );
  return (
    <div class="map-frame">
      <svg
        width="100%"
        role={rows.length > 0 ? "group" : "img"}
        aria-label={label}
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      >
        <g class="map">
          <rect class="q0" width={FRAME.width} height={FRAME.height} />
          {raw(`<path class="land" d="${land.join("")}" vector-effect="non-scaling-stroke"/>`)}
          {raw(drawn.map((row, i) => region(row, outlines[i]!, locale)).join(""))}
          {raw(drawn.map(({ here }, i) => (here ? border(outlines[i]!) : "")).join(""))}
        </g>
      </svg>
      <div class="map-words">
        <p class="steps">
          <span>{say("map.key")}</span>
          {[1, 2, 3, 4, 5].map((step) => (
            <>
              <svg width="14" height="10" aria-hidden="true">
                <g class="map">
                  <rect class={`q${step}`} width="14" height="10" />
                </g>
              </svg>
              <span>{stepWords(step, locale)}</span>
            </>
          ))}
        </p>
        <p class="credit">{`${REGION_CREDIT} · ${COUNTRY_CREDIT}`}</p>
      </div>
    </div>
  );
}

/** As text: hundreds of regions as elements would take longer than everything else on the page. */
function region({ name, quotient, href }: MapRow, outline: string, locale: Locale): string {
  if (!outline) return "";
  const said = Number.isNaN(quotient)
    ? sayPictures(locale)("map.unknown")
    : formatNumber(quotient, locale, 2);
  const words = escaped(`${name}: ${said}`);
  return `<a href="${escaped(href)}" aria-label="${words}"><path class="region q${stepOf(quotient)}" d="${outline}" vector-effect="non-scaling-stroke"><title>${words}</title></path></a>`;
}

const border = (outline: string): string =>
  `<path class="l1" fill="none" stroke-width="2.5" pointer-events="none" d="${outline}" vector-effect="non-scaling-stroke"/>`;

/** None of them is broken between two lines. */
function stepWords(step: number, locale: Locale): string {
  const at = (i: number) => formatNumber(BREAKS[i]!, locale, 2);
  if (step === 1) return `<\u00a0${at(0)}`;
  if (step === 5) return `≥\u00a0${at(3)}`;
  return `${at(step - 2)}–\u2060${at(step - 1)}`;
}

const extents = new LRUCache<string, Extent>({ max: 100 });

/** All within one country: that country. Else Europe, without what lies overseas. */
function extentOf(shapes: readonly Shape[]): Extent {
  const codes = shapes.map(({ properties }) => String(properties?.code));
  if (new Set(codes.map((code) => code.slice(0, 2))).size > 1) return EUROPE;
  // Every corner of every outline is looked at: once for each set of regions.
  const key = codes.join(" ");
  const known = extents.get(key) ?? around(shapes);
  extents.set(key, known);
  return known;
}

function around(shapes: readonly Shape[]): Extent {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of shapes) {
    const rings =
      geometry?.type === "Polygon"
        ? geometry.coordinates
        : geometry?.type === "MultiPolygon"
          ? geometry.coordinates.flat()
          : [];
    for (const [lon = 0, lat = 0] of rings.flat()) {
      if (lon < -25 || lat < 27) continue;
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return [west - 0.2, south - 0.15, east + 0.2, north + 0.15];
}

const byCode = new Map<string, Shape>();

/** The same object each time, as outlines are kept with their shape. */
function shapeOf(code: string): Shape | undefined {
  if (byCode.size === 0) {
    for (const level of [1, 2, 3] as RegionLevel[])
      for (const { geometry, properties } of regionShapes(level))
        byCode.set(properties.code, { type: "Feature", geometry, properties: { ...properties } });
    for (const { geometry, properties } of countryShapes("fine"))
      if (properties.code) byCode.set(properties.code, landShape(properties.code, geometry));
  }
  return byCode.get(code.length === 2 ? countryOfRegion(code) : code);
}

const lands = new Map<unknown, Shape>();

function landShape(code: string, geometry: Shape["geometry"]): Shape {
  const known = lands.get(geometry);
  if (known) return known;
  const shape: Shape = { type: "Feature", geometry, properties: { code } };
  lands.set(geometry, shape);
  return shape;
}
