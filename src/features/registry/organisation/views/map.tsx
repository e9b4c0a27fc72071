import type { Context } from "../../../../access/context.ts";
import { displayName, type MapPoint, Sheet } from "../../../../ui/index.ts";
import { OrganisationsMap } from "../../../projects/feature.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";

export function PartnersMap({
  ctx,
  found: { organisation, partners },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const { lat, lon, slug, role } = organisation;
  if (lat === null || lon === null) return null;
  const say = sayOrganisation(ctx.locale);
  const name = displayName(organisation.name);
  const place = role === null ? null : ctx.cluster;
  const points: MapPoint[] = [
    { id: slug, label: name, lat, lon, series: 1 },
    ...partners.items.flatMap((partner): MapPoint[] =>
      partner.lat === null || partner.lon === null
        ? []
        : [
            {
              id: partner.slug,
              label: displayName(partner.name),
              lat: partner.lat,
              lon: partner.lon,
              series: 2,
              href: organisationHref(partner.slug, place),
            },
          ],
    ),
  ];
  return (
    <Sheet title={say(points.length > 1 ? "map.title" : "map.place")}>
      <OrganisationsMap locale={ctx.locale} label={say("map.label", { name })} points={points} />
      {points.length > 1 ? <p class="src">{say("map.strongest", { count: points.length - 1 })}</p> : null}
    </Sheet>
  );
}
