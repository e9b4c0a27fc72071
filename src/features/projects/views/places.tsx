import type { Locale } from "../../../kernel/locale.ts";
import { type Extent, extentOf, type MapPoint, PlaceMap, type Shape } from "../../../ui/index.ts";
import { COUNTRY_CREDIT, countryShapes } from "../../places/feature.ts";

const EUROPE: Extent = [-11, 34, 33, 70];
const WORLD: Extent = [-170, -56, 179, 80];

/**
 * Organisations on a map that shows most of them. Its edges lie on whole degrees, a few sizes in all: outlines are drawn once for
 * each, not once for each page.
 */
export function OrganisationsMap({
  locale,
  label,
  points,
}: {
  locale: Locale;
  label: string;
  points: readonly MapPoint[];
}) {
  if (points.length === 0) return null;
  const extent = extentFor(points);
  const near = extent[2] - extent[0] <= 12;
  return (
    <PlaceMap
      locale={locale}
      label={label}
      countries={[...countryShapes(near ? "fine" : "coarse")] as unknown as Shape[]}
      points={points}
      extent={extent}
      credit={COUNTRY_CREDIT}
      wide={extent === WORLD}
    />
  );
}

/** The smallest picture that shows nine of ten: one partner overseas does not make a map of the earth. */
export function extentFor(points: readonly { lon: number; lat: number }[]): Extent {
  const close = extentOf(points);
  if (close && close[2] - close[0] <= 20 && close[3] - close[1] <= 14) return snapped(close);
  const inEurope = points.filter((point) => within(point, EUROPE)).length;
  return inEurope >= points.length * 0.9 ? EUROPE : WORLD;
}

function snapped([west, south, east, north]: Extent): Extent {
  const step = east - west <= 6 ? 2 : 5;
  const down = (degrees: number) => Math.floor(degrees / step) * step;
  const up = (degrees: number) => Math.ceil(degrees / step) * step;
  return [down(west), Math.max(down(south), -85), up(east), Math.min(up(north), 85)];
}

const within = ({ lon, lat }: { lon: number; lat: number }, [west, south, east, north]: Extent) =>
  lon >= west && lon <= east && lat >= south && lat <= north;
