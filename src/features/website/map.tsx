import type { Context } from "../../access/context.ts";
import { address, displayName, type Extent, type MapPoint, PlaceMap } from "../../ui/index.ts";
import { extentAround, landBehind } from "../places/feature.ts";
import { sayOfWebsite } from "./messages.ts";
import type { MemberRow } from "./store.ts";

/** Northern Germany, until somebody is somewhere. */
const EMPTY: Extent = [7.5, 52.5, 14.5, 55.2];

interface MembersMapProps {
  ctx: Context;
  members: readonly MemberRow[];
  /** Where the address of an organisation begins. */
  base: string;
  /** The list with the same places as text. */
  list: string;
}

export function MembersMap({ ctx, members, base, list }: MembersMapProps) {
  const say = sayOfWebsite(ctx.locale);
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
        href: `${base}/${member.slug}`,
      },
    ];
  });
  const towns = new Map(members.map((member) => [member.organisationId, member.city]));
  const extent = extentAround(points, EMPTY);
  const land = landBehind(extent, regionsOf(members), (code) =>
    address(list, {}, { region: code, view: "table" }),
  );
  return (
    <PlaceMap
      locale={ctx.locale}
      label={say("home.map.label", { count: points.length })}
      {...land}
      points={points}
      extent={extent}
      regionWords={say("figure.members", { count: points.length })}
      heapHref={([first]) => {
        const town = towns.get(first!.id);
        return town ? address(list, {}, { near: town, km: 10, view: "table" }) : undefined;
      }}
    />
  );
}

/** Each organisation once, however many clusters it belongs to. */
function regionsOf(members: readonly MemberRow[]): Map<string, number> {
  const codes = new Map(
    members.flatMap((member) => (member.nuts ? [[member.organisationId, member.nuts] as const] : [])),
  );
  const counts = new Map<string, number>();
  for (const code of codes.values()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
