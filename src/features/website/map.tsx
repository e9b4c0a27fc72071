import type { Context } from "../../access/context.ts";
import { displayName, type Extent, extentOf, type MapPoint, PlaceMap, type Series } from "../../ui/index.ts";
import { backdrop } from "./backdrop.ts";
import { sayOfWebsite } from "./messages.ts";
import type { MemberRow } from "./store.ts";

interface MembersMapProps {
  ctx: Context;
  members: readonly MemberRow[];
  /** Where the address of an organisation begins. */
  base: string;
  /** The list with the same places as text. */
  list: string;
}

const SERIES: Record<string, Series> = {
  enterprise: 1,
  research: 2,
  authority: 4,
  development: 4,
  association: 3,
  service: 5,
};

export function MembersMap({ ctx, members, base, list }: MembersMapProps) {
  const seen = new Set<string>();
  const points = members.flatMap((member): MapPoint[] => {
    if (member.lat === null || member.lon === null || seen.has(member.organisationId)) return [];
    seen.add(member.organisationId);
    return [
      {
        id: member.organisationId,
        label: displayName(member.name),
        lat: member.lat,
        lon: member.lon,
        series: SERIES[member.kind] ?? 6,
        href: `${base}/${member.slug}`,
      },
    ];
  });
  const towns = new Map(members.map((member) => [member.organisationId, member.city]));
  const { countries, credit } = backdrop(ctx.locale);
  return (
    <PlaceMap
      locale={ctx.locale}
      label={sayOfWebsite(ctx.locale)("home.map.label", { count: points.length })}
      countries={countries}
      points={points}
      extent={extentAround(points)}
      credit={credit}
      heapHref={([first]) => {
        const town = towns.get(first!.id);
        return town ? `${list}?km=10&near=${encodeURIComponent(town)}&view=table` : undefined;
      }}
    />
  );
}

const NORTHERN_GERMANY: Extent = [7.5, 52.5, 14.5, 55.2];

/** The middle nine tenths decide: a member far away must not shrink the region to a dot. */
function extentAround(points: readonly { lat: number; lon: number }[]): Extent {
  const span = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length * 0.05)]!, sorted[Math.ceil(sorted.length * 0.95) - 1]!] as const;
  };
  if (points.length === 0) return NORTHERN_GERMANY;
  const [west, east] = span(points.map((point) => point.lon));
  const [south, north] = span(points.map((point) => point.lat));
  return extentOf([
    { lat: south, lon: west },
    { lat: north, lon: east },
  ])!;
}
