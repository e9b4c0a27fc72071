import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  DataTable,
  displayName,
  formatNumber,
  Key,
  type MapPoint,
  PlaceMap,
  type Query,
  type Series,
} from "../../../ui/index.ts";
import { landBehind } from "../../places/feature.ts";
import { extentAround, WORLD } from "./extent.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";
import { organisationHref } from "./results.tsx";
import type { Spot } from "./spots.ts";

interface MapProps {
  ctx: Context;
  path: string;
  query: Query;
  spots: readonly Spot[];
  /** How many by NUTS code. */
  regions: ReadonlyMap<string, number>;
  total: number;
}

export function MapView({ ctx, path, query, spots, regions, total }: MapProps) {
  const { locale } = ctx;
  const say = sayOfDirectory(locale);
  const nearHref = (city: string) =>
    address(path, query, { near: city, km: DEFAULT_NEAR, view: "table", sort: null });
  const points = spots.map((spot, i): MapPoint => pointOf(spot, String(i), ctx, nearHref));
  const extent = extentAround(spots);
  const land = landBehind(extent, regions, (code) =>
    address(path, query, { region: code, view: "table", cursor: null }),
  );
  const placed = spots.reduce((sum, spot) => sum + spot.count, 0);
  const towns = townsOf(spots);
  return (
    <>
      <PlaceMap
        locale={locale}
        label={say("map.label", { count: placed })}
        {...land}
        points={points}
        extent={extent}
        wide={extent === WORLD}
        regionWords={say("map.count")}
        heapHref={(heap) => {
          const city = spots[Number(heap[0]!.id)]!.city;
          return city ? nearHref(city) : undefined;
        }}
      />
      <Key parts={kindsOf(spots, locale)} />
      {placed < total ? <p class="src">{say("map.unplaced", { count: total - placed })}</p> : null}
      <details>
        <summary>{say("map.twin")}</summary>
        <DataTable
          locale={locale}
          caption={say("map.twin")}
          columns={[
            {
              key: "city",
              label: say("map.town"),
              value: (town) => displayName(town.city),
              href: (town) => nearHref(town.city),
            },
            {
              key: "count",
              label: say("map.count"),
              value: (town) => formatNumber(town.count, locale),
              align: "end",
            },
          ]}
          rows={towns}
        />
      </details>
    </>
  );
}

/** Names and addresses are made when a mark is drawn: of thousands of spots most become part of a heap. */
function pointOf(
  { organisation, city, lon, lat, count }: Spot,
  id: string,
  ctx: Context,
  nearHref: (city: string) => string,
): MapPoint {
  return {
    id,
    lon,
    lat,
    size: count,
    series: organisation ? seriesOf(organisation.kind) : 2,
    get label() {
      return displayName(organisation?.name ?? city);
    },
    get href() {
      if (organisation) return organisationHref(ctx, organisation.slug);
      return city ? nearHref(city) : undefined;
    },
  };
}

const MOST_TOWNS = 200;

function townsOf(spots: readonly Spot[]) {
  const towns = new Map<string, { city: string; count: number }>();
  for (const { city, count } of spots) {
    if (!city) continue;
    const town = towns.get(city.toLowerCase()) ?? { city, count: 0 };
    towns.set(city.toLowerCase(), { city, count: town.count + count });
  }
  return [...towns.values()]
    .sort((a, b) => b.count - a.count || a.city.localeCompare(b.city))
    .slice(0, MOST_TOWNS);
}

/** Wide enough for all that one spot on the map stands for. */
const DEFAULT_NEAR = 25;

const SERIES: Record<string, Series> = {
  enterprise: 1,
  research: 2,
  authority: 4,
  development: 4,
  association: 3,
  service: 5,
};
const seriesOf = (kind: string): Series => SERIES[kind] ?? 6;

/** What the colours mean, where there is more than one. */
function kindsOf(spots: readonly Spot[], locale: Locale) {
  const say = sayOfDirectory(locale);
  const kinds = [...new Set(spots.flatMap((spot) => spot.organisation?.kind ?? []))].sort(
    (a, b) => seriesOf(a) - seriesOf(b),
  );
  return kinds.length > 1
    ? kinds.map((kind) => ({ label: wordFor(say, "kind", kind), series: seriesOf(kind) }))
    : [];
}
