import { type GeoGeometryObjects, geoArea, geoBounds, geoCentroid } from "d3-geo";
import type { Locale } from "../../../kernel/locale.ts";
import {
  type Extent,
  type Frame,
  formatNumber,
  outlinesOf,
  projectionFor,
  type Shape,
} from "../../../ui/index.ts";
import {
  COUNTRY_CREDIT,
  countryShapes,
  type PlaceShape,
  REGION_CREDIT,
  regionShapes,
} from "../../places/feature.ts";
import { sayStatistics } from "./messages.ts";

/** A small region (NUTS 3) with the figure that is shown of it. */
export interface RegionFigure {
  code: string;
  name: string;
  value: number;
}

const FRAME: Frame = { width: 800, height: 600 };
const STEPS = [1, 2, 3, 4, 5] as const;
/** As many names as lie beside each other without touching. */
const NAMED = 8;

/** The regions of which something is shown, coloured; those around them hatched, for of these nothing is said. `null` without outlines. */
export function RegionMap({
  locale,
  label,
  figures,
}: {
  locale: Locale;
  label: string;
  figures: readonly RegionFigure[];
}) {
  const say = sayStatistics(locale);
  const { regions, lands } = outlines();
  const drawn = figures.flatMap((figure) => {
    const shape = regions.get(figure.code);
    return shape ? [{ ...figure, shape }] : [];
  });
  if (drawn.length === 0) return null;
  const extent = around(drawn.map(({ shape }) => shape));
  const paths = (shapes: readonly Shape[]) => outlinesOf(shapes, extent, FRAME);
  const said = new Set(drawn.map(({ code }) => code));
  const countries = new Set(drawn.map(({ code }) => code.slice(0, 2)));
  const unsaid = [...regions].flatMap(([code, shape]) =>
    countries.has(code.slice(0, 2)) && !said.has(code) ? [shape] : [],
  );
  const coloured = paths(drawn.map(({ shape }) => shape));
  const most = Math.max(...drawn.map(({ value }) => value));
  const step = (value: number) => Math.max(1, Math.ceil((value / most) * STEPS.length));
  const words = ({ name, value }: RegionFigure) => `${name}: ${formatNumber(value, locale, 0)}`;
  const projection = projectionFor(extent, FRAME);
  return (
    <div class="map-frame">
      <svg class="map" role="img" aria-label={label} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
        <defs>
          <pattern
            id="kept-back"
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0,0V7" stroke="currentColor" stroke-opacity="0.4" stroke-width="1.5" />
          </pattern>
        </defs>
        <rect class="sea" fill="none" width={FRAME.width} height={FRAME.height} />
        <path class="land" d={paths(lands).join("")} vector-effect="non-scaling-stroke" />
        <path
          fill="url(#kept-back)"
          stroke="currentColor"
          stroke-opacity="0.25"
          d={paths(unsaid).join("")}
          vector-effect="non-scaling-stroke"
        >
          <title>{say("map.kept")}</title>
        </path>
        {drawn.map((figure, i) => (
          <path class={`region q${step(figure.value)}`} d={coloured[i]} vector-effect="non-scaling-stroke">
            <title>{words(figure)}</title>
          </path>
        ))}
        {drawn.length > NAMED
          ? null
          : drawn.map((figure) => {
              const [x, y] = projection(geoCentroid(mainland(figure.shape)))!;
              return (
                <text class="name minor" x={Math.round(x)} y={Math.round(y)} dy="4" text-anchor="middle">
                  {words({ ...figure, name: figure.name.split(",")[0]! })}
                </text>
              );
            })}
      </svg>
      <div class="map-words">
        <p class="steps">
          <span>0</span>
          {STEPS.map((one) => (
            <svg width="14" height="10" aria-hidden="true">
              <g class="map">
                <rect class={`q${one}`} width="14" height="10" />
              </g>
            </svg>
          ))}
          <span>{formatNumber(most, locale, 0)}</span>
        </p>
        <p class="steps">
          <svg width="14" height="10" aria-hidden="true">
            <rect width="14" height="10" fill="url(#kept-back)" stroke="currentColor" stroke-opacity="0.5" />
          </svg>
          <span>{say("map.kept")}</span>
        </p>
        <p class="credit">{`${REGION_CREDIT} · ${COUNTRY_CREDIT}`}</p>
      </div>
    </div>
  );
}

/** All of these with some land around them. */
function around(shapes: readonly Shape[]): Extent {
  const boxes = shapes.map((shape) => geoBounds(mainland(shape)));
  const west = Math.min(...boxes.map(([[x]]) => x));
  const south = Math.min(...boxes.map(([[, y]]) => y));
  const east = Math.max(...boxes.map(([, [x]]) => x));
  const north = Math.max(...boxes.map(([, [, y]]) => y));
  const air = Math.max(0.8, (north - south) * 0.08);
  return [west - 2 * air, south - air, east + 2 * air, north + air];
}

/** Its largest piece: Hamburg is not around its island in the sea. */
function mainland(shape: Shape): GeoGeometryObjects {
  const geometry = shape.geometry!;
  if (geometry.type !== "MultiPolygon") return geometry;
  const pieces = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return pieces.reduce((most, piece) => (geoArea(piece) > geoArea(most) ? piece : most));
}

/** One of them would make the rest a speck: they stand in the table alone. */
const isOverseas = ([lon, lat]: readonly [number, number]) => lon < -25 || lat < 27;

let kept: { regions: ReadonlyMap<string, Shape>; lands: readonly Shape[] } | undefined;

/** The same objects each time, as what is drawn is kept with its outline. */
function outlines() {
  const shapeOf = ({ geometry, properties }: PlaceShape): Shape => ({
    type: "Feature",
    geometry,
    properties: { ...properties },
  });
  kept ??= {
    regions: new Map(
      regionShapes(3)
        .filter((place) => !isOverseas(geoCentroid(place)))
        .map((place) => [place.properties.code, shapeOf(place)]),
    ),
    lands: countryShapes("fine").map(shapeOf),
  };
  return kept;
}
